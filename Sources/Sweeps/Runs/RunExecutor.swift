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
    let objective = plan.study.objectives[key.objective]
    let method = plan.study.methods[key.method]
    let start = plan.start(key.start, on: objective)
    let seed = plan.seed(of: key)
    let targetValue = objective.minimum.value + plan.study.target
    var recorder = PathRecorder(domain: objective.domain)
    let keepsPath = objective.dimension == 2 && key.start < Self.recordedPaths
    let descent = Descent.run(
      method, on: objective, from: start, budget: plan.study.budget, generator: SeededGenerator(seed: seed),
      targetValue: targetValue, checkpoints: checkpoints,
      observe: keepsPath ? { recorder.note($1) } : nil)
    let verdict = Referee(objective: objective, targetValue: targetValue).verdict(on: descent)
    return RunRecord(
      key: key, seed: seed, x0: start, xBest: descent.xBest, xLast: descent.xLast, fBest: descent.fBest,
      fLast: descent.fLast, counts: descent.counts, evaluationsToTarget: descent.evaluationsToTarget,
      steps: descent.steps, reason: descent.reason.description, outcome: verdict.outcome, rest: verdict.rest,
      fRest: verdict.fRest, progress: descent.progress, path: keepsPath ? recorder.finished() : [])
  }
}
