import Certificates
import Objectives
import Optimizers

extension ExpressionObjective {
  /// The objective with its minimum as the user states it, or else the lowest value that a search or interval branch and
  /// bound finds: certified where the latter encloses it, else best known.
  ///
  /// A stated minimum is refused where the objective contradicts it: at a stated minimizer, where a lower value is found,
  /// or where no point is known that is as low.
  public func establishingMinimum() throws(InvalidInput) -> ExpressionObjective {
    let found = lowestFound()
    guard let stated = definition.minimum else {
      guard let found else {
        throw InvalidInput(
          key: key("expression"), value: definition.expression,
          allowed: "no value tried in the domain is a finite number")
      }
      return with(minimum: found)
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

  /// The lowest value that search and proof know of.
  private func lowestFound() -> KnownMinimum? {
    let searched = MinimumSearch.minimum(of: self)
    guard dimension <= Self.largestForProof else { return searched }
    let certificate = Certificate.certify(
      self, maximumBoxes: Self.boxesForProof, candidates: searched?.minimizers ?? [])
    guard let lowest = lower(of: searched, certificate) else { return nil }
    guard certificate.verdict(on: lowest.value) == .accepted else { return lowest }
    return KnownMinimum(
      value: lowest.value, minimizers: lowest.minimizers,
      listsAll: certificate.minimizerBoxes.count == lowest.minimizers.count
        && certificate.minimizerBoxes.allSatisfy(\.holdsAtMostOne), status: .certified)
  }

  /// What the search found, unless the proof's own point is lower by more than rounding: a hole between its starts.
  private func lower(of searched: KnownMinimum?, _ certificate: Certificate) -> KnownMinimum? {
    guard !certificate.point.isEmpty else { return searched }
    let value = value(at: certificate.point)
    if let searched, !(value < searched.value - 1e-10 * Swift.max(1, searched.value.magnitude)) { return searched }
    return KnownMinimum(value: value, minimizers: [certificate.point], listsAll: false, status: .bestKnown)
  }

  /// Beyond so many coordinates, branch and bound has little hope.
  private static var largestForProof: Int { 6 }
  private static var boxesForProof: Int { 20_000 }

  private func key(_ name: String) -> String { id == ExpressionDefinition.defaultName ? name : "\(id).\(name)" }

  private static func text(_ point: [Double]) -> String { point.map(\.shortest).joined(separator: ", ") }
}
