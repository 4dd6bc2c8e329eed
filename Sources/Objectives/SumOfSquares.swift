import Scalars

/// What an objective says that is a sum of squares, f(x) = Σ rᵢ(x)²: its residuals rᵢ.
///
/// Conform by writing `residual(_:at:)`; a constant weight goes into the residual as its square root. The formula of f
/// itself stays in `evaluate`, in whatever form is best for enclosures; a test compares the two.
public protocol SumOfSquares: Sendable {
  var residualCount: Int { get }

  /// rᵢ(x), `i` from 0.
  func residual<S: RealScalar>(_ i: Int, at x: Span<S>) -> S

  /// rᵢ(x), writing its gradient into `gradient`, which has one element per dimension.
  func residual(_ i: Int, at x: Span<Double>, gradient: inout [Double]) -> Double
}

extension SumOfSquares {
  @inlinable
  public func residual(_ i: Int, at x: Span<Double>, gradient: inout [Double]) -> Double {
    gradientByDuals(at: x, into: &gradient) { residual(i, at: $0) }
  }
}

extension SumOfSquares {
  /// Writes 2 Σ ∇rᵢ∇rᵢᵀ into `matrix`, n × n in row-major order, symmetric: the Hessian of f where the residuals are
  /// linear, and near it where they are small.
  public func gaussNewtonMatrix(at x: Span<Double>, into matrix: inout [Double]) {
    let n = x.count
    var gradient = [Double](repeating: 0, count: n)
    for k in matrix.indices { matrix[k] = 0 }
    for i in 0..<residualCount {
      _ = residual(i, at: x, gradient: &gradient)
      for row in 0..<n where gradient[row] != 0 {
        for column in row..<n { matrix[row * n + column] += 2 * gradient[row] * gradient[column] }
      }
    }
    for row in 0..<n {
      for column in 0..<row { matrix[row * n + column] = matrix[column * n + row] }
    }
  }
}

extension Objective {
  /// The residuals, where this objective or what it was moved from is a sum of squares that is seen exactly.
  public var sumOfSquares: (any SumOfSquares)? {
    if let moved = self as? MovedObjective {
      return (moved.base as? any SumOfSquares).map { MovedSumOfSquares(base: $0, map: moved.map) }
    }
    return self as? any SumOfSquares
  }
}

/// The residuals of a moved objective: rᵢ(a + Q (x − s)).
struct MovedSumOfSquares: SumOfSquares {
  let base: any SumOfSquares
  let map: RigidMotion

  var residualCount: Int { base.residualCount }

  func residual<S: RealScalar>(_ i: Int, at x: Span<S>) -> S {
    withTemporaryScalars(S.self, count: x.count) { moved in
      map.apply(to: x, into: moved)
      return base.residual(i, at: UnsafeBufferPointer(moved).span)
    }
  }

  /// The gradient is Qᵀ ∇rᵢ.
  func residual(_ i: Int, at x: Span<Double>, gradient: inout [Double]) -> Double {
    withTemporaryScalars(Double.self, count: x.count) { moved in
      map.apply(to: x, into: moved)
      let value = base.residual(i, at: UnsafeBufferPointer(moved).span, gradient: &gradient)
      for k in moved.indices { moved[k] = gradient[k] }
      map.pullBack(moved, into: &gradient)
      return value
    }
  }
}
