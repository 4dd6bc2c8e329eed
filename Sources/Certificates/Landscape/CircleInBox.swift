import Objectives
import Scalars

/// The parts of a circle that lie in a rectangle.
struct CircleInBox {
  /// A whole circle, or an arc from one point of the rectangle's boundary to another.
  struct Piece {
    let isWhole: Bool
    /// The smallest rectangle around it.
    let lower: [Double]
    let upper: [Double]
  }

  let pieces: [Piece]
  /// Where the circle crosses the boundary.
  let crossings: [[Double]]

  /// A circle that touches a side to rounding does not cross it.
  init(center: [Double], radius: Double, box: Box) {
    func point(_ direction: (x: Double, y: Double)) -> [Double] {
      let scale = radius / (direction.x * direction.x + direction.y * direction.y).squareRoot()
      return [center[0] + scale * direction.x, center[1] + scale * direction.y]
    }
    func piece(from first: Double, to last: Double, isWhole: Bool) -> Piece {
      let corners = [first, last] + stride(from: first.rounded(.up), through: last, by: 1)
      let points = corners.map { point(Self.direction($0)) }
      return Piece(
        isWhole: isWhole, lower: (0..<2).map { i in points.reduce(.infinity) { Swift.min($0, $1[i]) } },
        upper: (0..<2).map { i in points.reduce(-.infinity) { Swift.max($0, $1[i]) } })
    }
    let crossings = Self.crossings(center: center, radius: radius, box: box)
    self.crossings = crossings
    guard !crossings.isEmpty else {
      pieces = box.contains(point((1, 0))) ? [piece(from: 0, to: 4, isWhole: true)] : []
      return
    }
    let turns = crossings.map { Self.turn($0[0] - center[0], $0[1] - center[1]) }.sorted()
    let next = turns.dropFirst() + [turns[0] + 4]
    pieces = zip(turns, next).filter { box.contains(point(Self.direction(0.5 * ($0 + $1)))) }.map {
      piece(from: $0, to: $1, isWhole: false)
    }
  }

  private static func crossings(center: [Double], radius: Double, box: Box) -> [[Double]] {
    var points: [[Double]] = []
    for i in 0..<2 {
      for bound in [box.lower[i], box.upper[i]] {
        let distance = bound - center[i]
        guard distance.magnitude < radius * (1 - 1e-12) else { continue }
        let half = (radius * radius - distance * distance).squareRoot()
        for other in [center[1 - i] - half, center[1 - i] + half] {
          let point = i == 0 ? [bound, other] : [other, bound]
          if box.contains(point) { points.append(point) }
        }
      }
    }
    return points
  }

  /// How far round a direction points, from 0 to 4: along a square instead of a circle, which is as good to sort by.
  private static func turn(_ x: Double, _ y: Double) -> Double {
    let part = x / (x.magnitude + y.magnitude)
    return y >= 0 ? 1 - part : 3 + part
  }

  /// A direction that is `turn` round.
  private static func direction(_ turn: Double) -> (x: Double, y: Double) {
    let turn = turn.truncatingRemainder(dividingBy: 4)
    return ((turn - 2).magnitude - 1, turn < 3 ? 1 - (turn - 1).magnitude : turn - 4)
  }
}
