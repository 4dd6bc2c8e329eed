import Optimizers
import Sweeps

/// A hyper-parameter of which a study has several values, all else equal: what can be said of a method's sensitivity.
public struct SweptParameter: Sendable {
  /// Variants of the method that differ in this hyper-parameter only.
  public struct Line: Sendable {
    /// What sets this line apart from the others of the method: "momentum 0.5"; empty where it is the only one.
    public let label: String
    /// Ascending values, and the positions of their variants in the study's list.
    public let points: [(value: Double, method: Int)]
  }

  /// The method's name in print.
  public let method: String
  /// The hyper-parameter's name, as users write it.
  public let name: String
  public let lines: [Line]

  /// Every hyper-parameter that `study` sweeps, in the order of its methods.
  public static func all(in study: Study) -> [SweptParameter] {
    var ids: [String] = []
    for method in study.methods where !ids.contains(method.info.id) { ids.append(method.info.id) }
    return ids.flatMap { id in
      let variants = study.methods.indices.filter { study.methods[$0].info.id == id }
      guard variants.count > 1 else { return [SweptParameter]() }
      let info = study.methods[variants[0]].info
      return info.hyperparameters.map(\.name).compactMap { name in
        let lines = lines(of: name, among: variants, in: study)
        return lines.isEmpty ? nil : SweptParameter(method: info.name, name: name, lines: lines)
      }
    }
  }

  private static func lines(of name: String, among variants: [Int], in study: Study) -> [Line] {
    var groups: [(others: [(name: String, text: String)], points: [(value: Double, method: Int)])] = []
    for variant in variants {
      let values = study.methods[variant].hyperparameters.values
      guard let value = values.first(where: { $0.name == name })?.value.number else { continue }
      let others = values.filter { $0.name != name }.map { (name: $0.name, text: $0.value.text) }
      let texts = others.map(\.text)
      if let group = groups.firstIndex(where: { $0.others.map(\.text) == texts }) {
        groups[group].points.append((value, variant))
      } else {
        groups.append((others, [(value, variant)]))
      }
    }
    let swept = groups.filter { $0.points.count > 1 }
    return swept.map { group in
      let telling = group.others.filter { other in
        swept.contains { $0.others.contains { $0.name == other.name && $0.text != other.text } }
      }
      return Line(
        label: telling.map { "\($0.name) \($0.text)" }.joined(separator: ", "),
        points: group.points.sorted { ($0.value, $0.method) < ($1.value, $1.method) })
    }
  }
}

extension Hyperparameters.Value {
  /// The value where it is a number.
  fileprivate var number: Double? {
    switch self {
    case .real(let x): x
    case .integer(let n): Double(n)
    case .choice, .flag, .milestones, .method: nil
    }
  }
}
