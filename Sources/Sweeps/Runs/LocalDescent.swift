import Objectives
import Optimizers
import Scalars

/// Descends from a point to the minimum of the basin it lies in, and stays in that basin.
///
/// A Newton method with eigenvalue-modified Hessian, projected on the domain where the start lies inside it. Steps are
/// confined to a small box around the iterate (at first a thousandth of the domain's width) and must decrease f, so
/// that barriers between basins are not jumped. Its evaluations are the referee's and count for no run.
/// Source: Nocedal and Wright, Numerical Optimization, 2nd ed. 2006, chapters 4 and 16.
struct LocalDescent {
  let objective: any Objective
  private let widths: [Double]
  private static let largestRadius = 2e-3
  private static let smallestRadius = 1e-14

  init(_ objective: any Objective) {
    self.objective = objective
    widths = objective.domain.widths
  }

  /// Where descent from `start` ends, and f there; nil if f or its derivatives are not finite on the way.
  ///
  /// - Parameter confined: keeps every iterate inside the domain; `start` must be.
  /// - Parameter goal: descent may stop at or below this value.
  func rest(from start: [Double], confined: Bool, goal: Double, iterations: Int = 3000) -> (x: [Double], value: Double)?
  {
    let n = start.count
    var x = start
    var gradient = [Double](repeating: 0, count: n)
    var hessian = [Double](repeating: 0, count: n * n)
    var radius = 1e-3
    var value = objective.value(at: x.span, gradient: &gradient)
    guard value.isFinite, gradient.allSatisfy(\.isFinite) else { return nil }
    var isHessianCurrent = false
    var held = [Bool](repeating: false, count: n)
    var model = SymmetricEigensolver(dimension: n)
    for _ in 0..<iterations where value > goal {
      let nowHeld = confined ? (0..<n).map { isHeld($0, at: x, gradient: gradient, radius: radius) } : held
      if !isHessianCurrent || nowHeld != held {
        if !isHessianCurrent { objective.hessian(at: x.span, into: &hessian) }
        guard hessian.allSatisfy(\.isFinite) else { return nil }
        held = nowHeld
        model.decompose(reduced(hessian, held: held))
        isHessianCurrent = true
      }
      let step = newtonStep(model, gradient: gradient, at: x, radius: radius, held: held, confined: confined)
      let length = step.indices.map { step[$0].magnitude / widths[$0] }.max() ?? 0
      guard length > Self.smallestRadius else { break }
      let trial = x.indices.map { i in
        held[i] ? (gradient[i] > 0 ? objective.domain.lower[i] : objective.domain.upper[i]) : x[i] + step[i]
      }
      var trialGradient = gradient
      let trialValue = objective.value(at: trial.span, gradient: &trialGradient)
      if trialValue < value, trialGradient.allSatisfy(\.isFinite) {
        let predicted = -zip(gradient, step).reduce(0) { $0 + $1.0 * $1.1 }
        if value - trialValue > 0.4 * predicted, length > 0.5 * radius {
          radius = Swift.min(2 * radius, Self.largestRadius)
        }
        (x, value, gradient) = (trial, trialValue, trialGradient)
        isHessianCurrent = false
      } else {
        radius = 0.25 * Swift.min(radius, length)
        if radius < Self.smallestRadius { break }
      }
    }
    return (x, value)
  }

  /// The Hessian without the coordinates that go to a face of the domain and stay there.
  private func reduced(_ hessian: [Double], held: [Bool]) -> [Double] {
    let n = held.count
    var matrix = hessian
    for i in 0..<n where held[i] {
      for j in 0..<n {
        matrix[i * n + j] = 0
        matrix[j * n + i] = 0
      }
      matrix[i * n + i] = 1
    }
    return matrix
  }

  /// Whether coordinate `i` lies within a step of the face that descent leads it to.
  ///
  /// Such a coordinate goes to the face at once, and the Newton step is taken in the others: otherwise clipped steps
  /// jam just inside the face (Bertsekas, SIAM J. Control and Optimization 20, 1982).
  private func isHeld(_ i: Int, at x: [Double], gradient: [Double], radius: Double) -> Bool {
    let reach = radius * widths[i]
    return (x[i] - objective.domain.lower[i] <= reach && gradient[i] > 0)
      || (objective.domain.upper[i] - x[i] <= reach && gradient[i] < 0)
  }

  private func newtonStep(
    _ model: SymmetricEigensolver, gradient: [Double], at x: [Double], radius: Double, held: [Bool],
    confined: Bool
  ) -> [Double] {
    let n = x.count
    var free = gradient
    for i in 0..<n where held[i] { free[i] = 0 }
    let largest = model.values.map(\.magnitude).max() ?? 0
    let floor = Swift.max(1e-10 * largest, 1e-300)
    var step = [Double](repeating: 0, count: n)
    for k in 0..<n {
      var projection = 0.0
      for i in 0..<n { projection += model.vectors[i * n + k] * free[i] }
      let scale = projection / Swift.max(model.values[k].magnitude, floor)
      for i in 0..<n { step[i] -= scale * model.vectors[i * n + k] }
    }
    let length = step.indices.map { step[$0].magnitude / widths[$0] }.max() ?? 0
    if length > radius { for i in 0..<n { step[i] *= radius / length } }
    for i in 0..<n where held[i] {
      step[i] = (gradient[i] > 0 ? objective.domain.lower[i] : objective.domain.upper[i]) - x[i]
    }
    if confined {
      for i in 0..<n where !held[i] {
        let bounded = Swift.min(Swift.max(x[i] + step[i], objective.domain.lower[i]), objective.domain.upper[i])
        step[i] = bounded - x[i]
      }
    }
    return step
  }
}
