import Objectives

/// A smooth map of the real line onto a domain's sides: a strategy searches without bounds, its points never leave the box.
///
/// In widths of the domain, [0, 1] is each side. The map is the identity between 1/40 and 39/40, a parabola beyond, down
/// to 0 at −1/40 and up to 1 at 41/40, and mirrored from there on; so its slope is continuous, and a minimum on the
/// boundary looks like any other. That is the transformation of pycma (Hansen, Akimoto and Baudis, 2019,
/// doi:10.5281/zenodo.2559634), but with the margin in widths, so that neither unit nor origin matters.
struct SmoothBounds: Sendable {
  static let margin = 1.0 / 40

  let domain: Box
  let widths: [Double]
  /// Whether the map is the identity everywhere.
  let isOpen: Bool

  init(_ domain: Box, isOpen: Bool) {
    self.domain = domain
    widths = domain.widths
    self.isOpen = isOpen
  }

  /// The point of the domain that belongs to the coordinate `u` along axis `i`.
  func image(of u: Double, coordinate i: Int) -> Double {
    guard !isOpen else { return domain.lower[i] + widths[i] * u }
    return min(max(domain.lower[i] + widths[i] * Self.bent(Self.folded(u)), domain.lower[i]), domain.upper[i])
  }

  /// The coordinate in −1/40 … 41/40 that is mapped onto `x`, or onto the nearest point of the domain.
  func coordinate(of x: Double, coordinate i: Int) -> Double {
    let v = widths[i] > 0 ? (x - domain.lower[i]) / widths[i] : 0.5
    guard !isOpen else { return v }
    let inside = min(max(v, 0), 1)
    if inside < Self.margin { return 2 * (Self.margin * inside).squareRoot() - Self.margin }
    if inside > 1 - Self.margin { return 1 + Self.margin - 2 * (Self.margin * (1 - inside)).squareRoot() }
    return inside
  }

  /// `u` mirrored into −1/40 … 41/40.
  private static func folded(_ u: Double) -> Double {
    let length = 1 + 2 * margin
    if u >= -margin, u <= 1 + margin { return u }
    let turns = (u + margin) / (2 * length)
    let fraction = turns - turns.rounded(.down)
    return 2 * length * min(fraction, 1 - fraction) - margin
  }

  private static func bent(_ u: Double) -> Double {
    if u < margin { return (u + margin) * (u + margin) / (4 * margin) }
    if u > 1 - margin { return 1 - (1 + margin - u) * (1 + margin - u) / (4 * margin) }
    return u
  }
}
