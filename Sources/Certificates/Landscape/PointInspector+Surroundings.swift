import Objectives
import Scalars

/// Points that are not proved: at a kink, or where the Hessian is singular, the values around the point tell its class.
extension PointInspector {
  /// The point of a small box that may hold one; nil where f passes through it like a plane, or is unbounded.
  ///
  /// - Parameter isIsolated: otherwise it belongs to a line of such points, unless the line is a kink.
  func point(supposedIn box: [Interval], isIsolated: Bool) -> StationaryPoint? {
    if isUnbounded(near: box) { return nil }
    if isIsolated, let point = regularPoint(in: box) { return point }
    let known = objective.minimum.minimizers.filter { x in x.indices.allSatisfy { box[$0].contains(x[$0]) } }
    let places = ([box.map(\.simplestDecimal)] + known + [box.map(\.midpoint)]).map(domain.clamping)
      .filter { objective.value(at: $0).isFinite }
    guard !places.isEmpty else { return nil }
    if isSmooth(over: box), isSmooth(around: places[0]) {
      // Where the gradient is least; of equals, the simplest decimal.
      guard let x = places.min(by: { slope(at: $0) < slope(at: $1) }) else { return nil }
      let kind = kindBySplitting(at: x) ?? kind(around: x, box: box) ?? (isFlat(at: x) ? .degenerate : nil)
      guard let kind else { return nil }
      let point = describe(x, kind: kind, isProved: false)
      return isIsolated || !point.isSingular ? point : describe(x, kind: .degenerate, isProved: false)
    }
    // A minimum at a kink is where f is lowest, a maximum where it is highest; what is neither, at the simplest decimal.
    let values = places.map { objective.value(at: $0) }
    guard let lowest = places.indices.min(by: { values[$0] < values[$1] }),
      let highest = places.indices.max(by: { values[$0] < values[$1] })
    else { return nil }
    for (index, wanted) in [(lowest, StationaryPoint.Kind.minimum), (highest, .maximum)]
    where kind(around: places[index], box: box) == wanted {
      return describe(places[index], kind: wanted, isProved: false)
    }
    return kind(around: places[0], box: box).map { describe(places[0], kind: $0, isProved: false) }
  }

  /// The length of ∇f along the face.
  private func slope(at x: [Double]) -> Double {
    let gradient = objective.gradient(at: x)
    return face.free.reduce(0) { $0 + gradient[$1] * gradient[$1] }.squareRoot()
  }

  /// Whether the gradient is far smaller than a little way off, on all sides taken together; false on the boundary.
  private func isFlat(at x: [Double]) -> Bool {
    guard !isBoundary else { return false }
    let around = directions(from: x).map { d in
      slope(at: domain.clamping(x.indices.map { x[$0] + 1e-3 * domain.widths[$0] * d[$0] }))
    }
    return slope(at: x) <= 1e-4 * (around.max() ?? 0)
  }

  /// Whether |f| grows without end towards a small box: its enclosure there has no bound, and from circle to circle
  /// around it, each an eighth of the one before, the largest |f| grows by no less each time.
  func isUnbounded(near box: [Interval]) -> Bool {
    guard !objective.enclosure(over: box).isBounded else { return false }
    let x = domain.clamping(box.map(\.midpoint))
    let widths = domain.widths
    let least = x.indices.reduce(1e-9) { Swift.max($0, 4 * box[$1].width / widths[$1]) }
    var radius = 1e-3
    var peaks: [Double] = []
    while radius >= least {
      let values = directions(from: x).map { d in
        objective.value(at: domain.clamping(x.indices.map { x[$0] + radius * widths[$0] * d[$0] })).magnitude
      }
      peaks.append(values.filter { !$0.isNaN }.max() ?? 0)
      radius /= 8
    }
    guard peaks.count > 3 else { return false }
    if peaks.contains(.infinity) { return true }
    let growth = zip(peaks, peaks.dropFirst()).map { $1 - $0 }.suffix(3)
    return growth.allSatisfy { $0 > 0 } && zip(growth, growth.dropFirst()).allSatisfy { $1 >= 0.9 * $0 }
  }

  /// What the values on a small circle around a point say of it; nil of a point that is none.
  private func kind(around x: [Double], box: [Interval]) -> StationaryPoint.Kind? {
    let center = objective.value(at: x)
    let widths = domain.widths
    let directions = directions(from: x)
    // From beyond the box outwards, until values differ by more than rounding.
    var radius = x.indices.reduce(1e-9) { Swift.max($0, 4 * box[$1].width / widths[$1]) }
    while radius < 1e-2 {
      let steps = directions.map { d in
        objective.value(at: domain.clamping(x.indices.map { x[$0] + radius * widths[$0] * d[$0] })) - center
      }
      let noise = 64 * Swift.max(center.magnitude, steps.reduce(0) { Swift.max($0, $1.magnitude) }).ulp
      if steps.allSatisfy({ $0.magnitude > noise }) {
        return kind(of: steps, isClosed: directions.count == Self.circle.count)
      }
      radius *= 8
    }
    return .degenerate
  }

  /// The class by the rises and falls around a point, in order of their angle.
  ///
  /// Its index is 1 less the number of separate arcs on which f falls, if not all around; that of a plane is 0.
  private func kind(of steps: [Double], isClosed: Bool) -> StationaryPoint.Kind? {
    if steps.allSatisfy({ $0 > 0 }) { return .minimum }
    if steps.allSatisfy({ $0 < 0 }) { return isClosed || domain.dimension == 1 ? .maximum : nil }
    guard domain.dimension == 2 else { return domain.dimension == 1 ? nil : .degenerate }
    let falls = steps.map { $0 < 0 }
    var arcs = zip(falls, falls.dropFirst()).count { !$0 && $1 }
    if falls[0], !(isClosed && falls[falls.count - 1]) { arcs += 1 }
    return arcs == 1 ? nil : arcs == 2 ? .saddle : .degenerate
  }

  /// Unit steps in the plane, in order of their angle.
  private static let circle: [[Double]] = (0..<64).map { k in
    let wave = Elementary.sinCosPi(Double(k) / 32)
    return [wave.cos, wave.sin]
  }

  /// Steps that lead from a point into the domain; in two dimensions, all round or one arc from end to end.
  func directions(from x: [Double]) -> [[Double]] {
    func leadsInward(_ step: [Double]) -> Bool {
      x.indices.allSatisfy { i in
        !(x[i] <= domain.lower[i] && step[i] < 0) && !(x[i] >= domain.upper[i] && step[i] > 0)
      }
    }
    guard domain.dimension == 2 else { return cornersOfCube.filter(leadsInward) }
    let inward = Self.circle.map(leadsInward)
    let count = inward.count
    // Begins after the gap, if there is one.
    let first = inward.indices.first { inward[$0] && !inward[($0 + count - 1) % count] } ?? 0
    return inward.indices.map { (first + $0) % count }.filter { inward[$0] }.map { Self.circle[$0] }
  }

  private var cornersOfCube: [[Double]] {
    var corners: [[Double]] = [[]]
    for _ in 0..<domain.dimension { corners = corners.flatMap { corner in [-1, 0, 1].map { corner + [$0] } } }
    return corners.filter { $0.contains { $0 != 0 } }
  }
}
