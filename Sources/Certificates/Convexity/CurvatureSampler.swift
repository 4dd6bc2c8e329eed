import Objectives
import Scalars

/// Evaluates the Hessian's eigenvalues at points, and gives none a sign that rounding alone may have made.
///
/// An eigenvalue that is small beside those elsewhere in the domain is checked by an enclosure of the Hessian at the
/// point, as wide as rounding makes it: what that does not tell from 0 is taken for 0.
public struct CurvatureSampler: Sendable {
  private let objective: any Objective
  private var solver: SymmetricEigensolver
  /// The faster one, for many dimensions.
  private var tridiagonalSolver: TridiagonalEigensolver?
  private var hessian: [Double]
  private var gradient: [Interval]
  private var enclosure: [Interval]
  /// The largest magnitude of an eigenvalue at places that fill the domain.
  private var scale = 0.0

  /// The largest dimension in which enclosures are evaluated: they take n²/4 evaluations each.
  private static let enclosureLimit = 8
  /// A double carries half as many digits again: no rounding is so large, unless a formula loses half of its own.
  private static let small = 1e-8
  /// Above `enclosureLimit`, what is so small beside the largest eigenvalue is taken for 0.
  private static let noise = 1e-13
  /// The largest dimension for rotations, which take 10 s at 650.
  private static let jacobiLimit = 100

  public init(_ objective: any Objective) {
    let n = objective.dimension
    self.objective = objective
    solver = SymmetricEigensolver(dimension: n)
    tridiagonalSolver = n > Self.jacobiLimit ? TridiagonalEigensolver(dimension: n) : nil
    hessian = Array(repeating: 0, count: n * n)
    gradient = Array(repeating: 0, count: n)
    enclosure = Array(repeating: 0, count: n * n)
    guard n <= Self.enclosureLimit else { return }
    for point in GoldenSequence.points(32, in: objective.domain) {
      scale = plainEigenvalues(at: point).reduce(scale) { Swift.max($0, $1.magnitude) }
    }
  }

  /// Of the Hessian at a point, ascending, 0 for those without a sure sign; none where it is not finite.
  public mutating func eigenvalues(at x: [Double]) -> [Double] {
    var values = plainEigenvalues(at: x)
    let largest = values.reduce(0) { Swift.max($0, $1.magnitude) }
    if x.count <= Self.enclosureLimit {
      let threshold = Self.small * Swift.max(scale, largest)
      guard values.contains(where: { $0.magnitude <= threshold }) else { return values }
      if let inertia = inertia(at: x) {
        for i in values.indices {
          if i < inertia.negativeRows {
            values[i] = Swift.min(values[i], -.leastNormalMagnitude)
          } else if i >= values.count - inertia.positiveRows {
            values[i] = Swift.max(values[i], .leastNormalMagnitude)
          } else {
            values[i] = 0
          }
        }
        return values
      }
    }
    let noise = Self.noise * Double(x.count) * largest
    return values.map { $0.magnitude <= noise ? 0 : $0 }
  }

  /// Nil where second derivatives cannot be enclosed, as at a kink.
  private mutating func inertia(at x: [Double]) -> Inertia? {
    _ = objective.hessianEnclosure(over: x.map { Interval($0) }, gradient: &gradient, into: &enclosure)
    return enclosure.allSatisfy(\.isBounded) ? Inertia(enclosure, dimension: x.count) : nil
  }

  private mutating func plainEigenvalues(at x: [Double]) -> [Double] {
    objective.hessian(at: x.span, into: &hessian)
    // Derivatives may be finite where the function is not defined.
    guard hessian.allSatisfy(\.isFinite), !objective.value(at: x).isNaN else { return [] }
    if tridiagonalSolver != nil {
      tridiagonalSolver?.decompose(hessian)
      return tridiagonalSolver?.values.sorted() ?? []
    }
    solver.decompose(hessian)
    return solver.values.sorted()
  }
}
