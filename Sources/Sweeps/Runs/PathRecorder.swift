import Objectives

/// Keeps the path of a run, leaving out steps too short to be seen in a figure.
///
/// A point is kept when some coordinate has moved by a thousandth of the domain's width since the last one kept, and
/// at the end of the run. At most 4000 points are kept; of a longer path, the beginning.
struct PathRecorder {
  private(set) var points: [Double] = []
  private let widths: [Double]
  private var last: [Double] = []
  private var pending: [Double] = []

  init(domain: Box) { widths = domain.widths }

  mutating func note(_ x: [Double]) {
    let moved = last.isEmpty || x.indices.contains { !((x[$0] - last[$0]).magnitude < 1e-3 * widths[$0]) }
    if moved, points.count < 4000 * widths.count {
      points += x
      last = x
      pending = []
    } else {
      pending = x
    }
  }

  /// The path with its last point.
  func finished() -> [Double] { points + pending }
}
