import Experiments
import Objectives
import Optimizers
import Yams

/// What a study claims, in the words of its own methods and objectives.
extension StudyReader {
  private static let claimKeys = [
    "id", "statement", "rule", "outcome", "share", "margin", "restarts", "experiment", "replications",
    "methods", "against", "objectives",
  ]

  /// The claims of `node`, about `study`.
  mutating func claims(_ node: Node, about study: Study) -> [Claim] {
    guard let items = list(node, "claims", mayBeEmpty: true) else { return [] }
    var claims: [(node: Node, value: Claim)] = []
    for item in items {
      guard let mapping = item.mapping else {
        note(item, "claims", item.shown, "expected a mapping with 'id', 'statement', 'rule' and 'methods'")
        continue
      }
      if let claim = claim(mapping, at: item, about: study) { claims.append((item, claim)) }
    }
    refuseDuplicates(claims.map { ($0.node, $0.value.id) }, "claims.id")
    return claims.map(\.value)
  }

  private mutating func claim(_ mapping: Node.Mapping, at node: Node, about study: Study) -> Claim? {
    let before = mistakes.count
    for (key, _) in mapping where !Self.claimKeys.contains(key.string ?? "") {
      note(key, .unknown("key of a claim", key.string ?? "", choices: Self.claimKeys))
    }
    let isExperiment = mapping["rule"]?.string == "experiment"
    for key in ["id", "statement", "rule"] + (isExperiment ? [] : ["methods"]) where mapping[key] == nil {
      note(node, "claims", "", "a claim needs the key '\(key)'")
    }
    let id = mapping["id"].flatMap { text($0, "claims.id") } ?? ""
    if let idNode = mapping["id"], !id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) {
      note(idNode, "claims.id", id, "expected letters, digits and hyphens, for it names files")
    }
    let statement = mapping["statement"].flatMap { text($0, "claims.statement") } ?? ""
    let rule = mapping["rule"].flatMap { self.rule($0, mapping) }
    let methods = mapping["methods"].map { positions($0, "claims.methods", Self.method(study)) } ?? []
    let against = mapping["against"].map { positions($0, "claims.against", Self.method(study)) } ?? []
    let objectives =
      mapping["objectives"].map { positions($0, "claims.objectives", Self.objective(study)) }
      ?? (isExperiment ? [] : Array(study.objectives.indices))
    for key in ["methods", "against", "objectives"] where isExperiment && mapping[key] != nil {
      note(mapping[key], "claims.\(key)", "", "an experiment on networks has its own methods and losses")
    }
    if let rule, !isExperiment, rule.compares != (mapping["against"] != nil) {
      note(
        node, "claims.against", "",
        rule.compares ? "this rule needs the methods to compare with" : "this rule compares with no other methods")
    }
    guard mistakes.count == before, let rule else { return nil }
    return Claim(id: id, statement: statement, rule: rule, methods: methods, against: against, objectives: objectives)
  }

  private mutating func rule(_ node: Node, _ mapping: Node.Mapping) -> Claim.Rule? {
    let outcome = mapping["outcome"].map { self.outcome($0) } ?? .reached
    let share = mapping["share"].flatMap { self.share($0, "claims.share") }
    let margin = mapping["margin"].map { self.share($0, "claims.margin") } ?? 0.05
    let restarts = mapping["restarts"].flatMap { integer($0, "claims.restarts", in: 1...1_000_000) }
    let name = node.string ?? node.shown
    let needs: [String: [String]] = [
      "more-often": ["outcome"], "less-often": ["outcome"], "share-at-least": ["outcome", "share"],
      "share-at-most": ["outcome", "share"], "basin-share": ["margin"], "restarts": ["margin", "restarts"],
      "experiment": ["experiment", "replications"],
    ]
    guard let allowed = needs[name] else {
      note(node, .unknown("rule of a claim", name, choices: Claim.Rule.names))
      return nil
    }
    for key in ["outcome", "share", "margin", "restarts", "experiment", "replications"]
    where mapping[key] != nil && !allowed.contains(key) {
      note(mapping[key], "claims.\(key)", mapping[key]?.shown ?? "", "the rule '\(name)' takes no such key")
    }
    for key in ["share", "restarts", "experiment", "replications"] where mapping[key] == nil && allowed.contains(key) {
      note(node, "claims.\(key)", "", "the rule '\(name)' needs this key")
    }
    guard let outcome, let margin else { return nil }
    switch name {
    case "more-often": return .moreOften(outcome)
    case "less-often": return .lessOften(outcome)
    case "share-at-least": return share.map { .shareAtLeast($0, outcome) }
    case "share-at-most": return share.map { .shareAtMost($0, outcome) }
    case "basin-share": return .basinShare(margin: margin)
    case "experiment": return experiment(mapping)
    default: return restarts.map { .restarts(count: $0, margin: margin) }
    }
  }

  private mutating func experiment(_ mapping: Node.Mapping) -> Claim.Rule? {
    guard let node = mapping["experiment"], let countNode = mapping["replications"],
      let count = integer(countNode, "claims.replications", in: 20...100_000)
    else { return nil }
    guard let id = node.string, ExperimentCatalogue.ids.contains(id) else {
      note(node, .unknown("experiment", node.shown, choices: ExperimentCatalogue.ids))
      return nil
    }
    return .experiment(id, replications: count)
  }

  private mutating func outcome(_ node: Node) -> Outcome? {
    if let outcome = node.string.flatMap(Outcome.init(rawValue:)) { return outcome }
    note(node, .unknown("outcome", node.shown, choices: Outcome.allCases.map(\.rawValue)))
    return nil
  }

  private mutating func share(_ node: Node, _ key: String) -> Double? {
    if let share = number(node, key), (0...1).contains(share) { return share }
    note(node, key, node.shown, "expected a number from 0 to 1")
    return nil
  }

  /// The positions that the entries of a list stand for, without repetitions.
  private mutating func positions(_ node: Node, _ key: String, _ find: (String) -> [Int]) -> [Int] {
    var positions: [Int] = []
    for item in list(node, key) ?? [] {
      let found = find(item.string ?? "")
      if found.isEmpty { note(item, key, item.shown, "the study's own list has no such entry") }
      positions += found.filter { !positions.contains($0) }
    }
    return positions
  }

  /// A method by its specification; a bare name stands for all variants of the method, unless the plain one is there.
  private static func method(_ study: Study) -> (String) -> [Int] {
    { text in
      guard let spec = try? Spec(parsing: text) else { return [] }
      let id = (try? MethodCatalogue.method(spec))?.id
      // What is tuned is no method of the catalogue.
      if let exact = study.methods.firstIndex(where: { [id, spec.description].contains($0.id) }) { return [exact] }
      return spec.options.isEmpty ? study.methods.indices.filter { study.methods[$0].info.id == spec.name } : []
    }
  }

  private static func objective(_ study: Study) -> (String) -> [Int] {
    { text in
      let resolved = (try? Spec(parsing: text)).flatMap { try? ObjectiveCatalogue.objective($0) }?.id
      return study.objectives.firstIndex { [text, resolved].contains($0.id) }.map { [$0] } ?? []
    }
  }
}
