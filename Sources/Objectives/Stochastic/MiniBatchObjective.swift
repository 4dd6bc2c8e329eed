import Scalars

/// A finite sum, seen through the means of seeded mini-batches of its terms, a new one at every evaluation.
///
/// The record of a run measures the full batch at every point as well, which costs a method no budget, but does cost time.
public struct MiniBatchObjective: StochasticObjective {
  /// The full batch.
  public let sum: any FiniteSum
  public let batchSize: Int
  public let sampling: BatchSampling
  public let id: String

  /// - Parameter batchSize: terms a batch, from 1 to `termCount`.
  public init(_ sum: any FiniteSum, batchSize: Int, sampling: BatchSampling = .epochs) {
    precondition((1...sum.termCount).contains(batchSize), "a batch has from 1 to all terms")
    self.sum = sum
    self.batchSize = batchSize
    self.sampling = sampling
    var options = [Spec.Option(key: "batch", value: String(batchSize))]
    if sampling != .epochs { options.append(Spec.Option(key: "sampling", value: sampling.rawValue)) }
    id = sum.specification(with: options)
  }

  public var exact: any Objective { sum }

  public var randomness: String {
    let how = sampling == .epochs ? "in a new random order every epoch" : "with replacement"
    return "mini-batches of \(batchSize) of \(sum.termCount) terms, \(how)"
  }

  public func oracle(seed: UInt64) -> any StochasticOracle {
    let generator = SeededGenerator(seed: seed, axes: ["mini-batches"])
    return MiniBatchOracle(
      sum: sum,
      sampler: BatchSampler(count: sum.termCount, size: batchSize, sampling: sampling, generator: generator))
  }
}

private struct MiniBatchOracle: StochasticOracle {
  let sum: any FiniteSum
  var sampler: BatchSampler

  mutating func value(at x: Span<Double>) -> Estimate {
    let sampled = sampler.next { [sum] in sum.value(ofTerms: $0, at: x) }
    return Estimate(sampled: sampled, exact: sum.value(at: x))
  }

  mutating func value(at x: Span<Double>, gradient: inout [Double]) -> Estimate {
    let sampled = sampler.next { [sum] in sum.value(ofTerms: $0, at: x, gradient: &gradient) }
    return Estimate(sampled: sampled, exact: sum.value(at: x))
  }
}
