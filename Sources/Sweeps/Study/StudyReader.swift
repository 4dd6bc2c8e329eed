import Objectives
import Optimizers
import Yams

/// Reads a study from YAML and reports every mistake in it at once, with line numbers.
public struct StudyReader {
  /// At most this many runs in one study; beyond it, a zero too many is likelier than intent.
  public static let largestPlan = 10_000_000

  /// At most this many objectives, and this many methods with their variants.
  public static let largestList = 1000

  private let file: String
  private let figureKinds: [String]
  private(set) var mistakes: [StudyMistakes.Mistake] = []

  /// Reads `text`. `figureKinds` are the kinds of figure that can be asked for.
  public static func study(
    from text: String, file: String, figureKinds: [String]
  ) throws(StudyMistakes) -> Study {
    var reader = StudyReader(file: file, figureKinds: figureKinds)
    let study = reader.read(text)
    guard let study, reader.mistakes.isEmpty else {
      let ordered = reader.mistakes.enumerated().sorted {
        ($0.element.line ?? .max, $0.offset) < ($1.element.line ?? .max, $1.offset)
      }
      throw StudyMistakes(file: file, all: ordered.map(\.element))
    }
    return study
  }

  private init(file: String, figureKinds: [String]) {
    self.file = file
    self.figureKinds = figureKinds
  }

  private static let keys = [
    "title", "seed", "objectives", "methods", "starts", "budget", "target", "figures", "tune", "claims",
  ]

  private mutating func read(_ text: String) -> Study? {
    let root: Node?
    do { root = try Yams.compose(yaml: text) } catch {
      note(nil, error)
      return nil
    }
    guard case .mapping(let mapping)? = root else {
      note(root, "study", "", "expected keys and values, such as 'objectives:' and 'methods:'")
      return nil
    }
    var entries: [String: Node] = [:]
    for (key, value) in mapping {
      let name = key.string ?? ""
      if !Self.keys.contains(name) {
        note(key, .unknown("study key", name, choices: Self.keys))
      } else if entries.updateValue(value, forKey: name) != nil {
        note(key, name, name, "the key stands twice")
      }
    }
    let title = entries["title"].flatMap { self.text($0, "title") } ?? "Untitled study"
    let seed = entries["seed"].flatMap { self.seed($0) } ?? 0
    let starts = entries["starts"].flatMap { integer($0, "starts", in: 1...1_000_000) } ?? 100
    let budget = entries["budget"].flatMap { integer($0, "budget", in: 1...1_000_000_000) } ?? 2000
    let target = entries["target"].flatMap { positive($0, "target") } ?? 1e-4
    let figures = entries["figures"].flatMap { kinds($0) }
    let objectives = list(entries["objectives"], "objectives")?.compactMap { objective($0) } ?? []
    let families = list(entries["methods"], "methods")?.map { self.methods($0) } ?? []
    refuseDuplicates(objectives.map { ($0.node, $0.value.id) }, "objectives")
    refuseDuplicates(families.joined().map { ($0.node, $0.value.id) }, "methods")
    let tuning = entries["tune"].flatMap { self.tuning($0, families, budget: budget) }
    let methods = tuning?.variants.compactMap { Method(standingFor: $0) } ?? families.joined().map(\.value)
    let (cells, overflow) = objectives.count.multipliedReportingOverflow(by: methods.count)
    let (runs, tooMany) = cells.multipliedReportingOverflow(by: starts + (tuning?.runs ?? 0))
    if overflow || tooMany || runs > Self.largestPlan {
      note(
        entries["starts"] ?? root, "starts", String(starts),
        "\(objectives.count) objectives x \(methods.count) methods x \(starts) starts are \(runs) runs"
          + "\(tuning == nil ? "" : " with those of the tuning");"
          + " at most \(Self.largestPlan) are planned")
    }
    var study = Study(
      title: title, seed: seed, objectives: objectives.map(\.value), methods: methods, starts: starts, budget: budget,
      target: target, figures: figures, tuning: tuning)
    if let node = entries["claims"] { study.claims = claims(node, about: study) }
    return study
  }
}

// MARK: Parts of a study

extension StudyReader {
  private typealias Placed<T> = (node: Node, value: T)

  private mutating func objective(_ node: Node) -> Placed<any Objective>? {
    if let mapping = node.mapping, Self.isExpression(mapping) {
      return expression(mapping, at: node).map { (node, $0) }
    }
    guard let spec = specs(node, "objectives", sweeps: false)?.first else { return nil }
    do throws(InvalidInputs) { return (node, try ObjectiveCatalogue.objective(spec)) } catch {
      note(node, error)
      return nil
    }
  }

  /// `tune: {runs: 200, budget: 2000}`: the runs that choose among the variants of each entry of `methods`.
  private mutating func tuning(_ node: Node, _ families: [[Placed<Method>]], budget: Int) -> Tuning? {
    guard let mapping = node.mapping else {
      note(node, "tune", node.shown, "expected a mapping with 'runs', and 'budget' if it is not the study's")
      return nil
    }
    let keys = ["runs", "budget"]
    for (key, _) in mapping where !keys.contains(key.string ?? "") {
      note(key, .unknown("tune key", key.string ?? "", choices: keys))
    }
    guard let runsNode = mapping["runs"] else {
      note(node, "tune.runs", "", "the key is missing; expected the runs per method and objective")
      return nil
    }
    guard let runs = integer(runsNode, "tune.runs", in: 1...1_000_000) else { return nil }
    let budget = mapping["budget"].flatMap { integer($0, "tune.budget", in: 1...1_000_000_000) } ?? budget
    let most = families.map(\.count).max() ?? 0
    if most == 1 {
      note(node, "tune", "", "no method has variants to choose from; give one a list or a range of values")
    } else if runs < most {
      note(runsNode, "tune.runs", String(runs), "a method has \(most) variants; expected a run for each at least")
    }
    for family in families where Set(family.map(\.value.info.id)).count > 1 {
      note(family[0].node, "methods", "", "the variants of one entry are of one method")
      return nil
    }
    return Tuning(runs: runs, budget: budget, variants: families.filter { !$0.isEmpty }.map { $0.map(\.value) })
  }

  private mutating func methods(_ node: Node) -> [Placed<Method>] {
    if let mapping = node.mapping, let variants = mapping["variants"] {
      for (key, _) in mapping where key.string != "variants" {
        note(key, .unknown("key beside 'variants'", key.string ?? "", choices: []))
      }
      return (list(variants, "methods.variants") ?? []).flatMap { self.methods($0) }
    }
    var methods: [Placed<Method>] = []
    for spec in specs(node, "methods", sweeps: true) ?? [] {
      do throws(InvalidInputs) { methods.append((node, try MethodCatalogue.method(spec))) } catch { note(node, error) }
    }
    return methods
  }

  /// A specification written as text or as a mapping; where `sweeps`, a list of values makes a variant of each.
  private mutating func specs(_ node: Node, _ key: String, sweeps: Bool) -> [Spec]? {
    if let mapping = node.mapping { return specs(mapping, at: node, key, sweeps: sweeps) }
    guard let text = node.string, node.isTextual else {
      note(node, key, node.shown, "expected a name, or a mapping with the key 'name'")
      return nil
    }
    do throws(InvalidInput) {
      let spec = try Spec(parsing: text)
      guard sweeps else { return [spec] }
      return variants(of: spec.name, spec.options.map { ($0.key, [$0.value], node) }, at: node)
    } catch {
      note(node, error)
      return nil
    }
  }

  private mutating func specs(_ mapping: Node.Mapping, at node: Node, _ key: String, sweeps: Bool) -> [Spec]? {
    guard let nameNode = mapping["name"], let name = nameNode.string else {
      note(node, key, "", "expected the key 'name' in this mapping")
      return nil
    }
    var lists: [(key: String, values: [String], node: Node)] = []
    for (optionKey, valueNode) in mapping where optionKey.string != "name" {
      let option = optionKey.string ?? ""
      let values: [String]
      if let sequence = valueNode.sequence, sweeps {
        values = sequence.compactMap(\.string)
        if values.isEmpty || values.count != sequence.count {
          note(valueNode, "\(name).\(option)", valueNode.shown, "expected a value, or a list of at least one value")
          return nil
        }
      } else if let value = valueNode.string {
        values = [value]
      } else {
        note(valueNode, "\(name).\(option)", valueNode.shown, "expected a single value")
        return nil
      }
      lists.append((option, values, valueNode))
    }
    guard sweeps else {
      return [Spec(name: name, options: lists.map { Spec.Option(key: $0.key, value: $0.values[0]) })]
    }
    return variants(of: name, lists, at: node)
  }

  /// Every combination of the options' values, ranges among them.
  private mutating func variants(
    of name: String, _ lists: [(key: String, values: [String], node: Node)], at node: Node
  ) -> [Spec]? {
    var variants: [[Spec.Option]] = [[]]
    for list in lists {
      var values: [String] = []
      do throws(InvalidInput) {
        for value in list.values {
          let range = try SweepRange(parsing: value, key: "\(name).\(list.key)")
          values += range.map { $0.values.map(\.shortest) } ?? [value]
        }
      } catch {
        note(list.node, error)
        return nil
      }
      guard variants.count * values.count <= Self.largestList else {
        note(
          list.node, "\(name).\(list.key)", "\(variants.count) x \(values.count) variants",
          "the lists of one method make at most \(Self.largestList)")
        return nil
      }
      variants = variants.flatMap { variant in values.map { variant + [Spec.Option(key: list.key, value: $0)] } }
    }
    return variants.map { Spec(name: name, options: $0) }
  }

  private mutating func kinds(_ node: Node) -> [String]? {
    guard let items = list(node, "figures", mayBeEmpty: true) else { return nil }
    var kinds: [Placed<String>] = []
    for item in items {
      if let kind = item.string, figureKinds.contains(kind) {
        kinds.append((item, kind))
      } else {
        note(item, .unknown("figures", item.shown, choices: figureKinds))
      }
    }
    refuseDuplicates(kinds.map { ($0.node, $0.value) }, "figures")
    return kinds.map(\.value)
  }
}

// MARK: Plain values

extension StudyReader {
  mutating func list(_ node: Node?, _ key: String, mayBeEmpty: Bool = false) -> [Node]? {
    guard let node else {
      note(nil, key, "", "the key is missing; expected a list of at least one")
      return nil
    }
    guard let sequence = node.sequence else {
      note(node, key, node.shown, "expected a list")
      return nil
    }
    if sequence.isEmpty, !mayBeEmpty { note(node, key, "[]", "expected a list of at least one") }
    guard sequence.count <= Self.largestList else {
      note(node, key, "\(sequence.count) entries", "at most \(Self.largestList) are allowed")
      return []
    }
    return Array(sequence)
  }

  mutating func text(_ node: Node, _ key: String) -> String? {
    guard let text = node.string, !text.isEmpty else {
      note(node, key, node.shown, "expected a text")
      return nil
    }
    return text
  }

  mutating func integer(_ node: Node, _ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let value = node.plainInteger, range.contains(value) else {
      note(node, key, node.shown, "expected a whole number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return value
  }

  private mutating func seed(_ node: Node) -> UInt64? {
    guard let text = node.string, let value = UInt64(text) else {
      note(node, "seed", node.shown, "expected a whole number from 0 to 18446744073709551615")
      return nil
    }
    return value
  }

  private mutating func positive(_ node: Node, _ key: String) -> Double? {
    guard let text = node.string, let value = Double(text), value.isFinite, value > 0 else {
      note(node, key, node.shown, "expected a number above 0")
      return nil
    }
    return value
  }

  mutating func refuseDuplicates(_ items: [(node: Node, id: String)], _ key: String) {
    var seen: Set<String> = []
    for item in items where !seen.insert(item.id).inserted {
      note(item.node, key, item.id, "it stands in the list twice")
    }
  }
}

// MARK: Noting mistakes

extension StudyReader {
  mutating func note(_ node: Node?, _ input: InvalidInput) {
    let mistake = StudyMistakes.Mistake(line: node?.mark?.line, input: input)
    // A mistake in a swept method would be found once for every variant.
    if !mistakes.contains(mistake) { mistakes.append(mistake) }
  }

  private mutating func note(_ node: Node?, _ inputs: InvalidInputs) {
    for input in inputs.all { note(node, input) }
  }

  mutating func note(_ node: Node?, _ key: String, _ value: String, _ allowed: String) {
    note(node, InvalidInput(key: key, value: value, allowed: allowed))
  }

  /// A text that is not YAML at all.
  private mutating func note(_ node: Node?, _ error: any Error) {
    let line: Int?
    let problem: String
    switch error as? YamlError {
    case .scanner(_, let text, let mark, _), .parser(_, let text, let mark, _), .composer(_, let text, let mark, _):
      line = mark.line
      problem = text
    case .duplicatedKeysInMapping(let keys, _):
      line = nil
      problem = "the key '\(keys.joined(separator: "', '"))' stands twice"
    default:
      line = nil
      problem = "\(error)"
    }
    mistakes.append(
      .init(line: line, input: InvalidInput(key: "YAML", value: "", allowed: "the text cannot be read: \(problem)")))
  }
}

extension Node {
  /// Whether the node reads as text and not as null, a list or a mapping.
  var isTextual: Bool { scalar != nil && !(null != nil && scalar?.style == .plain) }
  fileprivate var plainInteger: Int? { scalar.flatMap { Int($0.string.replacingUnderscores()) } }
  /// The node as it can be quoted in a message, shortened.
  var shown: String {
    if let string { return string.count > 60 ? string.prefix(60) + "…" : string }
    guard let sequence else { return "{…}" }
    let list = "[\(sequence.map(\.shown).joined(separator: ", "))]"
    return list.count > 60 ? "[…]" : list
  }
}

extension String {
  fileprivate func replacingUnderscores() -> String { filter { $0 != "_" } }
}
