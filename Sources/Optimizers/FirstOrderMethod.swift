import Objectives
import Scalars

/// A method whose step is one gradient, then an update of the point where the next gradient is taken.
///
/// A conforming method says what it remembers and how it updates; evaluating, shaping the gradient, the schedule and
/// the end of the run are written here once. Unless a method says otherwise a step is exactly one evaluation, a value with
/// its gradient. Bounds: none. The point may leave the domain, and what it finds there never counts as best.
///
/// Reasons to end: `.budgetExhausted`, `.gradientVanished` at rest, `.noImprovement` with `patience`, `.notFinite` for a
/// value or a gradient that is NaN or infinite, `.diverged`.
protocol FirstOrderMethod: Optimizer where State == FirstOrderState<ScalarMemory> {
  /// What the method carries from step to step beside the point.
  associatedtype ScalarMemory: FirstOrderMemory where ScalarMemory.Number == Double

  var shaping: GradientShaping { get }
  /// Whether the run ends where the gradient vanishes and the update moves nothing; not for methods that go on by chance.
  var restsAtStationaryPoints: Bool { get }

  /// The memory of a run that begins at `x`.
  func memory(at x: [Double]) -> ScalarMemory
  /// Evaluates what the step needs, writes the gradient to follow into `state.gradient` and returns f(x).
  func evaluate(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) -> Double
  /// Moves `x`; `gradient` is ∇f(x) after shaping.
  func update(_ x: inout [Double], _ memory: inout ScalarMemory, gradient: [Double], pace: Pace)
  /// Moves `x` once more, by chance.
  func disturb(_ x: inout [Double], _ memory: inout ScalarMemory, pace: Pace, using generator: inout SeededGenerator)
}

struct FirstOrderState<Memory: FirstOrderMemory>: Monitored where Memory.Number == Double {
  /// Where the next gradient is taken.
  var point: [Double]
  var gradient: [Double]
  /// The point before the update, written only where the gradient vanishes.
  var previous: [Double]
  var memory: Memory
  var monitor = EarlyStopping.Monitor()
  var plateau = PlateauReduction.Watch()
  /// Steps completed, k.
  var step = 0

  var x: [Double] { memory.iterate(at: point) }

  mutating func settle(at x: [Double]) { _ = move(to: x) }

  mutating func move(to x: [Double]) -> Bool {
    memory.move(from: point, to: x)
    point.assign(x)
    return true
  }
}

extension FirstOrderMethod {
  var restsAtStationaryPoints: Bool { true }

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    let zero = [Double](repeating: 0, count: x.count)
    return State(point: x, gradient: zero, previous: zero, memory: memory(at: x))
  }

  func evaluate(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) -> Double {
    try evaluator.value(at: state.point, gradient: &state.gradient)
  }

  func disturb(_ x: inout [Double], _ memory: inout ScalarMemory, pace: Pace, using generator: inout SeededGenerator) {}

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    let value = try evaluate(&state, on: &evaluator, using: &generator)
    try shaping.earlyStopping.endWithoutImprovement(value, &state, on: evaluator)
    shaping.shape(&state.gradient, at: state.point, step: state.step, using: &generator)
    let pace = shaping.pace(step: state.step, budget: evaluator.budget, value: value, &state.plateau)
    // An estimate that vanishes says nothing of the gradient.
    let isCertain = restsAtStationaryPoints && shaping.noise.isSilent && !evaluator.isStochastic
    let isFlat = isCertain && state.gradient.maximumMagnitude <= shaping.tolerance
    if isFlat { state.previous.assign(state.point) }
    if shaping.weightDecay.isDecoupled {
      state.memory.decay(&state.point, by: pace.learningRate * shaping.weightDecay.strength)
    }
    update(&state.point, &state.memory, gradient: state.gradient, pace: pace)
    disturb(&state.point, &state.memory, pace: pace, using: &generator)
    if isFlat { try endIfAtRest(&state) }
    state.step += 1
  }

  /// Ends the run where the gradient has vanished and momentum is spent too: ‖Δx‖∞ ≤ η · tolerance.
  private func endIfAtRest(_ state: inout State) throws(TerminationReason) {
    let limit = shaping.learningRate * shaping.tolerance
    for i in state.point.indices where !((state.point[i] - state.previous[i]).magnitude <= limit) { return }
    state.point.assign(state.previous)
    throw .gradientVanished
  }
}
