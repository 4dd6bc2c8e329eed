import Objectives
import Optimizers
import Scalars

/// Executes single runs of a plan. Holds nothing that a run could change, so any number may work at once.
public struct RunExecutor: Sendable {
  /// How many starts of a 2-D objective keep their path.
  public static let recordedPaths = 5

  public let plan: Plan
  public let checkpoints: [Int]

  public init(_ plan: Plan) {
    self.plan = plan
    checkpoints = Checkpoints.evaluations(budget: plan.study.budget)
  }

  /// The run at `position` of the plan.
  public func record(at position: Int) -> RunRecord {
    let key = plan.key(at: position)
    return record(of: key, from: plan.start(key.start, on: plan.study.objectives[key.objective]))
  }

  /// The run of `key`, but from the point `start`.
  ///
  /// - Parameter observe: called with the step number and the iterate, 0 and the start first.
  public func record(
    of key: RunKey, from start: [Double], observe: ((Int, [Double]) -> Void)? = nil
  ) -> RunRecord {
    let study = plan.study
    let objective = study.objectives[key.objective]
    let seed = plan.seed(of: key)
    let targetValue = objective.minimum.value + study.target
    var recorder = PathRecorder(domain: objective.domain)
    let keepsPath = objective.dimension == 2 && key.start < Self.recordedPaths
    var observer = observe
    if keepsPath {
      observer = { step, x in
        recorder.note(x)
        observe?(step, x)
      }
    }
    let descent = Descent.run(
      study.method(key.method, onObjective: key.objective), on: objective, from: start, budget: study.budget,
      generator: SeededGenerator(seed: seed), targetValue: targetValue, checkpoints: checkpoints, observe: observer)
    let verdict = Referee(objective: objective, targetValue: targetValue).verdict(on: descent)
    return RunRecord(
      key: key, seed: seed, x0: start, xBest: descent.xBest, xLast: descent.xLast, fBest: descent.fBest,
      fLast: descent.fLast, counts: descent.counts, evaluationsToTarget: descent.evaluationsToTarget,
      steps: descent.steps, reason: descent.reason.description, outcome: verdict.outcome, rest: verdict.rest,
      fRest: verdict.fRest, progress: descent.progress, path: keepsPath ? recorder.finished() : [])
  }
}
