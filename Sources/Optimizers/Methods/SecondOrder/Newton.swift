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
    var iterate: SmoothIterate
    var spectrum: HessianSpectrum
    var direction: [Double]
    var point: LinePoint
    let longestStep: Double

    var x: [Double] { iterate.x }
  }

  private let eigenvalueFloor: Double
  private let tolerance: Double
  private let matrix: HessianSpectrum.Matrix

  init(_ hyperparameters: Hyperparameters) { self.init(hyperparameters, matrix: .hessian) }

  /// The same with another matrix in the Hessian's place.
  init(_ hyperparameters: Hyperparameters, matrix: HessianSpectrum.Matrix) {
    self.matrix = matrix
    eigenvalueFloor = hyperparameters.real("eigenvalueFloor")
    tolerance = hyperparameters.real("gradientTolerance")
  }

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    State(
      iterate: SmoothIterate(at: x), spectrum: HessianSpectrum(of: matrix, dimension: x.count),
      direction: Array(repeating: 0, count: x.count), point: LinePoint(dimension: x.count),
      longestStep: domain.diagonal)
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    if !state.iterate.isEvaluated { try state.iterate.evaluate(on: &evaluator) }
    guard state.iterate.gradient.maximumMagnitude > tolerance else { throw .gradientVanished }
    try state.spectrum.evaluate(at: state.x, on: &evaluator)
    let floor = max(eigenvalueFloor * state.spectrum.curvatures.maximumMagnitude, .leastNormalMagnitude)
    state.spectrum.aim(&state.direction, gradient: state.iterate.gradient, longest: state.longestStep) {
      max($0.magnitude, floor)
    }
    let slope = state.iterate.gradient.dot(state.direction)
    guard slope < 0 else { throw .stepVanished }
    try Backtracking().search(
      from: state.x, value: state.iterate.value, slope: slope, along: state.direction, point: &state.point,
      on: &evaluator)
    state.iterate.move(to: &state.point)
  }
}
