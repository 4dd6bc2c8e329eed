import Objectives
import Yams

/// Objectives that a study defines itself.
extension StudyReader {
  private static let expressionKeys = [
    "name", "expression", "domain", "parameters", "dimension", "minimum", "minimizers", "gradientNoise",
    "valueNoise",
  ]

  /// Whether a mapping is meant to be an objective of the study's own: nothing else has a domain.
  static func isExpression(_ mapping: Node.Mapping) -> Bool { mapping["expression"] != nil || mapping["domain"] != nil }

  /// The objective of a mapping that `isExpression`.
  mutating func expression(_ mapping: Node.Mapping, at node: Node) -> (any Objective)? {
    var entries: [String: Node] = [:]
    let before = mistakes.count
    for (key, value) in mapping {
      let name = key.string ?? ""
      if !Self.expressionKeys.contains(name) {
        note(key, .unknown("key of an expression", name, choices: Self.expressionKeys))
      } else if entries.updateValue(value, forKey: name) != nil {
        note(key, name, name, "the key stands twice")
      }
    }
    for key in ["name", "expression", "domain"] where entries[key] == nil {
      note(node, "objectives", "", "an expression needs the key '\(key)'")
    }
    var definition = ExpressionDefinition(expression: "", domain: [])
    definition.name = entries["name"].flatMap { text($0, "name") } ?? ""
    definition.expression = entries["expression"].flatMap { text($0, "expression") } ?? ""
    definition.domain = entries["domain"].flatMap { ranges($0) } ?? []
    let beforeParameters = mistakes.count
    definition.parameters = entries["parameters"].flatMap { parameters($0) } ?? []
    let hasParameters = mistakes.count == beforeParameters
    definition.dimension = entries["dimension"].flatMap {
      integer($0, "dimension", in: 1...ExpressionDefinition.largestDimension)
    }
    definition.minimum = entries["minimum"].flatMap { number($0, "minimum") }
    definition.minimizers = entries["minimizers"].flatMap { points($0) } ?? []
    let noise = noise(entries, name: definition.name)
    let isSound = mistakes.count == before
    // What else is wrong with it is said as well, as far as it does not follow from what was said.
    if definition.domain.isEmpty, !isSound { definition.domain = [-1...1] }
    guard isSound || hasParameters && entries["expression"] != nil else { return nil }
    do throws(InvalidInputs) {
      let objective = try ExpressionObjective(definition)
      guard isSound, let objective = established(objective, at: node, entries) else { return nil }
      return try noise.applied(to: objective)
    } catch {
      for input in error.all {
        if let place = place(of: input, name: definition.name, in: entries) ?? (isSound ? node : nil) {
          note(place, input)
        }
      }
      return nil
    }
  }

  /// The noise that methods see, if any.
  private mutating func noise(_ entries: [String: Node], name: String) -> StochasticOptions {
    let options = ["gradientNoise", "valueNoise"].compactMap { key in
      entries[key].map { Spec.Option(key: key, value: $0.string ?? $0.shown) }
    }
    let noise = StochasticOptions(of: Spec(name: name, options: options))
    for input in noise.mistakes { note(place(of: input, name: name, in: entries), input) }
    return noise
  }

  private mutating func established(
    _ objective: ExpressionObjective, at node: Node, _ entries: [String: Node]
  ) -> ExpressionObjective? {
    do throws(InvalidInput) { return try objective.establishingMinimum() } catch {
      note(place(of: error, name: objective.id, in: entries) ?? node, error)
      return nil
    }
  }

  /// The node whose key a mistake names: `my-valley.parameters.a` is one of `parameters`.
  private func place(of input: InvalidInput, name: String, in entries: [String: Node]) -> Node? {
    let prefix = name + "."
    let path = input.key.hasPrefix(prefix) ? input.key.dropFirst(prefix.count) : Substring(input.key)
    return path.split(separator: ".").first.flatMap { entries[String($0)] }
  }

  /// `[-5, 5]`, or a list of such.
  private mutating func ranges(_ node: Node) -> [ClosedRange<Double>]? {
    let rows = node.sequence.map { Array($0) } ?? []
    let pairs = rows.contains { $0.sequence != nil } ? rows : [node]
    var ranges: [ClosedRange<Double>] = []
    for pair in pairs {
      guard let bounds = numbers(pair), bounds.count == 2, bounds[0] < bounds[1] else {
        note(
          pair, "domain", pair.shown, "expected a range such as [-5, 5], the lower bound first, or one per coordinate")
        return nil
      }
      ranges.append(bounds[0]...bounds[1])
    }
    return ranges
  }

  private mutating func points(_ node: Node) -> [[Double]]? {
    let rows = node.sequence.map { Array($0) } ?? []
    var points: [[Double]] = []
    for row in rows.contains(where: { $0.sequence != nil }) ? rows : [node] {
      guard let point = numbers(row), !point.isEmpty else {
        note(row, "minimizers", row.shown, "expected points such as [[0, 0], [1, 1]]")
        return nil
      }
      points.append(point)
    }
    return points
  }

  private mutating func parameters(_ node: Node) -> [ExpressionDefinition.Parameter]? {
    guard let mapping = node.mapping else {
      note(node, "parameters", node.shown, "expected names with values, such as {a: 3}")
      return nil
    }
    var parameters: [ExpressionDefinition.Parameter] = []
    for (key, value) in mapping {
      guard let name = key.string, let text = value.string, value.isTextual else {
        note(value, "parameters", value.shown, "expected a number, or a formula of numbers")
        return nil
      }
      parameters.append(.init(name: name, value: text))
    }
    return parameters
  }

  mutating func number(_ node: Node, _ key: String) -> Double? {
    guard let value = Self.finite(node) else {
      note(node, key, node.shown, "expected a finite number")
      return nil
    }
    return value
  }

  private func numbers(_ node: Node) -> [Double]? {
    guard let items = node.sequence else { return nil }
    let values = items.compactMap { Self.finite($0) }
    return values.count == items.count ? values : nil
  }

  private static func finite(_ node: Node) -> Double? {
    node.string.flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil }
  }
}
