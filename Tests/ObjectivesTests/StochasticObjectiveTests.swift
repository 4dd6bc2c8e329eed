import Objectives
import Scalars
import Testing

@Suite("Additive noise")
struct AdditiveNoiseTests {
  private func stochastic(_ text: String) throws -> any StochasticObjective {
    try #require(try ObjectiveCatalogue.objective(Spec(parsing: text)) as? any StochasticObjective)
  }

  @Test("noise on value and gradient has mean 0, the variance asked for, and no correlation in time or between parts")
  func statistics() throws {
    let x = [1.0, -2]
    var oracle = try stochastic("sphere[gradientNoise=0.5,valueNoise=0.01]").oracle(seed: 17)
    let count = 100_000
    // By hand: f = 5, ∇f = (2, −4).
    let (truth, deviations) = ([5.0, 2, -4], [0.01, 0.5, 0.5])
    var gradient = [0.0, 0]
    var parts = [[Double]](repeating: [], count: 3)
    for _ in 0..<count {
      let estimate = oracle.value(at: x.span, gradient: &gradient)
      #expect(estimate.exact == 5)
      for (i, value) in ([estimate.sampled] + gradient).enumerated() {
        parts[i].append((value - truth[i]) / deviations[i])
      }
    }
    let n = Double(count)
    for a in 0..<3 {
      // Standard errors: of a mean 1/√n, of a variance √(2/n), of a correlation 1/√n.
      #expect((parts[a].reduce(0, +) / n).magnitude < 5 / n.squareRoot())
      #expect((parts[a].reduce(0) { $0 + $1 * $1 } / n - 1).magnitude < 5 * (2 / n).squareRoot())
      for b in 0..<3 {
        for lag in 0...2 where lag > 0 || a != b {
          let sum = (lag..<count).reduce(0) { $0 + parts[a][$1] * parts[b][$1 - lag] }
          #expect((sum / n).magnitude < 5 / n.squareRoot(), "parts \(a) and \(b), lag \(lag)")
        }
      }
    }
  }

  @Test("a value alone is as noisy as one with its gradient, and gradient noise leaves values as they are")
  func values() throws {
    let x = [1.0, -2]
    var oracle = try stochastic("sphere[valueNoise=2]").oracle(seed: 4)
    let n = 50_000.0
    let errors = (0..<Int(n)).map { _ in oracle.value(at: x.span).sampled - 5 }
    #expect((errors.reduce(0, +) / n).magnitude < 5 * 2 / n.squareRoot())
    #expect((errors.reduce(0) { $0 + $1 * $1 } / n - 4).magnitude < 5 * 4 * (2 / n).squareRoot())
    var other = try stochastic("sphere[gradientNoise=2]").oracle(seed: 4)
    #expect(other.value(at: x.span) == Estimate(5))
  }

  @Test("a seed gives the same estimates again, another seed others")
  func seeds() throws {
    let objective = try stochastic("rastrigin[gradientNoise=1,valueNoise=1]")
    func draws(_ seed: UInt64) -> [Double] {
      var oracle = objective.oracle(seed: seed)
      var gradient = [0.0, 0]
      return (0..<20).flatMap { _ in [oracle.value(at: [0.1, 0.2].span, gradient: &gradient).sampled] + gradient }
    }
    #expect(draws(1) == draws(1))
    #expect(Set(draws(1)).isDisjoint(with: draws(2)))
  }

  @Test(
    "asked directly, a noisy objective is the exact one, bit for bit",
    arguments: [
      ("rosenbrock", "dimension=5"), ("rastrigin", "instance=2"), ("bbob-f3", "dimension=5,instance=2"),
      ("mse-linear-2", "batch=1"),
    ])
  func exactness(_ name: String, _ options: String) throws {
    let noisy = try stochastic("\(name)[\(options),valueNoise=1,gradientNoise=3]")
    let exact = try ObjectiveCatalogue.objective(
      Spec(
        parsing: "\(name)[\(name == "mse-linear-2" ? "" : options)]"
          .replacing("[]", with: "")))
    #expect(noisy.domain == exact.domain && noisy.minimum == exact.minimum && noisy.motion == exact.motion)
    let x = exact.domain.lower.indices.map { 0.3 + 0.1 * Double($0) }
    #expect(noisy.value(at: x) == exact.value(at: x))
    #expect(noisy.gradient(at: x) == exact.gradient(at: x))
    #expect(noisy.hessian(at: x) == exact.hessian(at: x))
    let box = x.map { Interval(lower: $0, upper: $0 + 0.1) }
    #expect(noisy.enclosure(over: box).lower == exact.enclosure(over: box).lower)
    #expect(noisy.id == "\(name)[\(options),gradientNoise=3,valueNoise=1]")
    #expect(try stochastic(noisy.id).id == noisy.id)
  }

  @Test("what is random is said in words")
  func words() throws {
    #expect(
      try stochastic("sphere[valueNoise=0.01,gradientNoise=0.5]").randomness
        == "Gaussian noise of standard deviation 0.5 on each partial derivative and 0.01 on the value")
    #expect(
      try stochastic("mse-linear-2[batch=1,valueNoise=2]").randomness
        == "mini-batches of 1 of 4 terms, in a new random order every epoch, and Gaussian noise of standard deviation 2"
        + " on the value")
    #expect(try ObjectiveCatalogue.objective(Spec(parsing: "sphere")).whatIsRandom == nil)
  }

  @Test("noise of 0 is no noise, and the plain objective")
  func silence() throws {
    let objective = try ObjectiveCatalogue.objective(Spec(parsing: "sphere[gradientNoise=0,valueNoise=0.0]"))
    #expect(objective.id == "sphere" && !(objective is any StochasticObjective))
  }

  @Test(
    "mistakes name key, value and what is allowed, all at once",
    arguments: [
      ("sphere[gradientNoise=-1]", ["sphere.gradientNoise: '-1' is not allowed; expected a standard deviation"]),
      ("sphere[valueNoise=nan,gradientNoise=inf]", ["sphere.valueNoise: 'nan'", "sphere.gradientNoise: 'inf'"]),
      ("sphere[valueNoise=x,instance=-3]", ["sphere.valueNoise: 'x'", "sphere.instance: '-3'"]),
      ("sphere[gradientNois=1]", ["did you mean 'gradientNoise'"]),
      ("sphere[batch=1]", ["sphere.batch: '1' is not allowed; sphere is not a finite sum"]),
      ("mse-linear-2[batch=0]", ["mse-linear-2.batch: '0' is not allowed; expected a whole number"]),
      ("mse-linear-2[batch=5]", ["mse-linear-2.batch: '5' is not allowed; mse-linear-2 has 4 terms"]),
      ("mse-linear-2[batch=1,instance=1]", ["mse-linear-2[instance=1] is not a finite sum"]),
      ("mse-linear-2[sampling=epochs]", ["beside 'batch'"]),
      ("mse-linear-2[batch=2,sampling=epoch]", ["expected one of epochs, replacement"]),
    ])
  func mistakes(_ text: String, _ parts: [String]) throws {
    let spec = try Spec(parsing: text)
    let error = #expect(throws: InvalidInputs.self) { try ObjectiveCatalogue.objective(spec) }
    for part in parts { #expect(error?.description.contains(part) == true, "\(error?.description ?? "")") }
    #expect(error?.all.count == parts.count)
  }
}

@Suite("Finite sums")
struct FiniteSumTests {
  /// ¼ Σ (b + w t − y)² over (0, 1), (1, 3), (2, 4), (3, 8).
  private let sum = MseLinear2()

  /// Value and gradient of as many estimates at `x`.
  private func estimates(
    _ count: Int, batch: Int, _ sampling: BatchSampling, at x: [Double], seed: UInt64 = 3
  ) -> [[Double]] {
    var oracle = MiniBatchObjective(sum, batchSize: batch, sampling: sampling).oracle(seed: seed)
    var gradient = [0.0, 0]
    return (0..<count).map { _ in [oracle.value(at: x.span, gradient: &gradient).sampled] + gradient }
  }

  @Test("the terms are squared errors: values and gradients by hand")
  func terms() {
    // At (1, 2) the errors are 0, 0, 1, −1; ∇fᵢ = 2 eᵢ (1, tᵢ).
    var gradient = [0.0, 0]
    #expect(sum.value(ofTerms: [2].span, at: [1, 2].span, gradient: &gradient) == 1)
    #expect(gradient == [2, 4])
    #expect(sum.value(ofTerms: [3, 3, 0].span, at: [1, 2].span, gradient: &gradient) == 2.0 / 3)
    #expect((gradient[0] + 4.0 / 3).magnitude < 1e-15 && gradient[1] == -4)
    #expect(sum.value(ofTerms: [1, 2].span, at: [1, 2].span) == 0.5)
  }

  @Test("over an epoch, mini-batch values and gradients average to those of the full batch, exactly")
  func epochAverage() {
    // Small whole numbers: no rounding. By hand f = 0.5 and ∇f = (0, −0.5).
    for batch in [1, 2, 4] {
      let batches = 4 / batch
      let all = estimates(5 * batches, batch: batch, .epochs, at: [1, 2])
      for epoch in 0..<5 {
        let mean = (0..<3).map { part in
          (0..<batches).reduce(0) { $0 + all[epoch * batches + $1][part] } / Double(batches)
        }
        #expect(mean == [0.5, 0, -0.5])
      }
    }
    #expect(sum.value(at: [1, 2]) == 0.5 && sum.gradient(at: [1, 2]) == [0, -0.5])
  }

  @Test("the last batch of an epoch is smaller; weighted by their sizes, batches average to the full batch")
  func lastBatch() {
    let all = estimates(20, batch: 3, .epochs, at: [1, 2])
    for epoch in 0..<10 {
      let mean = (0..<3).map { (3 * all[2 * epoch][$0] + all[2 * epoch + 1][$0]) / 4 }
      for (a, b) in zip(mean, [0.5, 0, -0.5]) { #expect((a - b).magnitude < 1e-15) }
    }
  }

  @Test("every epoch is a new order, and all 24 orders of four terms are equally likely")
  func orders() {
    // At the origin the terms are 1, 9, 16 and 64.
    let epochs = 24_000
    let values = estimates(4 * epochs, batch: 1, .epochs, at: [0, 0]).map { $0[0] }
    var counts: [[Double]: Int] = [:]
    for epoch in 0..<epochs { counts[Array(values[4 * epoch..<4 * epoch + 4]), default: 0] += 1 }
    #expect(counts.count == 24)
    #expect(counts.keys.allSatisfy { $0.sorted() == [1, 9, 16, 64] })
    // Binomial, 1000 ± 31.
    #expect(counts.values.allSatisfy { ($0 - 1000).magnitude < 155 })
  }

  @Test("estimates are unbiased with and without replacement, with the variances of sampling theory")
  func unbiased() {
    // At the origin the terms are 1, 9, 16 and 64, with mean 22.5 and variance 596.25; a batch of 2 has half that with
    // replacement, and 1/3 of it without (finite-population correction (4 − 2)/(4 − 1)).
    let n = 40_000.0
    for (sampling, variance) in [(BatchSampling.replacement, 298.125), (.epochs, 198.75)] {
      let values = estimates(Int(n), batch: 2, sampling, at: [0, 0]).map { $0[0] - 22.5 }
      #expect((values.reduce(0, +) / n).magnitude < 5 * (variance / n).squareRoot())
      let measured = values.reduce(0) { $0 + $1 * $1 } / n
      #expect((measured / variance - 1).magnitude < 0.05)
    }
  }

  @Test("an estimate carries the exact value, and values and gradients draw batches alike")
  func exact() {
    var oracle = MiniBatchObjective(sum, batchSize: 1).oracle(seed: 9)
    var values: [Double] = []
    for _ in 0..<4 {
      let estimate = oracle.value(at: [0, 0].span)
      #expect(estimate.exact == 22.5)
      values.append(estimate.sampled)
    }
    #expect(values.sorted() == [1, 9, 16, 64])
    #expect(values == estimates(4, batch: 1, .epochs, at: [0, 0], seed: 9).map { $0[0] })
  }
}
