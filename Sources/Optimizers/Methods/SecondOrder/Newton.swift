import Objectives
import Scalars

/// x ← x − α Σᵢ qᵢ (qᵢ·g)/max(|λᵢ|, δ), with eigenvalues λᵢ and eigenvectors qᵢ of ∇²f(x): Newton's method that descends.
///
/// State: the iterate with its value and gradient. Where the curvature is negative, |λ| in place of λ turns the step away
/// from the saddle or maximum that Newton's own step would seek. α by backtracking from 1. Defaults: δ = 10⁻⁸ of the
/// largest |λ|, the square root of the rounding unit, below which a curvature is mostly noise; no step is longer than the
/// domain's diagonal. An iteration costs a Hessian and one value with gradient per trial step. At a stationary point,
/// whatever its kind, it ends with `.gradientVanished`. The absolute value is from Dauphin et al. (NIPS 2014), and
/// before them Greenstadt.
struct Newton: Optimizer {
  static let info = MethodInfo(
    id: "newton", name: "Newton", order: .second,
    hyperparameters: [
      .real(
        "eigenvalueFloor", default: 1e-8, .init(above: 0, atMost: 1),
        meaning: "smallest curvature used, as a fraction of the largest, δ"),
      .gradientTolerance,
    ],
    source: "Greenstadt, On the Relative Efficiencies of Gradient Methods, Math. Comp. 21, 1967")

  struct State: IterateHolding {
    var x: [Double]
    var value = Double.nan
    var isEvaluated = false
    var gradient: [Double]
    var hessian: [Double]
    var direction: [Double]
    var eigensolver: SymmetricEigensolver
    var point: LinePoint
    let longestStep: Double
  }

  private let eigenvalueFloor: Double
  private let tolerance: Double

  init(_ hyperparameters: Hyperparameters) {
    eigenvalueFloor = hyperparameters.real("eigenvalueFloor")
    tolerance = hyperparameters.real("gradientTolerance")
  }

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    let zero = [Double](repeating: 0, count: x.count)
    return State(
      x: x, gradient: zero, hessian: Array(repeating: 0, count: x.count * x.count), direction: zero,
      eigensolver: SymmetricEigensolver(dimension: x.count), point: LinePoint(dimension: x.count),
      longestStep: domain.diagonal)
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    if !state.isEvaluated {
      state.value = try evaluator.value(at: state.x, gradient: &state.gradient)
      state.isEvaluated = true
    }
    guard state.gradient.maximumMagnitude > tolerance else { throw .gradientVanished }
    try evaluator.hessian(at: state.x, into: &state.hessian)
    aim(&state)
    let slope = state.gradient.dot(state.direction)
    guard slope < 0 else { throw .stepVanished }
    try Backtracking().search(
      from: state.x, value: state.value, slope: slope, along: state.direction, point: &state.point, on: &evaluator)
    swap(&state.x, &state.point.x)
    swap(&state.gradient, &state.point.gradient)
    state.value = state.point.value
  }

  /// Sets the direction from the gradient and the Hessian.
  private func aim(_ state: inout State) {
    let n = state.x.count
    state.eigensolver.decompose(state.hessian)
    let floor = max(eigenvalueFloor * state.eigensolver.values.maximumMagnitude, .leastNormalMagnitude)
    for i in 0..<n { state.direction[i] = 0 }
    for j in 0..<n {
      var projection = 0.0
      for i in 0..<n { projection += state.eigensolver.vectors[i * n + j] * state.gradient[i] }
      // A tiny curvature may make this infinite; a large finite number is as good, since the length is cut below.
      let curvature = max(state.eigensolver.values[j].magnitude, floor)
      let coefficient = min(max(projection / curvature, -1e150), 1e150)
      for i in 0..<n { state.direction[i] -= coefficient * state.eigensolver.vectors[i * n + j] }
    }
    let length = state.direction.norm
    if length > state.longestStep {
      for i in 0..<n { state.direction[i] *= state.longestStep / length }
    }
  }
}
