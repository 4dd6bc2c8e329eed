import Objectives
import Scalars
import Synchronization
import Testing

@testable import Optimizers

@Suite("Snapshots of warm restarts")
struct SnapshotTests {
  @Test("Cycles of 10, 20 and 40 steps begin at 0, 10 and 30 and end at 70")
  func cycles() {
    #expect((0...3).map { Schedule.restart($0, of: 3, over: 70) } == [0, 10, 30, 70])
  }

  @Test("Every cycle leaves one snapshot, one value each; all other evaluations are the local method's")
  func counts() throws {
    let objective = Journal()
    let run = try descend(
      "snapshots[cycles=4,local=momentum[learningRate=0.02]]", on: objective, from: [3.2, -4.1], budget: 304)
    #expect(run.reason == .budgetExhausted)
    #expect(run.counts == EvaluationCounts(value: 4, gradient: 300))
    // The last iterate is looked at once more when the run is over.
    let values = objective.values.withLock { $0.dropLast() }
    #expect(values.count == 4 && run.fLast == values.min())
  }

  @Test("Up to its first snapshot it is the local method with that schedule, bit for bit")
  func schedule() throws {
    let objective = Rastrigin(dimension: 2)
    let one = try descend("snapshots[cycles=1,local=adam]", on: objective, from: [3.2, -4.1], budget: 101)
    // 100 steps of a schedule over 101, as the run's budget says.
    let local = try descend(
      "adam[schedule=cosine-restarts,scheduleStages=1,scheduleSteps=101]", on: objective, from: [3.2, -4.1], budget: 100
    )
    #expect(one.xLast == local.xLast && one.counts == EvaluationCounts(value: 1, gradient: 100))
  }

  @Test("What has no learning-rate schedule is refused, with what has one")
  func refusal() throws {
    let error = #expect(throws: InvalidInputs.self) { try method("snapshots[local=nelder-mead]") }
    #expect(error?.description.contains("nelder-mead") == true && error?.description.contains("momentum") == true)
  }

  /// Rastrigin's function, with the values that were asked for without a gradient.
  final class Journal: Objective {
    let id = "journal"
    let values = Mutex<[Double]>([])
    private let kept = Rastrigin(dimension: 2)
    var domain: Box { kept.domain }
    var minimum: KnownMinimum { kept.minimum }

    func evaluate<S: RealScalar>(_ x: Span<S>) -> S { kept.evaluate(x) }
    func value(at x: Span<Double>) -> Double {
      let value = kept.value(at: x)
      values.withLock { $0.append(value) }
      return value
    }
    func value(at x: Span<Double>, gradient: inout [Double]) -> Double { kept.value(at: x, gradient: &gradient) }
  }
}
