import Objectives
import Scalars

/// Points in the plane that no interval step proves, since f hardly changes along a bent valley or ridge: found by Newton's
/// method in plain numbers, in which the small curvature along the floor is still far above rounding.
extension PointInspector {
  /// Curvatures below this part of the largest are taken for 0: ten thousand times the rounding of a Hessian.
  private static var leastCurvature: Double { 1e-11 }

  /// From how many places of a line points are looked for.
  private static var starts: Int { 256 }

  /// The isolated stationary points on a line of small boxes; none where f is constant along it, or not smooth.
  func points(along line: BoxCluster) -> [StationaryPoint] {
    guard domain.dimension == 2, !isBoundary else { return [] }
    let extent = Swift.max(line.hull[0].width, line.hull[1].width)
    var found: [StationaryPoint] = []
    for index in stride(from: 0, to: line.boxes.count, by: Swift.max(1, line.boxes.count / Self.starts)) {
      guard let x = root(near: line.boxes[index].map(\.midpoint), reach: 0.01 * extent), line.contains(x),
        isSmooth(around: x)
      else { continue }
      guard let point = regularPoint(at: x) else { continue }
      if !found.contains(where: { isSame($0, point) }) { found.append(point) }
    }
    return found
  }

  /// The stationary point in a small box, or next to it, by its Hessian; nil where that is singular or there is none.
  func regularPoint(in box: [Interval]) -> StationaryPoint? {
    guard domain.dimension == 2, !isBoundary else { return nil }
    let extent = Swift.max(box[0].width, box[1].width)
    guard let x = root(near: box.map(\.midpoint), reach: extent), isSmooth(around: x) else { return nil }
    let isNear = x.indices.allSatisfy { i in
      (box[i].lower - extent...box[i].upper + extent).contains(x[i])
    }
    return isNear ? regularPoint(at: x) : nil
  }

  /// Nil where the small curvature is not the same all along the stretch of the floor that rounding leaves open.
  private func regularPoint(at x: [Double]) -> StationaryPoint? {
    let point = describe(x, kind: nil, isProved: false)
    guard hasSteadyCurvature(around: x) else { return nil }
    let falling = point.eigenvalues.count { $0 < 0 }
    return describe(x, kind: falling == 0 ? .minimum : falling == 1 ? .saddle : .maximum, isProved: false)
  }

  /// Whether the least curvature hardly changes as far along the floor as rounding may have moved the point.
  ///
  /// Near an inflection, or a minimum of fourth order, Newton's method creeps until rounding stops it, where the
  /// curvature is still as small as the distance makes it.
  private func hasSteadyCurvature(around x: [Double]) -> Bool {
    var hessian = objective.hessian(at: x)
    var solver = SymmetricEigensolver(dimension: 2)
    solver.decompose(hessian)
    let across = solver.values[0].magnitude > solver.values[1].magnitude ? 0 : 1
    let (floor, wall) = ([0, 2].map { solver.vectors[$0 + 1 - across] }, [0, 2].map { solver.vectors[$0 + across] })
    let curvature = solver.values[1 - across]
    let ratio = (curvature / solver.values[across]).magnitude
    let reach = 8 * 0x1p-48 * (1 + x[0].magnitude + x[1].magnitude) / ratio
    var gradient = [0.0, 0.0]
    return [-reach, reach].allSatisfy { step in
      var place = (0..<2).map { x[$0] + step * floor[$0] }
      // Back to the floor, which may be bent.
      for _ in 0..<4 {
        _ = objective.value(at: place.span, gradient: &gradient)
        objective.hessian(at: place.span, into: &hessian)
        let slope = gradient[0] * wall[0] + gradient[1] * wall[1]
        let image = [0, 2].map { hessian[$0] * wall[0] + hessian[$0 + 1] * wall[1] }
        let bend = wall[0] * image[0] + wall[1] * image[1]
        guard bend != 0 else { return false }
        for i in 0..<2 { place[i] -= slope / bend * wall[i] }
      }
      objective.hessian(at: place.span, into: &hessian)
      guard hessian.allSatisfy(\.isFinite) else { return false }
      solver.decompose(hessian)
      let other = solver.values[0].magnitude > solver.values[1].magnitude ? solver.values[1] : solver.values[0]
      return other * curvature > 0 && (0.5...2).contains(other / curvature)
    }
  }

  /// Rounding moves a point along the floor; between two of one kind there is one of another.
  private func isSame(_ a: StationaryPoint, _ b: StationaryPoint) -> Bool {
    a.kind == b.kind && a.x.indices.allSatisfy { (a.x[$0] - b.x[$0]).magnitude <= 1e-4 * domain.widths[$0] }
  }

  /// Where Newton's method ends that steps at most `reach`: along the direction of least curvature the first steps mean
  /// nothing, until those across have come to the floor. Nil where curvatures vanish or it does not settle.
  private func root(near start: [Double], reach: Double) -> [Double]? {
    var x = start
    var gradient = [0.0, 0.0]
    var hessian = [0.0, 0, 0, 0]
    var solver = SymmetricEigensolver(dimension: 2)
    var curvature: Double?
    for _ in 0..<64 {
      _ = objective.value(at: x.span, gradient: &gradient)
      objective.hessian(at: x.span, into: &hessian)
      guard domain.contains(x), hessian.allSatisfy(\.isFinite) else { return nil }
      solver.decompose(hessian)
      let across = solver.values[0].magnitude > solver.values[1].magnitude ? 0 : 1
      guard solver.values[across].magnitude > 0, solver.values[1 - across].magnitude > 0 else { return nil }
      // Where lines cross it vanishes, and the method creeps there without end.
      let largest = solver.values[across].magnitude
      guard largest > 0.25 * (curvature ?? 0) else { return nil }
      curvature = curvature ?? largest
      let steps = (0..<2).map { k in
        -(gradient[0] * solver.vectors[k] + gradient[1] * solver.vectors[2 + k]) / solver.values[k]
      }
      let ratio = (solver.values[1 - across] / solver.values[across]).magnitude
      let rounding = 0x1p-48 * (1 + x[0].magnitude + x[1].magnitude)
      // Rounding of the gradient moves the point along the floor by so much more than across.
      if steps[across].magnitude <= rounding, steps[1 - across].magnitude <= rounding / ratio {
        return ratio > Self.leastCurvature && domain.contains(x) ? x : nil
      }
      for k in 0..<2 {
        let step = Swift.max(-reach, Swift.min(reach, steps[k]))
        x[0] += step * solver.vectors[k]
        x[1] += step * solver.vectors[2 + k]
      }
    }
    return nil
  }
}
