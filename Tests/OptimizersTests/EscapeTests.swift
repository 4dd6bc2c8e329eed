import Objectives
import Scalars
import Testing

@testable import Optimizers

@Suite("Methods that escape")
struct EscapeTests {
  /// x₁⁴/4 − x₁²/2 + x₂²/2: a saddle at the origin, minima −1/4 at (±1, 0).
  private struct Saddle: Objective {
    let id = "saddle"
    let domain = Box(-2...2, dimension: 2)
    var minimum: KnownMinimum { KnownMinimum(value: -0.25, minimizers: [[-1, 0], [1, 0]]) }
    func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
      S(0.25) * S.square(S.square(x[0])) - S(0.5) * S.square(x[0]) + S(0.5) * S.square(x[1])
    }
  }

  @Test("Sharpness-aware minimization takes the gradient ρ uphill: first steps by hand")
  func sharpnessAware() throws {
    // f = (x − ½)²/2: from 2.5, g = 2, the probe is 2.5 + 0.5 = 3, where g = 2.5; v = 2.5, x = 2.25.
    // Then g = 1.75, the probe is 2.75, g = 2.25, v = 0.5 · 2.5 + 2.25 = 3.5, x = 1.9.
    let text = "sam[learningRate=0.1,radius=0.5,momentum=0.5]"
    let run = try descend(text, on: Quadratic(curvatures: [1]), from: [2.5], budget: 4)
    #expect(run.steps == 2 && run.counts == EvaluationCounts(gradient: 4))
    #expect((run.xLast[0] - 1.9).magnitude < 1e-15)
    // At a stationary point there is no uphill, and one evaluation says so.
    let flat = try descend(text, on: Quadratic(curvatures: [1]), from: [0.5], budget: 4)
    #expect(flat.reason == .gradientVanished && flat.counts == EvaluationCounts(gradient: 1))
  }

  @Test("Langevin dynamics on a bowl has the variance 2T/(λ(2 − ηλ)) of its stationary distribution")
  func langevin() throws {
    let (rate, temperature, curvature, steps, burnIn) = (0.2, 0.3, 1.5, 200_000, 1000)
    var (sum, squares) = (0.0, 0.0)
    let run = Descent.run(
      try method("sgld[learningRate=\(rate),temperature=\(temperature)]"), on: Quadratic(curvatures: [curvature]),
      from: [3], budget: steps, generator: SeededGenerator(seed: 5)
    ) { step, x in
      guard step > burnIn else { return }
      sum += x[0] - 0.5
      squares += (x[0] - 0.5) * (x[0] - 0.5)
    }
    #expect(run.reason == .budgetExhausted)
    let n = Double(steps - burnIn)
    let variance = 2 * temperature / (curvature * (2 - rate * curvature))
    let r = 1 - rate * curvature
    #expect((sum / n).magnitude < 5 * (variance / n * (1 + r) / (1 - r)).squareRoot())
    #expect((squares / n / variance - 1).magnitude < 5 * (2 / n * (1 + r * r) / (1 - r * r)).squareRoot())
  }

  @Test("Noisy SGD adds noise of one length in all directions", arguments: [1, 2, 5])
  func noisy(_ dimension: Int) throws {
    // Without a slope a step is the noise alone.
    var previous = [Double](repeating: 0, count: dimension)
    var mean = previous
    _ = Descent.run(
      try method("noisy-sgd[learningRate=0.1,radius=3]"), on: Oddity(.constant, dimension: dimension), from: previous,
      budget: 4000, generator: SeededGenerator(seed: 2)
    ) { step, x in
      guard step > 0 else { return }
      let move = zip(x, previous).map { $0 - $1 }
      #expect((move.norm - 0.3).magnitude < 1e-12)
      for i in mean.indices { mean[i] += move[i] / 0.3 / 4000 }
      previous = x
    }
    // Each coordinate's variance is 1/n.
    for value in mean { #expect(value.magnitude < 5 / (4000 * Double(dimension)).squareRoot()) }
  }

  @Test("Perturbed gradient descent leaves a saddle that holds gradient descent, and ends at a minimum")
  func perturbed() throws {
    let held = try descend("gradient-descent[learningRate=0.05]", on: Saddle(), from: [0, 1], budget: 5000)
    #expect(held.reason == .gradientVanished && held.xLast[0] == 0)
    for seed in 1...20 as ClosedRange<UInt64> {
      let run = try descend(
        "perturbed-gradient-descent[learningRate=0.05]", on: Saddle(), from: [0, 1], budget: 5000, seed: seed)
      #expect(run.reason == .gradientVanished && (run.xLast[0].magnitude - 1).magnitude < 1e-3)
      // One evaluation a step, one more for each leap, and one for the verdict.
      #expect(run.counts.total - run.steps >= 3 && run.counts.total - run.steps < 10)
    }
  }

  @Test("Entropy-SGD without noise: a step of two by hand, L evaluations each")
  func entropy() throws {
    // f = (x − ½)²/2 from 1.5, η′ = 0.1, γ = 2, α = 0.5: x′ = 1.5 − 0.1 · 1 = 1.4, μ = 1.45;
    // x′ = 1.4 − 0.1 (0.9 − 2 · 0.1) = 1.33, μ = 1.39. Then x = 1.5 − 0.5 (1.5 − 1.39) = 1.445.
    let run = try descend(
      "entropy-sgd[learningRate=0.5,innerSteps=2,innerRate=0.1,thermalNoise=0,averaging=0.5,scope=2,scoping=0]",
      on: Quadratic(curvatures: [1]), from: [1.5], budget: 2)
    #expect(run.steps == 1 && run.counts == EvaluationCounts(gradient: 2))
    #expect((run.xLast[0] - 1.445).magnitude < 1e-15)
  }
}
