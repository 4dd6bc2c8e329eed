import Certificates
import Objectives

/// What a report says of an objective beyond its numbers.
struct ObjectiveFacts {
  let objective: any Objective
  /// The catalogue's entry; nil for an objective that the study defines itself.
  let info: ObjectiveInfo?
  private let specification: Spec?

  init(_ objective: any Objective) {
    self.objective = objective
    let specification = try? Spec(parsing: objective.id)
    self.specification = specification
    info = specification.flatMap { ObjectiveCatalogue.info(named: $0.name) }
  }

  /// The formula in one line: the catalogue's, or the expression as it was written, with its parameters.
  var formula: String? { info?.formula ?? expression }

  /// The expression that defines the objective; nil for one of the catalogue.
  var expression: String? {
    guard let definition = (objective.withoutNoise as? ExpressionObjective)?.definition else { return nil }
    let parameters = definition.parameters.map { "\($0.name) = \($0.value)" }
    return definition.expression + (parameters.isEmpty ? "" : ", with \(parameters.joined(separator: ", "))")
  }

  /// 0 is the published function; functions that have numbered instances only start with 1.
  var instance: Int {
    (specification?.options.first { $0.key == "instance" }).flatMap { Int($0.value) }
      ?? (info?.instances == .numbered ? 1 : 0)
  }

  /// How the objective differs from the published function; nil where it does not.
  var motion: String? {
    guard instance > 0 else { return nil }
    if info?.instances == .numbered {
      return "instance \(instance): minimizer, minimum and rotations are drawn from this number"
    }
    return "instance \(instance): the published function, \(objective.motion) at random, so that no"
      + " method profits from a centre or an axis; its minimum keeps its value"
  }

  /// What methods saw instead of exact values; nil where they saw those.
  var noise: String? {
    objective.whatIsRandom.map { "methods saw \($0); outcomes, values and curves are without it" }
  }

  /// The domain in print: "[−5.12, 5.12]²", "[−3, 3] × [−2, 2]".
  var domain: String {
    let box = objective.domain
    let sides = zip(box.lower, box.upper).map {
      "[\(Phrase.quantity($0, digits: 6)), \(Phrase.quantity($1, digits: 6))]"
    }
    if let side = sides.first, sides.allSatisfy({ $0 == side }) {
      return sides.count == 1 ? side : side + Words.superscript(sides.count)
    }
    return sides.count <= 4 ? sides.joined(separator: " × ") : sides.prefix(3).joined(separator: " × ") + " × …"
  }

  /// What vouches for the minimum, in a word or two: "known and proved", "certified", "best known".
  func label(_ certificate: Certificate?) -> String {
    let isProved = certificate.map(verdict) == .accepted
    switch objective.minimum.status {
    case .known: return (isStated ? "stated" : "known") + (isProved ? " and proved" : "")
    case .certified: return "certified"
    case .bestKnown: return isProved ? "certified" : "best known"
    case .bound: return isProved ? "certified" : "a lower bound"
    }
  }

  /// What vouches for the minimum, in words, and what branch and bound proved of it.
  func status(_ certificate: Certificate?) -> String {
    let proof = certificate.flatMap(proof).map { "; " + $0 } ?? ""
    switch objective.minimum.status {
    case .known: return (isStated ? "stated in the study" : "known: published and checked again") + proof
    case .certified: return "certified" + proof
    case .bestKnown: return "best known before the sweep" + proof
    case .bound: return "a lower bound: no loss is below it, and whether one is as low is not known" + proof
    }
  }

  /// "interval branch and bound encloses it to 2×10⁻¹⁴, in 73 boxes"; nil where nothing is proved.
  private func proof(_ certificate: Certificate) -> String? {
    guard certificate.lower > -.infinity else { return nil }
    let minimum = objective.minimum.value
    let boxes = ", in \(Words.count(certificate.boxes)) boxes"
    switch verdict(of: certificate) {
    case .accepted:
      let width = certificate.gap == 0 ? "exactly" : "to " + Phrase.quantity(certificate.gap)
      return "proved: interval branch and bound encloses it \(width)" + boxes
    case .undecided:
      let missing = Phrase.quantity(minimum - certificate.lower)
      return "interval branch and bound proves that no value lies more than \(missing) below it" + boxes
    case .tooLow, .tooHigh:
      return "contradicted by interval branch and bound: f* lies between"
        + " \(Phrase.quantity(certificate.lower, digits: 10)) and \(Phrase.quantity(certificate.upper, digits: 10))"
    }
  }

  /// Stated minima may be rounded.
  private func verdict(of certificate: Certificate) -> Certificate.Verdict {
    certificate.verdict(on: objective.minimum.value, slack: certificate.tolerance)
  }

  /// Whether the study's author vouches for the minimum.
  private var isStated: Bool { info == nil && objective.minimum.status == .known }
}
