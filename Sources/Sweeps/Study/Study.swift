import Objectives
import Optimizers

/// What to run: objectives × methods × starts, under one budget and one target. A value; resolved and valid.
public struct Study: Sendable {
  public var title: String
  /// Every random draw of the study comes from a stream of this seed.
  public var seed: UInt64
  public var objectives: [any Objective]
  public var methods: [Method]
  /// Starts per objective, the same ones for every method.
  public var starts: Int
  /// Evaluations per run: a value, a value with its gradient, or a Hessian is one each.
  public var budget: Int
  /// f − f* at or below which a run has reached the global minimum.
  public var target: Double
  /// Kinds of figure to draw; nil for all that suit the study.
  public var figures: [String]?
  /// How the hyper-parameters of methods with variants are chosen; nil where every variant is a method of its own.
  public var tuning: Tuning?
  /// What the runs are to show.
  public var claims: [Claim] = []

  public init(
    title: String, seed: UInt64, objectives: [any Objective], methods: [Method], starts: Int, budget: Int,
    target: Double, figures: [String]?, tuning: Tuning? = nil
  ) {
    self.title = title
    self.seed = seed
    self.objectives = objectives
    self.methods = methods
    self.starts = starts
    self.budget = budget
    self.target = target
    self.figures = figures
    self.tuning = tuning
  }

  public var plannedRuns: Int { objectives.count * methods.count * starts }
}

extension Study {
  /// The resolved study as YAML: reading it gives this study again.
  public var yaml: String {
    var lines = [
      "title: \(Self.quoted(title))", "seed: \(seed)", "starts: \(starts)", "budget: \(budget)",
      "target: \(target.shortest)", "objectives:",
    ]
    lines += objectives.flatMap { Self.entry(of: $0) }
    if let tuning { lines.append("tune: {runs: \(tuning.runs), budget: \(tuning.budget)}") }
    lines.append("methods:")
    lines += (tuning?.variants ?? methods.map { [$0] }).map { variants in
      let ids = variants.map { Self.quoted($0.id) }
      return ids.count == 1 ? "  - \(ids[0])" : "  - variants: [\(ids.joined(separator: ", "))]"
    }
    if let figures { lines.append("figures: [\(figures.joined(separator: ", "))]") }
    if !claims.isEmpty { lines.append("claims:") }
    lines += claims.flatMap { entry(of: $0) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func entry(of claim: Claim) -> [String] {
    func list(_ ids: [String]) -> String { "[\(ids.map(Self.quoted).joined(separator: ", "))]" }
    var lines = ["  - id: \(Self.quoted(claim.id))", "    statement: \(Self.quoted(claim.statement))"]
    lines += claim.rule.entries.map { "    \($0.key): \($0.value)" }
    guard claim.rule.isAboutRuns else { return lines }
    lines.append("    methods: " + list(claim.methods.map { methods[$0].id }))
    if !claim.against.isEmpty { lines.append("    against: " + list(claim.against.map { methods[$0].id })) }
    return lines + ["    objectives: " + list(claim.objectives.map { objectives[$0].id })]
  }

  /// An objective's entry in the list: its specification, or what it is defined by.
  static func entry(of objective: any Objective) -> [String] {
    guard let definition = (objective.withoutNoise as? ExpressionObjective)?.definition else {
      return ["  - \(quoted(objective.id))"]
    }
    func list(_ numbers: [Double]) -> String { "[\(numbers.map(\.shortest).joined(separator: ", "))]" }
    let ranges = definition.domain.map { list([$0.lowerBound, $0.upperBound]) }
    var lines = [
      "  - name: \(quoted(definition.name))", "    expression: \(quoted(definition.expression))",
      "    domain: [\(ranges.joined(separator: ", "))]",
    ]
    if !definition.parameters.isEmpty {
      let pairs = definition.parameters.map { "\(quoted($0.name)): \(quoted($0.value))" }
      lines.append("    parameters: {\(pairs.joined(separator: ", "))}")
    }
    if let dimension = definition.dimension { lines.append("    dimension: \(dimension)") }
    if let minimum = definition.minimum { lines.append("    minimum: \(minimum.shortest)") }
    if !definition.minimizers.isEmpty {
      lines.append("    minimizers: [\(definition.minimizers.map(list).joined(separator: ", "))]")
    }
    lines += ((objective as? NoisyObjective)?.noise.options ?? []).map { "    \($0.key): \($0.value)" }
    return lines
  }

  /// What a run's record depends on, as text: all but title, figures and claims.
  public var runDetermining: String {
    ([String(seed), String(starts), String(budget), String(target.bitPattern)]
      + objectives.flatMap { Self.entry(of: $0) }
      + ["|"] + methods.map(\.id) + chosen).joined(separator: "\n")
  }

  private var chosen: [String] {
    guard let tuning, !tuning.choices.isEmpty else { return [] }
    return objectives.indices.flatMap { objective in
      methods.indices.map { method($0, onObjective: objective).id }
    }
  }

  /// `text` as a double-quoted YAML scalar.
  private static func quoted(_ text: String) -> String {
    func hex(_ value: UInt32, digits: Int) -> String {
      let text = String(value, radix: 16)
      return String(repeating: "0", count: Swift.max(0, digits - text.count)) + text
    }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        result += "\\x" + hex(scalar.value, digits: 2)
      case "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}":
        result += "\\u" + hex(scalar.value, digits: 4)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
