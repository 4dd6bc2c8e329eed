import Objectives
import Scalars
import Testing

@testable import Optimizers

@Suite("Searches without derivatives")
struct DirectSearchTests {
  /// Minimizes `f` over an interval; returns the minimizer and the evaluations.
  private func brent(
    _ f: (Double) -> Double, from lower: Double, to upper: Double, tolerance: Double
  ) -> (x: Double, evaluations: Int) {
    var brent = BrentMinimizer(from: lower, to: upper, tolerance: tolerance)
    var evaluations = 0
    while let x = brent.point {
      brent.tell(f(x))
      evaluations += 1
    }
    return (brent.best.x, evaluations)
  }

  @Test("Brent's method agrees with SciPy's bounded minimizer, minimizer and evaluations")
  func brentAgreesWithSciPy() {
    // scipy.optimize.minimize_scalar(f, bounds=…, method="bounded", options={"xatol": 1e-8}), SciPy 1.17.1.
    let cases: [((Double) -> Double, Double, Double, Double, Int)] = [
      ({ ($0 - 1) * ($0 - 1) }, -3, 5, 0.9999999999999999, 6),
      ({ $0 * $0 * $0 * $0 - 2 * $0 * $0 + 0.3 * $0 }, -2, 2, -1.0355787110880756, 13),
      ({ Elementary.exp($0) - 3 * $0 }, 0, 4, 1.0986122821434445, 11),
      ({ Elementary.sinPi($0) + 0.1 * $0 * $0 }, -2, 7, 1.4701645743423088, 12),
    ]
    for (f, lower, upper, x, evaluations) in cases {
      let ours = brent(f, from: lower, to: upper, tolerance: 1e-8)
      #expect((ours.x - x).magnitude < 1e-7)
      #expect((ours.evaluations - evaluations).magnitude <= 1)
    }
    #expect(brent({ _ in .infinity }, from: 0, to: 1, tolerance: 1e-8).evaluations < 100)
  }

  @Test("Compass search on |x| + |y| polls as the definition says, by hand")
  func compassByHand() throws {
    // Domain [−2, 2]², start (1, ½), first step ¼ · 4 = 1: +x is 2.5, −x is ½ and taken; +y is 1.5, −y is ½, not lower
    // than ½. Next sweep: nothing is lower; the step is halved to ½: −y is 0.
    let run = try descend("compass-search", on: Diamond(), from: [1, 0.5], budget: 14)
    #expect(run.counts.total == 14)
    #expect(run.fBest == 0 && run.xBest == [0, 0])
    let end = try descend("compass-search", on: Diamond(), from: [0.7, 0.5], budget: 2000)
    #expect(end.reason == .stepVanished && end.fBest < 1e-11)
  }

  @Test(
    "None of them evaluates a point outside the domain",
    arguments: ["compass-search", "powell", "coordinate-descent", "spsa"])
  func staysInside(_ id: String) throws {
    let run = try descend(id, on: Guarded(), from: [0.9, -0.9, 0.95], budget: 2000)
    #expect(run.reason != .notFinite)
    #expect(run.fBest < -2.9)
    #expect(Guarded().domain.contains(run.xLast))
  }

  @Test("Powell minimizes a quadratic of n variables in n sweeps; coordinate descent a separable one in one")
  func quadratic() throws {
    let powell = try descend("powell", on: Bowl(coupling: 0.4), from: [3, -2, 1, 4], budget: 3000)
    #expect(powell.fBest < 1e-9 && powell.steps <= 8)
    let axes = try descend("coordinate-descent", on: Bowl(coupling: 0), from: [3, -2, 1, 4], budget: 3000)
    #expect(axes.fBest < 1e-12 && axes.steps <= 3)
  }

  @Test("SPSA's estimate is that of the gradient in the mean: it finds a noisy bowl's minimum, whatever f's scale")
  func spsa() throws {
    let low = try descend("spsa", on: Bowl(coupling: 0.4), from: [3, -2, 1, 4], budget: 5000)
    #expect(low.fLast < 1e-3)
    #expect(low.counts.total == 5000 && low.steps == 2500)
    let high = try descend("spsa", on: Bowl(coupling: 0.4, scale: 1024), from: [3, -2, 1, 4], budget: 5000)
    #expect(low.xLast == high.xLast)
    let noisy = NoisyObjective(Bowl(coupling: 0.4), noise: AdditiveNoise(valueDeviation: 0.1))
    let run = try descend("spsa", on: noisy, from: [3, -2, 1, 4], budget: 20_000)
    #expect(run.fLast < 0.1)
  }
}

/// |x| + |y|.
private struct Diamond: Objective {
  let id = "diamond"
  let domain = Box(-2...2, dimension: 2)
  var minimum: KnownMinimum { KnownMinimum(value: 0, minimizers: [[0, 0]]) }
  func evaluate<S: RealScalar>(_ x: Span<S>) -> S { S.abs(x[0]) + S.abs(x[1]) }
}

/// Σ xᵢ over [−1, 1]³, and NaN outside.
private struct Guarded: Objective {
  let id = "guarded"
  let domain = Box(-1...1, dimension: 3)
  var minimum: KnownMinimum { KnownMinimum(value: -3, minimizers: [[-1, -1, -1]]) }
  func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for i in x.indices { sum += x[i] + 0 * S.sqrt(1 - S.square(x[i])) }
    return sum
  }
}

/// Σ (i + 1) xᵢ² + coupling Σ xᵢ xᵢ₊₁ over [−5, 5]⁴.
private struct Bowl: Objective {
  let id = "bowl"
  let domain = Box(-5...5, dimension: 4)
  let coupling: Double
  var scale = 1.0
  var minimum: KnownMinimum { KnownMinimum(value: 0, minimizers: [[0, 0, 0, 0]]) }
  func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for i in 0..<4 { sum += S(Double(i + 1)) * S.square(x[i]) }
    for i in 0..<3 { sum += S(coupling) * x[i] * x[i + 1] }
    return S(scale) * sum
  }
}
