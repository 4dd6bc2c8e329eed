import Objectives
import Optimizers
import Scalars

/// Descends from a point to the minimum of the basin it lies in, and stays in that basin.
///
/// A Newton method with eigenvalue-modified Hessian, projected on the domain where the start lies inside it. Steps are
/// confined to a small box around the iterate (at first a thousandth of the domain's width) and must decrease f, so
/// that barriers between basins are not jumped. Its evaluations are the referee's and count for no run. With more
/// coordinates than `largestForHessians` it is L-BFGS, whose line search may jump a low barrier.
/// Source: Nocedal and Wright, Numerical Optimization, 2nd ed. 2006, chapters 4 and 16.
struct LocalDescent {
  let objective: any Objective
  private let widths: [Double]
  private let lower: [Double]
  private let upper: [Double]
  private static let firstRadius = 1e-3
  private static let largestRadius = 2e-3
  private static let smallestRadius = 1e-14
  /// Hessians and their eigenvalues cost the cube of it.
  static let largestForHessians = 64

  init(_ objective: any Objective) {
    self.objective = objective
    let domain = objective.domain
    (widths, lower, upper) = (domain.widths, domain.lower, domain.upper)
  }

  /// Where descent from `start` ends, and f there; nil if f or its derivatives are not finite on the way.
  ///
  /// - Parameter confined: keeps every iterate inside the domain; `start` must be.
  /// - Parameter goal: descent may stop at or below this value.
  /// - Parameter known: f and its derivatives at `start`, where they are known.
  func rest(
    from start: [Double], confined: Bool, goal: Double, iterations: Int = 3000, known: LocalModel? = nil
  ) -> (x: [Double], value: Double)? {
    let n = start.count
    if let known, rests(at: start, known, confined: confined) { return (start, known.value) }
    guard n <= Self.largestForHessians else {
      return restByQuasiNewton(from: start, goal: goal, evaluations: iterations)
    }
    var (x, gradient) = (start, start)
    var (trial, trialGradient) = (start, start)
    var hessian = [Double](repeating: 0, count: n * n)
    var radius = Self.firstRadius
    var value = objective.value(at: x.span, gradient: &gradient)
    guard value.isFinite, gradient.allSatisfy(\.isFinite) else { return nil }
    var isHessianCurrent = false
    var held = [Bool](repeating: false, count: n)
    var step = [Double](repeating: 0, count: n)
    var model = SymmetricEigensolver(dimension: n)
    for _ in 0..<iterations where value > goal {
      var hasChanged = false
      for i in 0..<n where confined {
        let isHeld = isHeld(i, at: x, gradient, radius: radius)
        hasChanged = hasChanged || isHeld != held[i]
        held[i] = isHeld
      }
      if !isHessianCurrent || hasChanged {
        if !isHessianCurrent { objective.hessian(at: x.span, into: &hessian) }
        guard hessian.allSatisfy(\.isFinite) else { return nil }
        model.decompose(held.contains(true) ? reduced(hessian, held: held) : hessian)
        isHessianCurrent = true
      }
      newtonStep(&step, model, at: x, gradient, radius: radius, held: held, confined: confined)
      let length = relativeLength(step)
      guard length > Self.smallestRadius else { break }
      for i in 0..<n { trial[i] = held[i] ? face(of: i, gradient) : x[i] + step[i] }
      let trialValue = objective.value(at: trial.span, gradient: &trialGradient)
      if trialValue < value, trialGradient.allSatisfy(\.isFinite) {
        let predicted = -(0..<n).reduce(0) { $0 + gradient[$1] * step[$1] }
        if value - trialValue > 0.4 * predicted, length > 0.5 * radius {
          radius = Swift.min(2 * radius, Self.largestRadius)
        }
        value = trialValue
        swap(&x, &trial)
        swap(&gradient, &trialGradient)
        isHessianCurrent = false
      } else {
        radius = 0.25 * Swift.min(radius, length)
        if radius < Self.smallestRadius { break }
      }
    }
    return (x, value)
  }

  /// Whether descent ends at `x` without a step, as it surely does where a bound of Newton's step says so.
  ///
  /// Most runs that have converged end so, and a decomposition costs more than all else that a verdict does.
  private func rests(at x: [Double], _ model: LocalModel, confined: Bool) -> Bool {
    guard model.isFinite, let curvature = model.leastCurvature() else { return false }
    var length = 0.0
    for slope in model.gradient { length += slope * slope }
    length = length.squareRoot() / curvature
    for i in x.indices {
      if confined, isHeld(i, at: x, model.gradient, radius: Self.firstRadius) { return false }
      // With what rounding adds where the step is taken and clipped.
      guard length + 0x1p-52 * x[i].magnitude <= 0.5 * Self.smallestRadius * widths[i] else { return false }
    }
    return true
  }

  /// Where L-BFGS ends from `start`, whose first trial step is as short as the Newton steps above; `start` where it finds
  /// nothing lower.
  private func restByQuasiNewton(from start: [Double], goal: Double, evaluations: Int) -> (x: [Double], value: Double)?
  {
    let first = objective.value(at: start)
    let firstStep = Spec.Option(key: "firstStep", value: "1e-5")
    guard first.isFinite, let method = try? MethodCatalogue.method(Spec(name: "l-bfgs", options: [firstStep])) else {
      return nil
    }
    let descent = Descent.run(
      method, on: objective.withoutNoise, from: start, budget: evaluations, generator: SeededGenerator(seed: 0),
      targetValue: goal)
    guard descent.fLast.isFinite else { return nil }
    return descent.fLast <= first ? (descent.xLast, descent.fLast) : (start, first)
  }

  /// The largest of a step's elements, in widths of the domain.
  private func relativeLength(_ step: [Double]) -> Double {
    var length = 0.0
    for i in step.indices { length = Swift.max(length, step[i].magnitude / widths[i]) }
    return length
  }

  /// The face of the domain that descent leads coordinate `i` to.
  private func face(of i: Int, _ gradient: [Double]) -> Double { gradient[i] > 0 ? lower[i] : upper[i] }

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
  private func isHeld(_ i: Int, at x: [Double], _ gradient: [Double], radius: Double) -> Bool {
    let reach = radius * widths[i]
    return (x[i] - lower[i] <= reach && gradient[i] > 0)
      || (upper[i] - x[i] <= reach && gradient[i] < 0)
  }

  private func newtonStep(
    _ step: inout [Double], _ model: SymmetricEigensolver, at x: [Double], _ gradient: [Double], radius: Double,
    held: [Bool], confined: Bool
  ) {
    let n = step.count
    var floor = 1e-300
    for k in 0..<n { floor = Swift.max(floor, 1e-10 * model.values[k].magnitude) }
    for i in 0..<n { step[i] = 0 }
    for k in 0..<n {
      var projection = 0.0
      for i in 0..<n { projection += model.vectors[i * n + k] * (held[i] ? 0 : gradient[i]) }
      let scale = projection / Swift.max(model.values[k].magnitude, floor)
      for i in 0..<n { step[i] -= scale * model.vectors[i * n + k] }
    }
    let length = relativeLength(step)
    if length > radius { for i in 0..<n { step[i] *= radius / length } }
    for i in 0..<n {
      if held[i] {
        step[i] = face(of: i, gradient) - x[i]
      } else if confined {
        step[i] = Swift.min(Swift.max(x[i] + step[i], lower[i]), upper[i]) - x[i]
      }
    }
  }
}
