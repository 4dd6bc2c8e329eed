import Objectives
import Scalars

/// Gradient descent that leaps to a uniform point of a small ball where the gradient is small, to fall off saddles.
///
/// State: the iterate; the point x̃ before the last leap, its value, and when that was. Where ‖g‖ ≤ `gradientThreshold` and
/// the last leap is more than `interval` steps ago, it leaps, which costs a second evaluation, and descends. If f has not
/// come lower than f(x̃) by more than `decrease` when `interval` steps have passed, x̃ was no saddle: the run ends there,
/// `.gradientVanished`. On a stochastic objective values decide nothing, and it goes on. The paper derives all settings from
/// bounds on f's derivatives, which are unknown here. Defaults: η = 10⁻³ as for gradient descent; radius 0.01, threshold
/// 10⁻⁴, 200 steps and 10⁻⁸ leave a saddle of curvature −1, where the radius grows by half in that time.
struct PerturbedGradientDescent: FirstOrderMethod {
  static let info = MethodInfo(
    id: "perturbed-gradient-descent", name: "Perturbed gradient descent", order: .first,
    hyperparameters: GradientShaping.hyperparameters(
      learningRate: 0.001,
      [
        .real("radius", default: 0.01, .init(above: 0), meaning: "radius of the ball of perturbations"),
        .real(
          "gradientThreshold", default: 1e-4, .init(atLeast: 0), meaning: "length of the gradient at which it leaps"),
        .integer("interval", default: 200, in: 1...1_000_000_000, meaning: "steps from a leap to its judgement"),
        .real("decrease", default: 1e-8, .init(atLeast: 0), meaning: "how much lower f must be by then"),
      ]),
    source: "Jin, Ge, Netrapalli, Kakade and Jordan, How to Escape Saddle Points Efficiently, ICML 2017")

  struct Memory: FirstOrderMemory {
    var origin: [Double]
    var direction: [Double]
    var originValue = Double.infinity
    /// The step of the last leap; nil before the first.
    var leapStep: Int?
  }

  let shaping: GradientShaping
  let restsAtStationaryPoints = false
  private let radius: Double
  private let threshold: Double
  private let interval: Int
  private let decrease: Double

  init(_ hyperparameters: Hyperparameters) {
    shaping = GradientShaping(hyperparameters)
    radius = hyperparameters.real("radius")
    threshold = hyperparameters.real("gradientThreshold")
    interval = hyperparameters.integer("interval")
    decrease = hyperparameters.real("decrease")
  }

  func memory(at x: [Double]) -> Memory { Memory(origin: x, direction: Array(repeating: 0, count: x.count)) }

  func evaluate(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) -> Double {
    let value = try evaluator.value(at: state.point, gradient: &state.gradient)
    let waited = state.memory.leapStep.map { state.step - $0 }
    if waited == interval, value > state.memory.originValue - decrease, !evaluator.isStochastic {
      state.point.assign(state.memory.origin)
      throw .gradientVanished
    }
    guard waited.map({ $0 > interval }) ?? true, state.gradient.norm <= threshold else { return value }
    return try leap(from: value, &state, on: &evaluator, using: &generator)
  }

  private func leap(
    from value: Double, _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) -> Double {
    state.memory.origin.assign(state.point)
    state.memory.originValue = value
    state.memory.leapStep = state.step
    state.memory.direction.drawDirection(using: &generator)
    // The volume inside radius r is as rⁿ, so that the n-th root of a uniform number is the radius of a uniform point.
    let length = radius * Elementary.pow(generator.uniform(), 1 / Double(state.point.count))
    for i in state.point.indices { state.point[i] += length * state.memory.direction[i] }
    return try evaluator.value(at: state.point, gradient: &state.gradient)
  }

  func update(_ x: inout [Double], _ memory: inout Memory, gradient: [Double], pace: Pace) {
    for i in x.indices { x[i] -= pace.learningRate * gradient[i] }
  }
}
