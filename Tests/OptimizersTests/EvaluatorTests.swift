import Objectives
import Scalars
import Testing

@testable import Optimizers

@Suite("Evaluator")
struct EvaluatorTests {
  @Test("Values, gradients and Hessians are one evaluation each, and the budget counts all three")
  func counts() throws {
    var evaluator = Evaluator(Valley(), budget: 4)
    var gradient = [0.0, 0]
    var hessian = [0.0, 0, 0, 0]
    // By hand at (−1.2, 1): f = 24.2, ∇f = (−215.6, −88), ∇²f = (1330, 480; 480, 200).
    #expect(try (evaluator.value(at: [-1.2, 1]) - 24.2).magnitude < 1e-13)
    #expect(try (evaluator.value(at: [-1.2, 1], gradient: &gradient) - 24.2).magnitude < 1e-13)
    try evaluator.hessian(at: [-1.2, 1], into: &hessian)
    _ = try evaluator.trial(at: [-1.2, 1], gradient: &gradient)
    for (x, y) in zip(gradient + hessian, [-215.6, -88, 1330, 480, 480, 200]) {
      #expect((x - y).magnitude < 1e-12 * y.magnitude)
    }
    #expect(evaluator.counts == EvaluationCounts(value: 1, gradient: 2, hessian: 1))
    #expect(evaluator.remaining == 0)
    #expect(throws: TerminationReason.budgetExhausted) { try evaluator.value(at: [0, 0]) }
    #expect(throws: TerminationReason.budgetExhausted) { try evaluator.value(at: [0, 0], gradient: &gradient) }
    #expect(throws: TerminationReason.budgetExhausted) { try evaluator.trial(at: [0, 0], gradient: &gradient) }
    #expect(throws: TerminationReason.budgetExhausted) { try evaluator.hessian(at: [0, 0], into: &hessian) }
    #expect(evaluator.counts.total == 4)
  }

  @Test("Only points inside the domain are best, the boundary included")
  func bestIsInside() throws {
    var evaluator = Evaluator(Slope(), budget: 10)
    _ = try evaluator.value(at: [0.5])
    _ = try evaluator.value(at: [-1.5])
    #expect(evaluator.best.x == [0.5] && evaluator.best.value == 0.5)
    _ = try evaluator.value(at: [-1])
    _ = try evaluator.value(at: [0])
    #expect(evaluator.best.x == [-1] && evaluator.best.value == -1)
  }

  @Test("Checkpoints note the best value so far, and the target when it was first reached")
  func checkpoints() throws {
    var evaluator = Evaluator(Slope(), budget: 10, targetValue: -0.5, checkpoints: [1, 2, 4, 5])
    for x in [0.9, -0.4, -0.6, -0.7] { _ = try evaluator.value(at: [x]) }
    #expect(evaluator.progress == [0.9, -0.4, -0.7])
    #expect(evaluator.evaluationsToTarget == 3)
    // The end of a run is looked at for nothing, and belongs to the last evaluation.
    #expect(evaluator.look(at: [-0.8]) == -0.8)
    #expect(evaluator.progress == [0.9, -0.4, -0.8])
    #expect(evaluator.counts.total == 4)
  }

  @Test("NaN is +∞ to comparisons, an end to gradient methods, and something to step back from for a trial")
  func notANumber() throws {
    var evaluator = Evaluator(Oddity(.notANumber, dimension: 1), budget: 10)
    var gradient = [0.0]
    #expect(try evaluator.value(at: [0]) == .infinity)
    #expect(throws: TerminationReason.notFinite) { try evaluator.value(at: [0], gradient: &gradient) }
    #expect(try evaluator.trial(at: [0], gradient: &gradient) == .infinity)
    #expect(throws: TerminationReason.notFinite) { try evaluator.value(at: [.nan]) }
    #expect(throws: TerminationReason.diverged) { try evaluator.value(at: [3e12]) }
    #expect(throws: TerminationReason.diverged) { try evaluator.value(at: [-.infinity]) }
    #expect(evaluator.counts.total == 3)
    #expect(evaluator.best.x.isEmpty && evaluator.best.value == .infinity)
  }

  @Test("A descent carries its last best value forward over the checkpoints it never reached")
  func descentCarriesForward() throws {
    let run = Descent.run(
      try method("newton"), on: Quadratic(curvatures: [2]), from: [1], budget: 100, generator: SeededGenerator(seed: 1),
      targetValue: 1e-8, checkpoints: [1, 10, 100])
    #expect(run.progress == [0.25, 0, 0])
    // A value with gradient, a Hessian, and the value with gradient that is there.
    #expect(run.evaluationsToTarget == 3)
    #expect(run.reason == .gradientVanished)
  }
}
