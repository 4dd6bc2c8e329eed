import Networks
import Scalars

/// The minimum of a convex loss by Newton's method with step halving, along the axes of curvature that are not flat.
///
/// A stationary point of a convex function is a global minimizer; where some axes are flat, one of many.
/// Source: Boyd and Vandenberghe, Convex Optimization, Cambridge 2004, section 9.5.
enum ConvexMinimum {
  /// f* and a minimizer of `loss` on all rows, from the origin; for a hundred parameters at most.
  static func newton(_ loss: NetworkLoss) -> KnownMinimum {
    let n = loss.parameterCount
    let rows = Array(0..<loss.dataset.count)
    let workspace = CurvatureWorkspace(for: loss.network)
    var x = [Double](repeating: 0, count: n)
    var (gradient, trialGradient, hessian) = (x, x, [Double](repeating: 0, count: n * n))
    var value = loss.value(ofRows: rows.span, at: x.span, gradient: &gradient, in: workspace.primal)
    var solver = SymmetricEigensolver(dimension: n)
    for _ in 0..<100 {
      loss.hessian(ofRows: rows.span, at: x.span, into: &hessian, in: workspace)
      solver.decompose(hessian)
      let floor = 1e-13 * (solver.values.max() ?? 0)
      var step = [Double](repeating: 0, count: n)
      for k in 0..<n where solver.values[k] > floor {
        let along = (0..<n).reduce(0) { $0 + solver.vectors[$1 * n + k] * gradient[$1] } / solver.values[k]
        for i in 0..<n { step[i] -= along * solver.vectors[i * n + k] }
      }
      var length = 1.0
      var hasDescended = false
      while length > 1e-4, !hasDescended {
        let trial = x.indices.map { x[$0] + length * step[$0] }
        let next = loss.value(ofRows: rows.span, at: trial.span, gradient: &trialGradient, in: workspace.primal)
        if next < value {
          (x, value, hasDescended) = (trial, next, true)
          swap(&gradient, &trialGradient)
        }
        length /= 2
      }
      // Nothing lies lower within rounding.
      guard hasDescended else { break }
    }
    return KnownMinimum(value: value, minimizers: [x], listsAll: false)
  }
}
