import Certificates
import Objectives
import Optimizers

extension ExpressionObjective {
  /// The objective with its minimum as the user states it, or else as a search finds it: certified where interval branch
  /// and bound encloses it, else best known.
  ///
  /// A stated minimum is refused where the objective contradicts it: at a stated minimizer, where the search found a lower
  /// value, or where neither has a point that is as low.
  public func establishingMinimum() throws(InvalidInput) -> ExpressionObjective {
    let found = MinimumSearch.minimum(of: self)
    guard let stated = definition.minimum else {
      guard let found else {
        throw InvalidInput(
          key: key("expression"), value: definition.expression,
          allowed: "no value tried in the domain is a finite number")
      }
      return with(minimum: certified(found))
    }
    let tolerance = 1e-6 * Swift.max(1, stated.magnitude)
    for point in definition.minimizers {
      let value = value(at: point)
      guard (value - stated).magnitude <= tolerance else {
        throw InvalidInput(
          key: key("minimizers"), value: Self.text(point),
          allowed: "f is \(value.shortest) there, and the stated minimum is \(stated.shortest)")
      }
    }
    let lowest = found.map { "f is \($0.value.shortest) at (\(Self.text($0.minimizers.first ?? [])))" }
    if let found, found.value < stated - tolerance {
      throw InvalidInput(key: key("minimum"), value: stated.shortest, allowed: lowest ?? "")
    }
    let isFound = (found?.value ?? .infinity) <= stated + tolerance
    guard isFound || !definition.minimizers.isEmpty else {
      throw InvalidInput(
        key: key("minimum"), value: stated.shortest,
        allowed: "no point was found where f is that low\(lowest.map { " (\($0))" } ?? ""); state one as a minimizer")
    }
    return with(
      minimum: KnownMinimum(
        value: stated, minimizers: definition.minimizers.isEmpty ? found?.minimizers ?? [] : definition.minimizers,
        listsAll: false))
  }

  /// `found` with the status that branch and bound can prove; its value is within the tolerance of the enclosure then.
  private func certified(_ found: KnownMinimum) -> KnownMinimum {
    guard dimension <= Self.largestForProof else { return found }
    let certificate = Certificate.certify(self, maximumBoxes: Self.boxesForProof, candidates: found.minimizers)
    guard certificate.verdict(on: found.value, slack: certificate.tolerance) == .accepted else { return found }
    return KnownMinimum(
      value: found.value, minimizers: found.minimizers,
      listsAll: certificate.minimizerBoxes.count == found.minimizers.count
        && certificate.minimizerBoxes.allSatisfy(\.holdsAtMostOne), status: .certified)
  }

  /// Beyond so many coordinates, branch and bound has little hope.
  private static var largestForProof: Int { 6 }
  private static var boxesForProof: Int { 20_000 }

  private func key(_ name: String) -> String { id == ExpressionDefinition.defaultName ? name : "\(id).\(name)" }

  private static func text(_ point: [Double]) -> String { point.map(\.shortest).joined(separator: ", ") }
}
