import Certificates
import Foundation
import Objectives

/// A certificate for people.
struct CertificateText: CustomStringConvertible {
  let certificate: Certificate
  let claim: Double?

  /// Boxes that are listed one by one; JSON lists all.
  private static let mostBoxes = 40

  var description: String {
    let c = certificate
    var lines = [
      "\(c.objective): \(c.status.rawValue)",
      "  minimum     between \(c.lower.shortest) and \(c.upper.shortest)",
      "  width       \(Self.roundedUp(c.gap)), tolerance \(c.tolerance.shortest)",
      "  upper bound \(origin)",
      "  boxes       \(c.boxes) enclosed, \(c.boxesLeft) left" + advice,
    ]
    lines += minimizers
    if let claim { lines.append("  claim       \(claim.shortest) is " + verdict(on: claim)) }
    lines += [
      "  method      interval branch and bound, outward rounding; elementary functions are taken to be",
      "              within 2 units in the last place, which tests check",
    ]
    return lines.joined(separator: "\n")
  }

  /// What would let an unfinished search finish, if anything would.
  private var advice: String {
    let c = certificate
    if c.status == .certified || c.boxesLeft == 0 { return "" }
    guard c.isExhausted else { return "; --max-boxes or a larger --tolerance would let it finish" }
    let cause =
      c.gap.isFinite
      ? "the formula jumps there, or rounding is wider than the tolerance;\n"
        + "              a --tolerance of \(Self.roundedUp(c.gap)) would let it finish"
      : "the formula has a pole there, or is undefined"
    return "\n              more would not help: what is left cannot be divided;\n              " + cause
  }

  private var origin: String {
    let point = "f(\(Self.list(certificate.point))), "
    return switch certificate.origin {
    case .known: point + "a stated minimizer"
    case .given: point + "a point that was supplied"
    case .sampled: point + "found by sampling the domain and descending"
    case .search: point + "found while boxes were examined"
    case .none: "none: no point with a finite value was found"
    }
  }

  private var minimizers: [String] {
    let boxes = certificate.minimizerBoxes
    let head =
      certificate.hasOneMinimizer
      ? "one, proved to be the only one:"
      : boxes.isEmpty
        ? "none: the formula is defined nowhere"
        : boxes.count == 1 ? "all in this box:" : "all in these \(boxes.count) boxes:"
    var lines = ["  minimizers  " + head]
    for box in boxes.prefix(Self.mostBoxes) {
      let radii = box.radii.map(Self.roundedUp).joined(separator: ", ")
      lines.append(
        "              (\(Self.list(box.center))) ± (\(radii))"
          + (boxes.count > 1 && box.holdsAtMostOne ? ", at most one" : ""))
    }
    if boxes.count > Self.mostBoxes {
      lines.append("              and \(boxes.count - Self.mostBoxes) more, which --format json lists")
    }
    return lines
  }

  private func verdict(on claim: Double) -> String {
    let c = certificate
    return switch c.verdict(on: claim) {
    case .accepted: "accepted: it lies within the enclosure"
    case .tooLow: "refused: too low, no point of the domain has a value below \(c.lower.shortest)"
    case .tooHigh: "refused: too high, f(\(Self.list(c.point))) is at most \(c.upper.shortest)"
    case .undecided: "undecided: the search did not finish, and what it proved neither excludes nor confirms it"
    }
  }

  private static func list(_ x: [Double]) -> String { x.map(\.shortest).joined(separator: ", ") }

  /// Two digits, not below `value`.
  private static func roundedUp(_ value: Double) -> String {
    value.isFinite ? value == 0 ? "0" : String(format: "%.1e", 1.06 * value) : value.shortest
  }
}
