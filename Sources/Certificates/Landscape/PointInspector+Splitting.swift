import Objectives
import Scalars

/// Points at which the Hessian is singular, or nearly so: what f does along the one direction in which it is flat.
///
/// In curved coordinates f is ± w₁² ± w₂² + g(t) there, with g(t) the value of f where it is stationary in w for a given
/// t: the signs of g′ on both sides tell the class, and g has the same order of flatness as f.
/// Source: Gromoll and Meyer, On differentiable functions with isolated critical points, Topology 8 (1969),
/// doi:10.1016/0040-9383(69)90022-6 (the splitting lemma); Golubitsky and Schaeffer, Singularities and Groups in
/// Bifurcation Theory I, Springer 1985, section I.3 (the reduction by Lyapunov and Schmidt).
extension PointInspector {
  /// The axes of the Hessian along the coordinates of the face.
  private struct Axes {
    /// The direction of least curvature.
    let flat: [Double]
    /// The others.
    let across: [[Double]]
    /// Of the others, how many have negative curvature.
    let falling: Int
  }

  /// A curvature below this part of all others counts as flat: with more, values around the point tell enough.
  private static var flatness: Double { 1e-3 }

  /// Where the steps along the flat direction begin and end, beside the domain's widths: beyond the smallest boxes, and
  /// before anything else of the landscape.
  private static var steps: [Double] { (0..<8).map { 0x1p-20 * Double(1 << (2 * $0)) } }

  /// The class of a stationary point with one flat direction, `degenerate` where that is open; nil with none or several,
  /// and on or next to the boundary.
  func kindBySplitting(at x: [Double]) -> StationaryPoint.Kind? {
    guard face.held.isEmpty, let axes = axes(at: x) else { return nil }
    let extent = face.free.reduce(Double.infinity) { Swift.min($0, domain.widths[$1]) }
    var last: (Bool, Bool)?
    for step in Self.steps {
      let sides = [-step, step].map { slope(at: $0 * extent, from: x, axes) }
      guard let left = sides[0], let right = sides[1] else { return nil }
      guard !left.contains(0), !right.contains(0) else { continue }
      let rises = (left.isPositive, right.isPositive)
      // The same at two distances: nothing else lies between.
      guard let before = last, before == rises else {
        last = rises
        continue
      }
      let m = face.free.count
      switch rises {
      case (false, true): return axes.falling == 0 ? .minimum : .saddle
      case (true, false): return axes.falling == m - 1 ? .maximum : .saddle
      default: return .degenerate
      }
    }
    return .degenerate
  }

  private func axes(at x: [Double]) -> Axes? {
    let (n, m) = (x.count, face.free.count)
    guard m > 0 else { return nil }
    let hessian = objective.hessian(at: x)
    let part = face.free.flatMap { i in face.free.map { hessian[i * n + $0] } }
    guard part.allSatisfy(\.isFinite) else { return nil }
    var solver = SymmetricEigensolver(dimension: m)
    solver.decompose(part)
    let order = (0..<m).sorted { solver.values[$0].magnitude < solver.values[$1].magnitude }
    if m > 1 {
      let (least, next) = (solver.values[order[0]].magnitude, solver.values[order[1]].magnitude)
      let largest = solver.values[order[m - 1]].magnitude
      guard next > Self.flatness * largest, least < Self.flatness * next else { return nil }
    }
    func direction(_ k: Int) -> [Double] {
      var direction = [Double](repeating: 0, count: n)
      for (row, i) in face.free.enumerated() { direction[i] = solver.vectors[row * m + k] }
      return direction
    }
    return Axes(
      flat: direction(order[0]), across: order.dropFirst().map(direction),
      falling: order.dropFirst().count { solver.values[$0] < 0 })
  }

  /// An enclosure of g′(t), widened by what is left of the slope across; nil outside the domain.
  private func slope(at t: Double, from x: [Double], _ axes: Axes) -> Interval? {
    let n = x.count
    var place = x.indices.map { x[$0] + t * axes.flat[$0] }
    var gradient = place
    var hessian = [Double](repeating: 0, count: n * n)
    for _ in 0..<6 where !axes.across.isEmpty {
      guard domain.contains(place) else { return nil }
      _ = objective.value(at: place.span, gradient: &gradient)
      objective.hessian(at: place.span, into: &hessian)
      for axis in axes.across {
        var (slope, curvature) = (0.0, 0.0)
        for i in 0..<n {
          slope += gradient[i] * axis[i]
          for j in 0..<n { curvature += axis[i] * hessian[i * n + j] * axis[j] }
        }
        guard curvature != 0, (slope / curvature).magnitude <= t.magnitude else { return .entire }
        for i in 0..<n { place[i] -= slope / curvature * axis[i] }
      }
    }
    guard domain.contains(place) else { return nil }
    var enclosure = [Interval](repeating: 0, count: n)
    _ = objective.gradientEnclosure(over: place.map { Interval($0) }, into: &enclosure)
    func component(_ axis: [Double]) -> Interval {
      (0..<n).reduce(Interval(0)) { $0 + Interval(axis[$1]) * enclosure[$1] }
    }
    let rest = axes.across.reduce(0) { $0 + component($1).magnitude }
    return component(axes.flat) + Interval(lower: -rest, upper: rest)
  }
}
