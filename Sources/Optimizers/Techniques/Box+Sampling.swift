import Objectives
import Scalars

extension Box {
  /// A uniform point, written into `point`.
  func sample(into point: inout [Double], using generator: inout SeededGenerator) {
    for i in lower.indices { point[i] = generator.uniform(from: lower[i], to: upper[i]) }
  }

  /// Maps `point` from the unit cube to the box.
  func stretch(_ point: inout [Double]) {
    for i in lower.indices { point[i] = min(lower[i] + point[i] * (upper[i] - lower[i]), upper[i]) }
  }

  /// `point` mapped from the box to the unit cube.
  func shrink(_ point: [Double]) -> [Double] {
    point.indices.map { (point[$0] - lower[$0]) / (upper[$0] - lower[$0]) }
  }

  /// Moves `point` to the nearest point of the box; a NaN becomes the lower bound.
  func clip(_ point: inout [Double]) {
    for i in lower.indices { point[i] = point[i] > lower[i] ? min(point[i], upper[i]) : lower[i] }
  }

  /// `value` folded into the box along coordinate `i`, as if its sides were mirrors.
  func reflecting(_ value: Double, coordinate i: Int) -> Double {
    if value >= lower[i], value <= upper[i] { return value }
    let width = upper[i] - lower[i]
    let turns = (value - lower[i]) / (2 * width)
    // Beyond 2⁵² a number has no fraction left, and any point of the box is as good.
    guard turns.magnitude < 0x1p52 else { return lower[i] }
    let fraction = turns - Double(Int(turns))
    let folded = 2 * (fraction < 0 ? fraction + 1 : fraction)
    return min(max(lower[i] + width * (folded <= 1 ? folded : 2 - folded), lower[i]), upper[i])
  }

  /// `value` brought into the box along coordinate `i`, as if its sides were joined; lower where it is not finite.
  func wrapping(_ value: Double, coordinate i: Int) -> Double {
    if value >= lower[i], value <= upper[i] { return value }
    let turns = (value - lower[i]) / (upper[i] - lower[i])
    guard turns.magnitude < 0x1p52 else { return lower[i] }
    let inside = lower[i] + (upper[i] - lower[i]) * (turns - turns.rounded(.down))
    return min(max(inside, lower[i]), upper[i])
  }
}
