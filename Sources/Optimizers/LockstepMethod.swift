import Objectives
import Scalars

/// A first-order method whose rule of update is written for any number, so that eight runs advance at once.
///
/// Every lane does the operations of a run by itself in the same order, and has its bits. A lane whose run has ended is
/// parked: it computes on, and nobody looks. Not for rules that draw numbers, that evaluate more than a gradient a step, or
/// whose update does not go from coordinate to coordinate: it is given several batches as if they were one.
protocol LockstepMethod: FirstOrderMethod {
  associatedtype LanesMemory: FirstOrderMemory where LanesMemory.Number == Lanes

  /// `memory(at:)` of batches side by side.
  func memory(at x: [Lanes]) -> LanesMemory
  /// `update(_:_:gradient:pace:)` of batches side by side.
  func update(_ x: inout [Lanes], _ memory: inout LanesMemory, gradient: [Lanes], pace: Pace)

  /// Steps a group until all its runs have ended. Not to be written by a method: it is a requirement only so that its one
  /// implementation is compiled for each.
  func run(_ group: inout LockstepGroup, on objective: any Objective)
}

/// What a group carries from step to step.
struct LockstepState<Memory: FirstOrderMemory>: Sendable where Memory.Number == Lanes {
  var point: [Lanes]
  var gradient: [Lanes]
  /// The point before the update, written only where a gradient vanishes.
  var previous: [Lanes]
  var memory: Memory
  /// Of each run.
  var improvements: [EarlyStopping.Watch]
}

extension LockstepMethod {
  func run(_ group: inout LockstepGroup, on objective: any Objective) {
    let starts = group.starts
    var state = LockstepState(
      point: starts, gradient: starts, previous: starts, memory: memory(at: starts),
      improvements: Array(repeating: .init(), count: group.ends.count))
    // Only plateaus would write to it, and lanes take part in none.
    var plateau = PlateauReduction.Watch()
    var step = 0
    while group.isGoing {
      let pace = shaping.pace(step: step, budget: group.budget, value: .nan, &plateau)
      advance(&state, &group, on: objective, pace)
      step += 1
    }
  }

  /// One step of all runs of a group: `FirstOrderMethod.step`, lane by lane.
  private func advance(
    _ state: inout LockstepState<LanesMemory>, _ group: inout LockstepGroup, on objective: any Objective, _ pace: Pace
  ) {
    group.park(&state.point)
    group.evaluate(objective, at: state.point, gradient: &state.gradient, memory: state.memory)
    if shaping.earlyStopping.isOn { endWithoutImprovement(&state, &group, steps: pace.step) }
    guard group.isGoing else { return }
    if shaping.changesGradient { shape(&state, &group) }
    let isAnyFlat = restsAtStationaryPoints && group.isAnyFlat(within: shaping.tolerance)
    if isAnyFlat { state.previous.assign(state.point) }
    if shaping.weightDecay.isDecoupled {
      state.memory.decay(&state.point, by: pace.learningRate * shaping.weightDecay.strength)
    }
    update(&state.point, &state.memory, gradient: state.gradient, pace: pace)
    if isAnyFlat { endAtRest(state, &group, steps: pace.step) }
  }

  @inline(never)
  private func shape(_ state: inout LockstepState<LanesMemory>, _ group: inout LockstepGroup) {
    if shaping.clipping.norm > 0 {
      group.eachBatch(of: &state.gradient) { shaping.clipping.apply(to: &$0) }
    } else {
      shaping.clipping.apply(to: &state.gradient)
    }
    shaping.weightDecay.apply(to: &state.gradient, at: state.point)
    group.lookAgain(at: state.gradient)
  }

  @inline(never)
  private func endWithoutImprovement(
    _ state: inout LockstepState<LanesMemory>, _ group: inout LockstepGroup, steps: Int
  ) {
    for run in group.going {
      let value = group.values[run / Lanes.width].values[run % Lanes.width]
      if shaping.earlyStopping.ends(at: value, &state.improvements[run]) {
        group.end(run, .noImprovement, at: state.memory.iterate(at: state.point), steps: steps)
      }
    }
  }

  /// Ends the runs whose gradient has vanished, and which the update has not moved.
  @inline(never)
  private func endAtRest(_ state: LockstepState<LanesMemory>, _ group: inout LockstepGroup, steps: Int) {
    let limit = shaping.learningRate * shaping.tolerance
    for batch in 0..<group.batches {
      let isAtRest = group.isAtRest(
        batch, state.gradient.span, within: shaping.tolerance, from: state.previous.span, to: state.point.span,
        within: limit)
      guard isAtRest.isAny else { continue }
      let iterate = state.memory.iterate(at: state.previous)
      for lane in 0..<Lanes.width where isAtRest[lane] && group.goesOn(batch, lane) {
        group.end(batch * Lanes.width + lane, .gradientVanished, at: iterate, steps: steps)
      }
    }
  }
}
