import Objectives
import Optimizers
import Scalars

/// Decides what became of a run from where it ended, the same way for every method.
struct Referee {
  let objective: any Objective
  /// f* + target.
  let targetValue: Double

  struct Verdict {
    var outcome: Outcome
    /// Where local descent from the last iterate ended; empty where there was none.
    var rest: [Double] = []
    var fRest: Double = .nan
  }

  func verdict(on descent: Descent) -> Verdict {
    if descent.fBest <= targetValue { return Verdict(outcome: .reached) }
    switch descent.reason {
    case .notFinite, .diverged: return Verdict(outcome: .diverged)
    case .failed: return Verdict(outcome: .failed)
    default: break
    }
    guard descent.fLast.isFinite, descent.xLast.allSatisfy(\.isFinite) else { return Verdict(outcome: .diverged) }
    let isInside = objective.domain.contains(descent.xLast)
    if isInside, let flat = stationaryOutcome(at: descent.xLast, value: descent.fLast) {
      return Verdict(outcome: flat)
    }
    let local = LocalDescent(objective)
    guard let end = local.rest(from: descent.xLast, confined: isInside, goal: targetValue) else {
      return Verdict(outcome: .diverged)
    }
    guard objective.domain.contains(end.x) else { return Verdict(outcome: .outsideDomain) }
    if end.value <= targetValue { return Verdict(outcome: .inGlobalBasin, rest: end.x, fRest: end.value) }
    return Verdict(outcome: .localMinimum, rest: end.x, fRest: end.value)
  }

  /// Saddle or plateau if, along every axis of curvature, the point lies within a millionth of the domain's width of
  /// where the gradient vanishes; else nil. Not decided where Hessians are too large.
  private func stationaryOutcome(at x: [Double], value: Double) -> Outcome? {
    let n = x.count
    guard n <= LocalDescent.largestForHessians else { return nil }
    let widths = objective.domain.widths
    var gradient = [Double](repeating: 0, count: n)
    var hessian = [Double](repeating: 0, count: n * n)
    _ = objective.value(at: x.span, gradient: &gradient)
    objective.hessian(at: x.span, into: &hessian)
    guard gradient.allSatisfy(\.isFinite), hessian.allSatisfy(\.isFinite) else { return nil }
    // In units of the domain's width, so that all coordinates are alike.
    let slope = gradient.indices.map { (gradient[$0] * widths[$0]).magnitude }.max() ?? 0
    for i in 0..<n { for j in 0..<n { hessian[i * n + j] *= widths[i] * widths[j] } }
    var solver = SymmetricEigensolver(dimension: n)
    solver.decompose(hessian)
    let curvature = solver.values.map(\.magnitude).max() ?? 0
    let rounding = 1e-13 * Swift.max(1, value.magnitude)
    if slope <= rounding, curvature <= rounding { return .plateau }
    // Newton's distance to the stationary point along each axis of curvature, flat ones included.
    let isStationary = (0..<n).allSatisfy { k in
      let along = (0..<n).reduce(0) { $0 + solver.vectors[$1 * n + k] * gradient[$1] * widths[$1] }
      return along.magnitude <= Swift.max(1e-6 * solver.values[k].magnitude, rounding)
    }
    return isStationary && (solver.values.min() ?? 0) < -1e-6 * curvature ? .saddle : nil
  }
}
