import Objectives
import Scalars

extension Box {
  /// A uniform point, written into `point`.
  func sample(into point: inout [Double], using generator: inout SeededGenerator) {
    for i in lower.indices { point[i] = generator.uniform(from: lower[i], to: upper[i]) }
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
}
