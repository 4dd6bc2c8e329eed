import Objectives
import Scalars
import Testing

@testable import Optimizers

@Suite("Runs on stochastic objectives")
struct StochasticRunTests {
  /// Σ ½ λᵢ xᵢ².
  private struct Bowl: Objective {
    let id = "bowl"
    let curvatures: [Double]
    var domain: Box { Box(-10...10, dimension: curvatures.count) }
    var minimum: KnownMinimum { KnownMinimum(value: 0, minimizers: [curvatures.map { _ in 0 }]) }
    func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
      var sum: S = 0
      for i in x.indices { sum += S(0.5 * curvatures[i]) * S.square(x[i]) }
      return sum
    }
  }

  @Test("gradient descent on a noisy bowl hovers with the variance ησ²/(λ(2 − ηλ)) in each coordinate")
  func stationaryVariance() throws {
    let (rate, sigma, curvatures) = (0.3, 0.7, [2.0, 0.5])
    let objective = NoisyObjective(Bowl(curvatures: curvatures), noise: AdditiveNoise(gradientDeviation: sigma))
    let (steps, burnIn) = (200_000, 1000)
    var sums = [0.0, 0]
    var squares = [0.0, 0]
    _ = Descent.run(
      try method("gradient-descent[learningRate=\(rate)]"), on: objective, from: [3, -3], budget: steps,
      generator: SeededGenerator(seed: 5)
    ) { step, x in
      guard step > burnIn else { return }
      for i in 0..<2 {
        sums[i] += x[i]
        squares[i] += x[i] * x[i]
      }
    }
    let n = Double(steps - burnIn)
    for (i, curvature) in curvatures.enumerated() {
      let variance = rate * sigma * sigma / (curvature * (2 - rate * curvature))
      // Successive iterates are an autoregressive process of correlation 1 − ηλ; its standard errors are known.
      let r = 1 - rate * curvature
      #expect((sums[i] / n).magnitude < 5 * (variance / n * (1 + r) / (1 - r)).squareRoot())
      let error = (2 / n * (1 + r * r) / (1 - r * r)).squareRoot()
      #expect((squares[i] / n / variance - 1).magnitude < 5 * error)
    }
  }

  @Test("a lucky value neither reaches the target nor is best; the method's own incumbent is what it was told")
  func luck() throws {
    let noisy = NoisyObjective(Bowl(curvatures: [2]), noise: AdditiveNoise(valueDeviation: 100))
    var evaluator = Evaluator(noisy, budget: 1000, targetValue: 1e-4, checkpoints: [1, 1000], oracleSeed: 1)
    var told: [Double] = []
    for _ in 0..<1000 { told.append(try evaluator.value(at: [3])) }
    #expect(told.filter { $0 < 0 }.count > 300)
    #expect(evaluator.evaluationsToTarget == nil)
    #expect(evaluator.best.value == 9 && evaluator.progress == [9, 9])
    #expect(evaluator.incumbent.value == told.min() && evaluator.lowestOfDescent == told.min())
    #expect(evaluator.look(at: [3]) == 9)
  }

  @Test("a point that is on target counts, however bad it looks")
  func badLuck() throws {
    let noisy = NoisyObjective(Bowl(curvatures: [2]), noise: AdditiveNoise(valueDeviation: 100))
    var evaluator = Evaluator(noisy, budget: 10, targetValue: 1e-4, oracleSeed: 1)
    for x in [3.0, 0, 2] { _ = try evaluator.value(at: [x]) }
    #expect(evaluator.evaluationsToTarget == 2 && evaluator.best.x == [0] && evaluator.best.value == 0)
  }

  @Test("every method runs under noise and replays bit for bit; what is recorded is exact", arguments: methodIds)
  func everyMethod(_ id: String) throws {
    let objective = try ObjectiveCatalogue.objective(
      Spec(parsing: "rastrigin[instance=1,gradientNoise=2,valueNoise=0.5]"))
    let exact = try ObjectiveCatalogue.objective(Spec(parsing: "rastrigin[instance=1]"))
    func run(_ seed: UInt64) throws -> Descent {
      Descent.run(
        try method(id), on: objective, from: [1.3, -2.2], budget: 500, generator: SeededGenerator(seed: seed),
        checkpoints: [1, 10, 100, 500])
    }
    let (a, b) = (try run(1), try run(1))
    #expect(a.xLast == b.xLast && a.xBest == b.xBest && a.fBest == b.fBest && a.progress == b.progress)
    #expect(a.counts == b.counts && a.reason == b.reason)
    #expect(a.fBest == exact.value(at: a.xBest) && a.progress.last == a.fBest)
    #expect(a.fLast.bitPattern == exact.value(at: a.xLast).bitPattern)
    // Methods that follow signs walk on a grid, where two runs may meet.
    let isDeaf = CatalogueContractTests.leastSquares.contains(id)
    #expect(try (2...6).contains { try run($0).xLast != a.xLast } != isDeaf)
  }

  private static let methodIds = MethodCatalogue.entries.map(\.info.id)

  @Test("noise that a method does not see changes nothing: its own draws are the same")
  func ownDraws() throws {
    func run(_ objective: String, _ id: String) throws -> Descent {
      Descent.run(
        try method(id), on: try ObjectiveCatalogue.objective(Spec(parsing: objective)), from: [1, 2], budget: 200,
        generator: SeededGenerator(seed: 8))
    }
    for id in ["random-search", "simulated-annealing"] {
      let (plain, noisy) = (try run("ackley", id), try run("ackley[gradientNoise=1]", id))
      #expect(plain.xLast == noisy.xLast && plain.fBest == noisy.fBest)
    }
  }

  @Test("a mini-batch whose gradient vanishes does not end a descent")
  func vanishingBatch() throws {
    // At (1, 2) two of the four residuals are 0, and so is every second gradient, on average.
    let objective = try ObjectiveCatalogue.objective(Spec(parsing: "mse-linear-2[batch=1]"))
    let run = Descent.run(
      try method("gradient-descent[learningRate=0.01]"), on: objective, from: [1, 2], budget: 3000,
      generator: SeededGenerator(seed: 2))
    #expect(run.reason == .budgetExhausted && run.counts.gradient == 3000)
    // It hovers about the minimizer (0.7, 2.2), f* = 0.45.
    #expect(run.fLast - 0.45 < 0.1 && run.fBest - 0.45 < 0.01)
  }

  @Test("Hessians are exact")
  func hessian() throws {
    let objective = try ObjectiveCatalogue.objective(Spec(parsing: "mse-linear-2[batch=1,gradientNoise=1]"))
    var evaluator = Evaluator(objective, budget: 1, oracleSeed: 4)
    var hessian = [0.0, 0, 0, 0]
    try evaluator.hessian(at: [0, 0], into: &hessian)
    // ½ Σ (1, t)(1, t)ᵀ = ½ (4, 6; 6, 14).
    #expect(hessian == [2, 3, 3, 7])
  }

  @Test("without noise, the incumbent is the best point")
  func incumbent() throws {
    var evaluator = Evaluator(Bowl(curvatures: [2]), budget: 10)
    for x in [3.0, 1, 2] { _ = try evaluator.value(at: [x]) }
    #expect(!evaluator.isStochastic && evaluator.incumbent == evaluator.best && evaluator.best.x == [1])
  }
}
