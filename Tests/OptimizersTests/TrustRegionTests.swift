import Objectives
import Scalars
import Testing

@testable import Optimizers

@Suite("Trust region: the step, its radius and Newton's method within it")
struct TrustRegionTests {
  /// Moré and Sorensen's lemma 2.1: p minimizes the model in the ball if and only if these hold.
  private func expectOptimal(_ g: [Double], _ curvatures: [Double], _ radius: Double) -> TrustRegionStep {
    var step = TrustRegionStep(dimension: g.count)
    step.minimize(slopes: g, curvatures: curvatures, radius: radius)
    let lowest = curvatures.min()!
    let size = max(g.maximumMagnitude, .leastNormalMagnitude)
    for i in g.indices {
      let residual = (curvatures[i] + step.multiplier) * step.coefficients[i] + g[i]
      let terms = ((curvatures[i].magnitude + step.multiplier) * step.coefficients[i]).magnitude
      #expect(residual.magnitude <= 1e-12 * max(size, terms), "stationary along \(i): \(g) \(curvatures) \(radius)")
    }
    #expect(step.multiplier >= 0 && lowest + step.multiplier >= -1e-14 * lowest.magnitude)
    #expect(step.length <= radius * (1 + 1e-12))
    if step.multiplier > 0 { #expect((step.length - radius).magnitude <= 1e-10 * radius, "on the sphere") }
    #expect((step.length - step.coefficients.norm).magnitude <= 1e-15 * step.length)
    return step
  }

  @Test("The step meets the conditions of optimality: inside, on the sphere, indefinite, singular, badly scaled")
  func optimality() {
    var generator = SeededGenerator(seed: 3)
    for round in 0..<2000 {
      let n = 1 + round % 7
      let g = (0..<n).map { _ in generator.gaussian() * Double.power(10, round % 13 - 6) }
      let curvatures = (0..<n).map { i in
        let size = Double.power(10, (round / 7 + 3 * i) % 9 - 4)
        return i == 0 && round % 5 == 0 ? 0 : (round % 3 == 0 ? size : generator.gaussian() * size)
      }
      for radius in [1e-8, 0.1, 1, 100] { _ = expectOptimal(g, curvatures, radius) }
    }
  }

  @Test("No random point of the ball is lower than the step")
  func nothingLower() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<200 {
      let g = (0..<3).map { _ in generator.gaussian() }
      let curvatures = (0..<3).map { _ in generator.gaussian() }
      let step = expectOptimal(g, curvatures, 1)
      for _ in 0..<200 {
        let direction = (0..<3).map { _ in generator.gaussian() }
        let length = generator.uniform()
        let p = direction.map { $0 / direction.norm * length }
        let model = (0..<3).reduce(0.0) { $0 + p[$1] * (g[$1] + 0.5 * curvatures[$1] * p[$1]) }
        #expect(model >= -step.reduction - 1e-13)
      }
    }
  }

  @Test("The hard case: without a slope along the lowest curvature the step goes on along it to the sphere")
  func hardCase() {
    // By hand: μ = 1, p₂ = −1/(1 + 1) = −½, p₁ = √(4 − ¼); the model is ½(−3.75 + ¼) − ½ = −2.25.
    let hard = expectOptimal([0, 1], [-1, 1], 2)
    #expect(hard.multiplier == 1 && hard.coefficients[1] == -0.5)
    #expect((hard.coefficients[0].magnitude - 3.75.squareRoot()).magnitude < 1e-15)
    #expect((hard.reduction - 2.25).magnitude < 1e-14)
    // On a saddle, and almost hard: however small the slope, its sign decides on which side.
    #expect(expectOptimal([0, 0], [-1, 1], 2).coefficients == [2, 0])
    for slope in [1e-300, 1e-100, 1e-17, 1e-8] {
      #expect(expectOptimal([slope, 1], [-1, 1], 2).coefficients[0] < -1.9)
      #expect(expectOptimal([-slope, 1], [-1, 1], 2).coefficients[0] > 1.9)
    }
    // Flat: nothing to gain.
    #expect(expectOptimal([0, 0], [0, 0], 2).coefficients == [0, 0])
  }

  @Test("The radius grows after kept promises, shrinks after broken ones, and stays within its limit")
  func radius() {
    var trust = TrustRadius(1, atMost: 4)
    #expect(trust.judges(reduction: 1, promised: 1, length: 1, value: 5) == true && trust.radius == 2.5)
    #expect(trust.judges(reduction: 1, promised: 1, length: 2.5, value: 5) == true && trust.radius == 4)
    #expect(trust.judges(reduction: 1, promised: 1, length: 0.1, value: 5) == true && trust.radius == 4)
    #expect(trust.judges(reduction: 0.5, promised: 1, length: 4, value: 5) == true && trust.radius == 4)
    #expect(trust.judges(reduction: 0.001, promised: 1, length: 4, value: 5) == false && trust.radius == 1)
    #expect(trust.judges(reduction: -.infinity, promised: 1, length: 1, value: 5) == false && trust.radius == 0.25)
    #expect(trust.judges(reduction: .nan, promised: 1, length: 0.25, value: 5) == false)
    #expect(trust.judges(reduction: 1e-16, promised: 1e-16, length: 1e-9, value: 5) == nil)
  }

  @Test("Trust-region Newton converges quadratically and counts an evaluation and a Hessian per iteration")
  func quadraticConvergence() throws {
    var errors: [Double] = []
    let run = Descent.run(
      try method("trust-region-newton"), on: Valley(), from: [-1.2, 1], budget: 1000,
      generator: SeededGenerator(seed: 1)
    ) { _, x in errors.append([x[0] - 1, x[1] - 1].norm) }
    #expect(run.fBest < 1e-25 && run.counts.value == 0)
    #expect(run.counts.gradient >= run.counts.hessian && run.steps + 1 == run.counts.gradient)
    // ‖e⁺‖ ≤ C‖e‖² with C of the order of ‖∇³f‖/λ₁.
    for (error, next) in zip(errors, errors.dropFirst()) where error < 0.01 && next > 1e-12 {
      #expect(next <= 500 * error * error)
    }
    #expect(errors.contains { $0 < 0.01 && $0 > 1e-7 })
  }

  @Test("Trust-region Newton leaves a saddle and a maximum on which it starts; Newton stays")
  func leavesStationaryPoints() throws {
    let net = Quartic()
    let run = try descend("trust-region-newton", on: net, from: [0, 0], budget: 100)
    #expect(run.reason == .gradientVanished && run.fLast < -0.5 + 1e-12)
    #expect(try descend("newton", on: net, from: [0, 0], budget: 100).fLast == 0)
  }

  @Test("Saddle-free Newton leaves a saddle's neighbourhood as fast as the curvature allows, to either side")
  func saddleFree() throws {
    for side in [-1.0, 1] {
      let run = try descend("saddle-free-newton", on: Quartic(), from: [side * 1e-3, 0.3], budget: 100)
      #expect(run.reason == .gradientVanished || run.reason == .stepVanished)
      #expect((run.xLast[0] - side).magnitude < 1e-6)
      #expect((run.fLast + 0.5).magnitude < 1e-12)
    }
  }

  @Test("On a quadratic saddle its step is −|H|⁻¹g: solved along positive curvature, doubled along negative")
  func saddleFreeStep() throws {
    // f = (x − ½)² − (y − ½)²: from (0.6, 0.51) the step is (−0.1, +0.01).
    let run = try descend("saddle-free-newton", on: Quadratic(curvatures: [2, -2]), from: [0.6, 0.51], budget: 3)
    #expect(run.counts == EvaluationCounts(gradient: 2, hessian: 1))
    #expect((run.xLast[0] - 0.5).magnitude < 1e-15 && (run.xLast[1] - 0.52).magnitude < 1e-15)
  }

  /// ½x⁴ − x² + y²: a saddle at 0, minima −½ at (±1, 0).
  private struct Quartic: Objective {
    let id = "quartic"
    let domain = Box(-2...2, dimension: 2)
    var minimum: KnownMinimum { KnownMinimum(value: -0.5, minimizers: [[1, 0], [-1, 0]]) }
    func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
      0.5 * S.fourthPower(x[0]) - S.square(x[0]) + S.square(x[1])
    }
  }
}
