import Objectives
import Scalars

/// A method whose step is exactly one gradient evaluation, then an update of the iterate.
///
/// A conforming method says what it remembers and how it updates; evaluating, shaping the gradient, the schedule and
/// the end of the run are written here once.
protocol FirstOrderMethod: Optimizer where State == FirstOrderState<Memory> {
  /// What the method carries from step to step beside the iterate.
  associatedtype Memory: Sendable

  var shaping: GradientShaping { get }
  func memory(dimension: Int) -> Memory
  /// Moves `x`; `gradient` is ∇f(x) after shaping.
  func update(_ x: inout [Double], _ memory: inout Memory, gradient: [Double], learningRate: Double)
}

struct FirstOrderState<Memory: Sendable>: IterateHolding {
  var x: [Double]
  var gradient: [Double]
  /// The iterate before the update, written only where the gradient vanishes.
  var previous: [Double]
  var memory: Memory
  /// Steps completed, k.
  var step = 0
}

extension FirstOrderMethod {
  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    let zero = [Double](repeating: 0, count: x.count)
    return State(x: x, gradient: zero, previous: zero, memory: memory(dimension: x.count))
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    _ = try evaluator.value(at: state.x, gradient: &state.gradient)
    shaping.shape(&state.gradient, at: state.x, step: state.step, using: &generator)
    let rate = shaping.learningRate(step: state.step, budget: evaluator.budget)
    // An estimate that vanishes says nothing of the gradient.
    let isCertain = shaping.noise.isSilent && !evaluator.isStochastic
    let isFlat = isCertain && state.gradient.maximumMagnitude <= shaping.tolerance
    if isFlat { state.previous.assign(state.x) }
    update(&state.x, &state.memory, gradient: state.gradient, learningRate: rate)
    if isFlat { try endIfAtRest(&state) }
    state.step += 1
  }

  /// Ends the run where the gradient has vanished and momentum is spent too: ‖Δx‖∞ ≤ η · tolerance.
  private func endIfAtRest(_ state: inout State) throws(TerminationReason) {
    let limit = shaping.learningRate * shaping.tolerance
    for i in state.x.indices where !((state.x[i] - state.previous[i]).magnitude <= limit) { return }
    state.x.assign(state.previous)
    throw .gradientVanished
  }
}

extension FirstOrderMethod where Memory == NoMemory {
  func memory(dimension: Int) -> NoMemory { NoMemory() }
}

/// The memory of a method that forgets.
struct NoMemory: Sendable {}
