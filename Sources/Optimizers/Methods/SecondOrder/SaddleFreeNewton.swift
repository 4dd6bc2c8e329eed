import Objectives
import Scalars

/// x ← x − (|H| + λI)⁻¹ ∇f(x), with |H| the Hessian with its eigenvalues' absolute values: repelled by saddles.
///
/// State: the iterate with its value and gradient, and the last damping λ. Along an eigenvector of curvature −κ the step
/// is as long as along one of curvature κ, and points away from the saddle; Newton's own step would lead onto it. λ is
/// searched for at every iteration, as in the paper, on the grid 0, 10⁻⁶, 10⁻⁵ … of the largest |eigenvalue|: from the
/// last one, less while f gets lower, or more until f falls by 10⁻⁴ of what the gradient promises. Defaults: it begins
/// with λ = 0; no step is longer than the domain's diagonal. An iteration costs a Hessian and a value with gradient per λ
/// tried. At a stationary point, whatever its kind, `.gradientVanished`; where no λ lowers f, `.stepVanished`.
/// Bounds: none. `newton` has the same matrix, a floor in place of damping, and searches along its direction.
struct SaddleFreeNewton: Optimizer {
  static let info = MethodInfo(
    id: "saddle-free-newton", name: "Saddle-free Newton", order: .second,
    hyperparameters: [
      .real(
        "firstDamping", default: 0, .init(atLeast: 0, atMost: 1),
        meaning: "damping λ that the first iteration tries first, as a fraction of the largest curvature"),
      .gradientTolerance,
    ],
    source: "Dauphin et al., Identifying and Attacking the Saddle Point Problem in High-Dimensional Non-Convex "
      + "Optimization, NIPS 2014, arXiv:1406.2572")

  struct State: IterateHolding {
    var iterate: SmoothIterate
    var spectrum: HessianSpectrum
    var direction: [Double]
    /// The lowest point of this iteration, and the one that is tried against it.
    var lowest: LinePoint
    var trial: LinePoint
    /// Exponent of the damping: λ is 10ᵏ of the largest |eigenvalue|, and 0 at k = −7.
    var exponent: Int
    let longestStep: Double

    var x: [Double] { iterate.x }
  }

  static let undamped = -7

  private let firstExponent: Int
  private let tolerance: Double

  init(_ hyperparameters: Hyperparameters) {
    let damping = hyperparameters.real("firstDamping")
    firstExponent = (Self.undamped...0).first { Self.damping($0) >= damping } ?? 0
    tolerance = hyperparameters.real("gradientTolerance")
  }

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    State(
      iterate: SmoothIterate(at: x), spectrum: HessianSpectrum(dimension: x.count),
      direction: Array(repeating: 0, count: x.count), lowest: LinePoint(dimension: x.count),
      trial: LinePoint(dimension: x.count), exponent: firstExponent, longestStep: domain.diagonal)
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    if !state.iterate.isEvaluated { try state.iterate.evaluate(on: &evaluator) }
    guard state.iterate.gradient.maximumMagnitude > tolerance else { throw .gradientVanished }
    try state.spectrum.evaluate(at: state.x, on: &evaluator)
    if try tries(state.exponent, &state, on: &evaluator) {
      swap(&state.lowest, &state.trial)
      while state.exponent > Self.undamped, try tries(state.exponent - 1, &state, on: &evaluator),
        state.trial.value < state.lowest.value
      {
        swap(&state.lowest, &state.trial)
        state.exponent -= 1
      }
    } else {
      repeat { state.exponent += 1 } while try !tries(state.exponent, &state, on: &evaluator)
      swap(&state.lowest, &state.trial)
    }
    state.iterate.move(to: &state.lowest)
    state.exponent = min(state.exponent, 0)
  }

  /// Evaluates the step with the damping `exponent`; whether it lowers f enough. Throws where it moves nothing.
  private func tries(
    _ exponent: Int, _ state: inout State, on evaluator: inout Evaluator
  ) throws(TerminationReason) -> Bool {
    state.aim(damping: Self.damping(exponent))
    state.trial.place(at: 1, along: state.direction, from: state.x)
    guard state.trial.x != state.x else { throw .stepVanished }
    try state.trial.evaluate(along: state.direction, on: &evaluator)
    return state.trial.isSufficientlyLow(
      origin: state.iterate.value, slope: state.iterate.gradient.dot(state.direction), c1: Backtracking().c1)
  }

  /// λ as a fraction of the largest |eigenvalue|.
  private static func damping(_ exponent: Int) -> Double {
    exponent <= undamped ? 0 : Double.power(10, exponent)
  }
}

extension SaddleFreeNewton.State {
  /// Sets the direction to −(|H| + λI)⁻¹ g.
  fileprivate mutating func aim(damping: Double) {
    let largest = spectrum.curvatures.maximumMagnitude
    // A Hessian of 0 says nothing: then as if it were the identity.
    let shift = largest > 0 ? damping * largest : damping
    spectrum.aim(&direction, gradient: iterate.gradient, longest: longestStep) { $0.magnitude + shift }
  }
}
