import Objectives
import Scalars

/// One run of one method from one start, to the end of its budget or of its own accord.
public struct Descent: Sendable {
  /// The last iterate.
  public let xLast: [Double]
  /// f at the last iterate; NaN or infinite where the formula is.
  public let fLast: Double
  /// The best point inside the domain that the run evaluated or ended on; empty if there was none.
  public let xBest: [Double]
  /// f at `xBest`; +∞ if there was none.
  public let fBest: Double
  public let counts: EvaluationCounts
  /// Evaluations spent when the target was first reached; nil if it was not.
  public let evaluationsToTarget: Int?
  /// Steps completed.
  public let steps: Int
  public let reason: TerminationReason
  /// The best value at each of the evaluator's checkpoints; carried forward where the run ended early.
  public let progress: [Double]

  /// Runs `method` from `start`. Of a stochastic objective, the method is told estimates and the values here are exact.
  ///
  /// - Parameter generator: the method's draws; it names the estimates of a stochastic objective as well.
  /// - Parameter observe: called with the step number and the iterate: 0 and the start first, then after every step.
  public static func run(
    _ method: Method, on objective: any Objective, from start: [Double], budget: Int, generator: SeededGenerator,
    targetValue: Double = -.infinity, checkpoints: [Int] = [], observe: ((Int, [Double]) -> Void)? = nil
  ) -> Descent {
    precondition(start.count == objective.dimension, "a start has one element per dimension of its objective")
    var generator = generator
    // A stream of its own: a method's draws are the same with noise and without, and so are the estimates of two methods
    // that are given the same generator.
    var naming = generator
    let oracleSeed = SeededGenerator.streamSeed(naming.next(), axes: ["oracle"])
    var evaluator = Evaluator(
      objective, budget: budget, targetValue: targetValue, checkpoints: checkpoints, oracleSeed: oracleSeed)
    let end = method.optimizer.run(from: start, on: &evaluator, using: &generator, observe: observe)
    return Descent(ending: &evaluator, at: end.x, steps: end.steps, reason: end.reason)
  }

  init(ending evaluator: inout Evaluator, at x: [Double], steps: Int, reason: TerminationReason) {
    // One NaN for all: what bits a NaN has depends on the order in which a processor was given its operands.
    fLast = evaluator.look(at: x).orPlainNaN
    xLast = x.contains(where: \.isNaN) ? x.map(\.orPlainNaN) : x
    xBest = evaluator.best.x
    fBest = evaluator.best.value
    counts = evaluator.counts
    evaluationsToTarget = evaluator.evaluationsToTarget
    self.steps = steps
    self.reason = reason
    progress = evaluator.handOverProgress()
  }
}

extension Descent {
  /// Runs `method` from each of `starts`, in lockstep: the same bits as `run` for each, sooner.
  ///
  /// - Precondition: `method.runsInLockstep(on: objective)`.
  public static func runInLockstep(
    _ method: Method, on objective: any Objective, from starts: [[Double]], budget: Int,
    targetValue: Double = -.infinity, checkpoints: [Int] = []
  ) -> [Descent] {
    guard let optimizer = method.optimizer as? any LockstepMethod, method.runsInLockstep(on: objective) else {
      preconditionFailure("\(method.id) does not run in lockstep on \(objective.id)")
    }
    var descents: [Descent] = []
    descents.reserveCapacity(starts.count)
    let size = LockstepGroup.size(dimension: objective.dimension)
    for first in stride(from: 0, to: starts.count, by: size) {
      var group = LockstepGroup(
        from: starts[first..<min(first + size, starts.count)], on: objective, budget: budget, targetValue: targetValue,
        checkpoints: checkpoints)
      optimizer.run(&group, on: objective)
      group.handOver(to: &descents)
    }
    return descents
  }
}

extension Double {
  fileprivate var orPlainNaN: Double { isNaN ? .nan : self }
}
