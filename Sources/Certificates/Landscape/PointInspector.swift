import Objectives
import Scalars

/// Tells what a stationary point is: its value, its derivatives and its class.
struct PointInspector {
  let objective: any Objective
  let face: DomainFace
  let domain: Box

  init(_ objective: any Objective, face: DomainFace, domain: Box) {
    self.objective = objective
    self.face = face
    self.domain = domain
  }

  /// The point of a small box that holds exactly one; nil if that lies outside the domain.
  func point(provedIn box: [Interval]) -> StationaryPoint? {
    switch place(of: box) {
    case .outside: return nil
    case .astride: return point(supposedIn: box, isIsolated: true)
    case .inside: break
    }
    let n = box.count
    var gradient = box
    var hessian = [Interval](repeating: 0, count: n * n)
    _ = objective.hessianEnclosure(over: box, gradient: &gradient, into: &hessian)
    guard let rises = face.risesInward(gradient) else { return point(supposedIn: box, isIsolated: true) }
    guard rises else { return nil }
    let m = face.free.count
    let inertia = Inertia(face.free.flatMap { i in face.free.map { hessian[i * n + $0] } }, dimension: m)
    let kind: StationaryPoint.Kind? =
      !inertia.isRegular
      ? nil : inertia.negativeRows == 0 ? .minimum : inertia.negativeRows < m || isBoundary ? .saddle : .maximum
    return describe(
      domain.clamping(box.map(\.simplestDecimal)), kind: kind,
      isProved: kind != nil)
  }

  var isBoundary: Bool { !face.held.isEmpty }

  private enum Place {
    case inside, outside
    /// On a bound, or nearer to it than rounding tells.
    case astride
  }

  /// Where a small box lies along the face.
  private func place(of box: [Interval]) -> Place {
    var place = Place.inside
    for i in face.free {
      if box[i].upper < domain.lower[i] || box[i].lower > domain.upper[i] { return .outside }
      if box[i].lower <= domain.lower[i] || box[i].upper >= domain.upper[i] { place = .astride }
    }
    return place
  }

  /// - Parameter isSmooth: whether f has second derivatives there; looked for if nil.
  func describe(_ x: [Double], kind: StationaryPoint.Kind?, isProved: Bool, isSmooth: Bool? = nil) -> StationaryPoint {
    let gradient = objective.gradient(at: x)
    let isSmooth = isSmooth ?? (isProved || self.isSmooth(around: x))
    let hessian = isSmooth ? objective.hessian(at: x) : [.nan]
    let isOnBoundary = x.indices.contains { x[$0] == domain.lower[$0] || x[$0] == domain.upper[$0] }
    return StationaryPoint(
      x: x, value: objective.value(at: x), gradientNorm: gradient.reduce(0) { $0 + $1 * $1 }.squareRoot(),
      eigenvalues: eigenvalues(hessian), kind: kind ?? .degenerate, isProved: isProved, isBoundary: isOnBoundary)
  }

  /// Whether second derivatives are bounded around a point; at a kink, plain numbers would hide that they are not.
  func isSmooth(around x: [Double]) -> Bool {
    let box = x.indices.map { i in
      let margin = 1e-12 * (domain.widths[i] + x[i].magnitude)
      return Interval(lower: x[i] - margin, upper: x[i] + margin)
    }
    return isSmooth(over: box)
  }

  /// Whether second derivatives are bounded over a box.
  func isSmooth(over box: [Interval]) -> Bool {
    var gradient = box
    var hessian = [Interval](repeating: 0, count: box.count * box.count)
    _ = objective.hessianEnclosure(over: box, gradient: &gradient, into: &hessian)
    return hessian.allSatisfy(\.isBounded)
  }

  private func eigenvalues(_ hessian: [Double]) -> [Double] {
    guard hessian.allSatisfy(\.isFinite) else { return [] }
    var solver = SymmetricEigensolver(dimension: domain.dimension)
    solver.decompose(hessian)
    return solver.values.sorted()
  }
}
