import Objectives
import Scalars

/// A first-order method whose rule of update is written for any number, so that eight runs advance at once.
///
/// Every lane does the operations of a run by itself in the same order, and has its bits. A lane whose run has ended is
/// parked: it computes on, and nobody looks. Not for rules that draw numbers, or that evaluate more than a gradient a step.
protocol LockstepMethod: FirstOrderMethod {
  associatedtype LanesMemory: FirstOrderMemory where LanesMemory.Number == Lanes

  /// `memory(at:)` of a batch.
  func memory(at x: [Lanes]) -> LanesMemory
  /// `update(_:_:gradient:pace:)` of a batch.
  func update(_ x: inout [Lanes], _ memory: inout LanesMemory, gradient: [Lanes], pace: Pace)

  /// Steps batches in turn until all their runs have ended. Not to be written by a method: it is a requirement only so
  /// that its one implementation is compiled for each.
  func run(_ batches: inout [LockstepBatch], on objective: any Objective)
}

/// What a batch carries from step to step.
struct LockstepState<Memory: FirstOrderMemory>: Sendable where Memory.Number == Lanes {
  var point: [Lanes]
  var gradient: [Lanes]
  /// The point before the update, written only where a gradient vanishes.
  var previous: [Lanes]
  var memory: Memory
  var isGoing = true
  var improvements = [EarlyStopping.Watch](repeating: .init(), count: Lanes.width)
}

extension LockstepMethod {
  func run(_ batches: inout [LockstepBatch], on objective: any Objective) {
    var states = batches.map { batch in
      LockstepState(
        point: batch.starts, gradient: batch.starts, previous: batch.starts, memory: memory(at: batch.starts))
    }
    let budget = batches.first?.budget ?? 0
    // Only plateaus would write to it, and lanes take part in none.
    var watch = DescentWatch()
    var step = 0
    var isAnyGoing = true
    while isAnyGoing {
      let pace = shaping.pace(step: step, budget: budget, value: .nan, &watch)
      isAnyGoing = false
      for i in states.indices where states[i].isGoing {
        advance(&states[i], &batches[i], on: objective, pace)
        if states[i].isGoing { isAnyGoing = true }
      }
      step += 1
    }
  }

  /// One step of all runs of a batch: `FirstOrderMethod.step`, lane by lane.
  private func advance(
    _ state: inout LockstepState<LanesMemory>, _ batch: inout LockstepBatch, on objective: any Objective, _ pace: Pace
  ) {
    batch.park(&state.point)
    let value = batch.value(
      of: objective, at: state.point, gradient: &state.gradient, memory: state.memory)
    if shaping.earlyStopping.isOn { endWithoutImprovement(value, &state, &batch, steps: pace.step) }
    state.isGoing = batch.isGoing
    guard state.isGoing else { return }
    shaping.clipping.apply(to: &state.gradient)
    shaping.weightDecay.apply(to: &state.gradient, at: state.point)
    let isAnyFlat = restsAtStationaryPoints && state.gradient.isAnyFlat(within: shaping.tolerance)
    if isAnyFlat { state.previous.assign(state.point) }
    if shaping.weightDecay.isDecoupled {
      state.memory.decay(&state.point, by: pace.learningRate * shaping.weightDecay.strength)
    }
    update(&state.point, &state.memory, gradient: state.gradient, pace: pace)
    if isAnyFlat {
      endAtRest(state, &batch, steps: pace.step)
      state.isGoing = batch.isGoing
    }
  }

  @inline(never)
  private func endWithoutImprovement(
    _ value: Lanes, _ state: inout LockstepState<LanesMemory>, _ batch: inout LockstepBatch, steps: Int
  ) {
    for lane in batch.going where shaping.earlyStopping.ends(at: value.values[lane], &state.improvements[lane]) {
      batch.end(lane, .noImprovement, at: state.memory.iterate(at: state.point), steps: steps)
    }
  }

  /// Ends the runs whose gradient has vanished, and which the update has not moved.
  @inline(never)
  private func endAtRest(_ state: LockstepState<LanesMemory>, _ batch: inout LockstepBatch, steps: Int) {
    let limit = shaping.learningRate * shaping.tolerance
    for lane in batch.going {
      let isAtRest = state.point.indices.allSatisfy { i in
        state.gradient[i].values[lane].magnitude <= shaping.tolerance
          && (state.point[i].values[lane] - state.previous[i].values[lane]).magnitude <= limit
      }
      if isAtRest {
        batch.end(lane, .gradientVanished, at: state.memory.iterate(at: state.previous), steps: steps)
      }
    }
  }
}

extension [Lanes] {
  /// Whether in some lane no element is larger than `tolerance`.
  @inline(__always)
  fileprivate func isAnyFlat(within tolerance: Double) -> Bool {
    var largest = Lanes(0)
    for x in self { largest = .max(largest, .abs(x)) }
    return (largest .<= Lanes(tolerance)).isAny
  }
}
