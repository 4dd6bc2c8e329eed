import Objectives
import Scalars

/// Sets of points that are not isolated: what f does across them.
extension PointInspector {
  func region(of line: BoxCluster) -> StationaryPoints.Region {
    StationaryPoints.Region(
      lower: line.hull.map(\.lower), upper: line.hull.map(\.upper), isBoundary: isBoundary, shape: shape(of: line),
      outline: .boxes,
      lowestValue: line.boxes.reduce(.infinity) { Swift.min($0, objective.value(at: $1.map(\.midpoint))) },
      isProved: false)
  }

  /// Whether f is unbounded near a line of boxes, by some that are spread along it.
  func isUnbounded(along line: BoxCluster) -> Bool {
    let step = Swift.max(1, line.boxes.count / 8)
    return stride(from: 0, to: line.boxes.count, by: step).allSatisfy { isUnbounded(near: line.boxes[$0]) }
  }

  /// Whether f rises to both sides of a line of boxes, falls, or neither, by its values on small circles around places
  /// of it; a line along which f changes as fast as across is neither.
  private func shape(of line: BoxCluster) -> StationaryPoints.Region.Shape {
    let count = line.boxes.count
    var found: StationaryPoints.Region.Shape?
    for index in stride(from: 0, to: count, by: Swift.max(1, count / 32)) {
      let box = line.boxes[index]
      let x = box.map(\.midpoint)
      let center = objective.value(at: x)
      var (rise, fall) = (0.0, 0.0)
      for direction in directions(from: x) {
        let step = objective.value(at: domain.clamping(x.indices.map { x[$0] + 3 * box[$0].width * direction[$0] }))
        (rise, fall) = (Swift.max(rise, step - center), Swift.max(fall, center - step))
      }
      // A box's middle is off the line by up to its half width: f is there the wrong side of it by a part of this.
      let shape: StationaryPoints.Region.Shape = fall < 0.3 * rise ? .valley : rise < 0.3 * fall ? .ridge : .other
      guard found ?? shape == shape else { return .other }
      found = shape
    }
    return found ?? .other
  }
}
