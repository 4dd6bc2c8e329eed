import Objectives
import Optimizers
import Scalars

/// Decides what became of a run from where it ended, the same way for every method.
struct Referee {
  /// f* + target.
  let targetValue: Double
  private let objective: any Objective
  private let domain: Box
  private let widths: [Double]
  private let descent: LocalDescent

  init(objective: any Objective, targetValue: Double) {
    self.objective = objective
    self.targetValue = targetValue
    domain = objective.domain
    widths = domain.widths
    descent = LocalDescent(objective)
  }

  struct Verdict {
    var outcome: Outcome
    /// Where local descent from the last iterate ended; empty where there was none.
    var rest: [Double] = []
    var fRest: Double = .nan
  }

  func verdict(on run: Descent) -> Verdict {
    if run.fBest <= targetValue { return Verdict(outcome: .reached) }
    switch run.reason {
    case .notFinite, .diverged: return Verdict(outcome: .diverged)
    case .failed: return Verdict(outcome: .failed)
    default: break
    }
    guard run.fLast.isFinite, run.xLast.allSatisfy(\.isFinite) else { return Verdict(outcome: .diverged) }
    let isInside = domain.contains(run.xLast)
    let model =
      isInside && run.xLast.count <= LocalDescent.largestForHessians ? LocalModel(objective, at: run.xLast) : nil
    if let model, let flat = stationaryOutcome(model, value: run.fLast) { return Verdict(outcome: flat) }
    guard let end = descent.rest(from: run.xLast, confined: isInside, goal: targetValue, known: model) else {
      return Verdict(outcome: .diverged)
    }
    guard domain.contains(end.x) else { return Verdict(outcome: .outsideDomain) }
    if end.value <= targetValue { return Verdict(outcome: .inGlobalBasin, rest: end.x, fRest: end.value) }
    return Verdict(outcome: .localMinimum, rest: end.x, fRest: end.value)
  }

  /// Saddle or plateau if, along every axis of curvature, the point lies within a millionth of the domain's width of
  /// where the gradient vanishes; else nil. Not decided where Hessians are too large.
  private func stationaryOutcome(_ model: LocalModel, value: Double) -> Outcome? {
    let n = widths.count
    guard model.gradient.allSatisfy(\.isFinite), model.hessian.allSatisfy(\.isFinite) else { return nil }
    // In units of the domain's width, so that all coordinates are alike.
    let rounding = 1e-13 * Swift.max(1, value.magnitude)
    // Curved upward in all directions, by far more than rounding: neither. No decomposition is needed to see it.
    if let least = model.leastCurvature(in: widths), least > 2 * rounding { return nil }
    let scaled = model.scaled(by: widths)
    let slope = scaled.gradient.map(\.magnitude).max() ?? 0
    var solver = SymmetricEigensolver(dimension: n)
    solver.decompose(scaled.hessian)
    let curvature = solver.values.map(\.magnitude).max() ?? 0
    if slope <= rounding, curvature <= rounding { return .plateau }
    // Newton's distance to the stationary point along each axis of curvature, flat ones included.
    let isStationary = (0..<n).allSatisfy { k in
      let along = (0..<n).reduce(0) { $0 + solver.vectors[$1 * n + k] * model.gradient[$1] * widths[$1] }
      return along.magnitude <= Swift.max(1e-6 * solver.values[k].magnitude, rounding)
    }
    return isStationary && (solver.values.min() ?? 0) < -1e-6 * curvature ? .saddle : nil
  }
}
