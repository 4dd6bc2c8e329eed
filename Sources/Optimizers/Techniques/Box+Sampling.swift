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
    guard width > 0, value.isFinite else { return lower[i] }
    let turns = (value - lower[i]) / (2 * width)
    let folded = (turns - turns.rounded(.down)) * 2
    return min(max(lower[i] + width * (folded <= 1 ? folded : 2 - folded), lower[i]), upper[i])
  }
}
