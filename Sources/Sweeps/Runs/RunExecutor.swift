import Objectives
import Optimizers
import Scalars

/// Executes single runs of a plan. Holds nothing that a run could change, so any number may work at once.
public struct RunExecutor: Sendable {
  /// How many starts of a 2-D objective keep their path.
  public static let recordedPaths = 5

  public let plan: Plan
  public let checkpoints: [Int]
  /// Whether the runs of a cell can advance in lockstep: objectives, then methods, as in the plan.
  private let runInLockstep: [Bool]

  public init(_ plan: Plan) {
    self.plan = plan
    checkpoints = Checkpoints.evaluations(budget: plan.study.budget)
    let study = plan.study
    runInLockstep = study.objectives.indices.flatMap { objective in
      study.methods.indices.map {
        study.method($0, onObjective: objective).runsInLockstep(on: study.objectives[objective])
      }
    }
  }

  /// How the runs at `positions` of the plan are best worked off: in chunks of runs that advance in lockstep, or alone.
  ///
  /// - Parameter length: the longest chunk.
  public func chunks(of positions: [Int], length: Int) -> [Range<Int>] {
    var chunks: [Range<Int>] = []
    var begin = 0
    while begin < positions.count {
      var end = begin + 1
      if let cell = lockstepCell(at: positions[begin]) {
        while end < positions.count, end - begin < length, lockstepCell(at: positions[end]) == cell { end += 1 }
      }
      chunks.append(begin..<end)
      begin = end
    }
    return chunks
  }

  /// The runs at `positions`, a chunk of `chunks(of:length:)`; the same bits as one by one.
  public func runs(at positions: ArraySlice<Int>) -> [FinishedRun] {
    guard positions.count > 1 else { return positions.map { run(at: $0) } }
    let keys = positions.map { plan.key(at: $0) }
    let objective = plan.study.objectives[keys[0].objective]
    let starts = plan.starts(keys.map(\.start), on: objective)
    let seeds = plan.seeds(ofCell: keys[0])
    let descents = Descent.runInLockstep(
      plan.study.method(keys[0].method, onObjective: keys[0].objective), on: objective, from: starts,
      budget: plan.study.budget,
      targetValue: targetValue(on: objective), checkpoints: checkpoints)
    let referee = Referee(objective: objective, targetValue: targetValue(on: objective))
    return keys.indices.map {
      finished(keys[$0], seed: seeds.seed(of: keys[$0].start), from: starts[$0], descents[$0], by: referee)
    }
  }

  /// The cell of a run that can advance in lockstep with others of its cell; nil for one that cannot.
  private func lockstepCell(at position: Int) -> Int? {
    let cell = position / plan.study.starts
    return runInLockstep[cell] && !keepsPath(plan.key(at: position)) ? cell : nil
  }

  private func keepsPath(_ key: RunKey) -> Bool {
    key.start < Self.recordedPaths && plan.study.objectives[key.objective].dimension == 2
  }

  private func targetValue(on objective: any Objective) -> Double { objective.minimum.value + plan.study.target }

  /// The run at `position` of the plan.
  public func run(at position: Int) -> FinishedRun {
    let key = plan.key(at: position)
    return run(of: key, from: plan.start(key.start, on: plan.study.objectives[key.objective]))
  }

  /// The record of the run at `position` of the plan.
  public func record(at position: Int) -> RunRecord { run(at: position).record }

  /// The run of `key`, but from the point `start`.
  ///
  /// - Parameter observe: called with the step number and the iterate, 0 and the start first.
  public func run(
    of key: RunKey, from start: [Double], observe: ((Int, [Double]) -> Void)? = nil
  ) -> FinishedRun {
    let objective = plan.study.objectives[key.objective]
    var recorder = PathRecorder(domain: objective.domain)
    var observer = observe
    if keepsPath(key) {
      observer = { step, x in
        recorder.note(x)
        observe?(step, x)
      }
    }
    let seed = plan.seed(of: key)
    let descent = Descent.run(
      plan.study.method(key.method, onObjective: key.objective), on: objective, from: start, budget: plan.study.budget,
      generator: SeededGenerator(seed: seed), targetValue: targetValue(on: objective),
      checkpoints: checkpoints, observe: observer)
    let referee = Referee(objective: objective, targetValue: targetValue(on: objective))
    return finished(
      key, seed: seed, from: start, descent, by: referee, path: keepsPath(key) ? recorder.finished() : [])
  }

  private func finished(
    _ key: RunKey, seed: UInt64, from start: [Double], _ descent: Descent, by referee: Referee, path: [Double] = []
  ) -> FinishedRun {
    let verdict = referee.verdict(on: descent)
    let record = RunRecord(
      key: key, seed: seed, x0: start, xBest: descent.xBest, xLast: descent.xLast, fBest: descent.fBest,
      fLast: descent.fLast, counts: descent.counts, evaluationsToTarget: descent.evaluationsToTarget,
      steps: descent.steps, reason: descent.reason.description, outcome: verdict.outcome, rest: verdict.rest,
      fRest: verdict.fRest, path: path)
    return FinishedRun(record: record, progress: descent.progress)
  }
}
