import Objectives
import Scalars
import Testing

@testable import Optimizers

@Suite("Global methods")
struct GlobalTests {
  @Test("Metropolis: downhill always, uphill with exp(−Δ/T), to infinity never")
  func metropolis() {
    #expect(Metropolis.probability(from: 2, to: 1, temperature: 0.1) == 1)
    #expect(Metropolis.probability(from: 1, to: 1, temperature: 0) == 1)
    #expect(Metropolis.probability(from: 1, to: 2, temperature: 0) == 0)
    #expect((Metropolis.probability(from: 1, to: 2, temperature: 1) - 0.36787944117144233).magnitude < 1e-15)
    #expect((Metropolis.probability(from: -3, to: 0, temperature: 2) - 0.22313016014842982).magnitude < 1e-15)
    #expect(Metropolis.probability(from: 1, to: .infinity, temperature: 5) == 0)
    #expect(Metropolis.probability(from: .infinity, to: 1, temperature: 5) == 1)
    #expect(Metropolis.probability(from: .infinity, to: .infinity, temperature: 5) == 1)
  }

  @Test(
    "At a constant temperature the annealer samples Boltzmann's distribution: mean energy T/2 a dimension",
    arguments: ["gaussian", "cauchy"])
  func annealerSamplesBoltzmann(_ proposal: String) throws {
    // ½ · 10 (x − ½)² on [−2, 2]: at the temperature measured here the box's sides are hardly ever seen.
    let bowl = Quadratic(curvatures: [10])
    let steps = 200_000
    let text = "simulated-annealing[proposal=\(proposal),cooling=constant,initialAcceptance=0.0001,stepSize=0.1]"
    let annealer = try #require(try method(text).optimizer as? SimulatedAnnealing)
    var evaluator = Evaluator(bowl, budget: steps)
    var generator = SeededGenerator(seed: 5)
    var state = annealer.start(at: [0.5], in: bowl.domain, using: &generator)
    for _ in 0..<1000 { try annealer.step(&state, on: &evaluator, using: &generator) }
    var energy = 0.0
    for _ in 1000..<steps {
      try annealer.step(&state, on: &evaluator, using: &generator)
      energy += state.value
    }
    let mean = energy / Double(steps - 1000)
    let temperature = state.meanDifference / -Elementary.log(0.0001)
    #expect((mean / (temperature / 2) - 1).magnitude < 0.05)
  }

  @Test("The annealer takes the same path on f and on 1024 f")
  func annealerIgnoresScale() throws {
    let low = try descend("simulated-annealing", on: Quadratic(curvatures: [1, 3]), from: [1, -1], budget: 1000)
    let high = try descend(
      "simulated-annealing", on: Quadratic(curvatures: [1024, 3072]), from: [1, -1], budget: 1000)
    #expect(low.xLast == high.xLast && low.xBest == high.xBest)
    #expect(low.fBest < 1e-2)
  }

  @Test("The annealer stays in the box and finds Rastrigin's minimum more often than not")
  func annealerOnRastrigin() throws {
    var successes = 0
    for seed in 0..<20 {
      let run = try descend(
        "simulated-annealing", on: Rastrigin(dimension: 2), from: [4.1, -3.2], budget: 5000, seed: UInt64(seed))
      #expect(Rastrigin(dimension: 2).domain.contains(run.xLast))
      if run.fBest < 0.1 { successes += 1 }
    }
    #expect(successes > 10)
  }

  @Test("The box folds outside values back as mirrors would")
  func reflection() {
    let box = Box(-1...3)
    for (outside, inside) in [(-1.0, -1.0), (3, 3), (4, 2), (-2.5, 0.5), (8, 0), (-7, 1), (11.5, 2.5)] {
      #expect(box.reflecting(outside, coordinate: 0) == inside)
    }
    #expect(box.reflecting(.infinity, coordinate: 0) == -1)
    #expect(box.reflecting(.nan, coordinate: 0) == -1)
  }

  @Test("Random search samples uniformly: the least of N points of an interval is 1/(N + 1) of it away from the end")
  func randomSearchIsUniform() throws {
    for objective in [Slope(sign: 1), Slope(sign: -1)] {
      var sum = 0.0
      for seed in 0..<1000 {
        let run = try descend("random-search", on: objective, from: [0], budget: 50, seed: UInt64(seed))
        sum += (run.fBest + 1) / 2
        #expect(run.xLast == run.xBest)
        #expect(run.counts == EvaluationCounts(value: 50))
      }
      // 49 points after the start; the mean of 1000 such minima has a deviation of 3 % of itself.
      #expect((sum / 1000 * 50 - 1).magnitude < 0.1)
    }
  }

  @Test("Multistart first does what its local method does, then starts again elsewhere")
  func multistartRestarts() throws {
    let hills = Rastrigin(dimension: 2)
    let start = [4.1, -3.2]
    let local = try descend("l-bfgs", on: hills, from: start, budget: 1000)
    #expect(local.counts.total < 200)
    let first = try descend("multistart[patience=1]", on: hills, from: start, budget: local.counts.total)
    #expect(first.xBest == local.xBest && first.fBest == local.fBest)
    let all = try descend("multistart", on: hills, from: start, budget: 5000)
    #expect(all.fBest < 1e-10)
    #expect(all.xLast == all.xBest)
    #expect(all.reason == .budgetExhausted)
  }

  @Test("Multistart gives up a local method that never ends, after `patience` of the budget without progress")
  func multistartLosesPatience() throws {
    let multistart = try #require(
      try method("multistart[local=sgd,patience=0.1]").optimizer as? Multistart)
    var evaluator = Evaluator(Oddity(.constant, dimension: 2), budget: 1000)
    var generator = SeededGenerator(seed: 1)
    var state = multistart.start(at: [0, 0], in: evaluator.domain, using: &generator)
    for _ in 0..<1000 { try multistart.step(&state, on: &evaluator, using: &generator) }
    // Each run's first evaluation is a gain, after which 100 of the budget of 1000 pass: every 101 evaluations.
    #expect(state.restarts == 9)
  }

  @Test("Any local method can be restarted", arguments: MethodCatalogue.entries.filter(\.isLocal).map(\.info.id))
  func multistartTakesAnyLocalMethod(_ id: String) throws {
    // What needs residuals fails on Rastrigin's function, and every restart with it.
    guard !CatalogueContractTests.leastSquares.contains(id) else { return }
    let run = try descend("multistart[local=\(id)]", on: Rastrigin(dimension: 2), from: [4.1, -3.2], budget: 20_000)
    #expect(run.counts.total == 20_000)
    // The start lies in the basin of (4, −3), where f is nearly 25.
    #expect(run.fBest < 17)
  }
}
