import Scalars

/// A finite sum, seen through the means of seeded mini-batches of its terms, a new one at every evaluation.
///
/// The record of a run measures the full batch as well, at every point or once an epoch (`isMeasuredAtEveryBatch`), which
/// costs a method no budget, but does cost time.
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
    // All terms, which are seen disturbed: no option says so.
    let isWhole = batchSize == sum.termCount && sampling == .epochs && sum.disturbance != nil
    var options = isWhole ? [] : [Spec.Option(key: "batch", value: String(batchSize))]
    if sampling != .epochs { options.append(Spec.Option(key: "sampling", value: sampling.rawValue)) }
    id = sum.specification(with: options)
  }

  public var exact: any Objective { sum }
  public var estimatesPerEpoch: Int { (sum.termCount + batchSize - 1) / batchSize }

  public var randomness: String {
    let how = sampling == .epochs ? "in a new random order every epoch" : "with replacement"
    let batches = "mini-batches of \(batchSize) of \(sum.termCount) terms, \(how)"
    return [batchSize < sum.termCount ? batches : nil, sum.disturbance].compactMap(\.self).joined(separator: ", and ")
  }

  public func oracle(seed: UInt64) -> any StochasticOracle {
    let generator = SeededGenerator(seed: seed, axes: ["mini-batches"])
    return MiniBatchOracle(
      sum: sum,
      sampler: BatchSampler(count: sum.termCount, size: batchSize, sampling: sampling, generator: generator),
      batchesPerMeasurement: sum.isMeasuredAtEveryBatch ? 1 : estimatesPerEpoch,
      disturbing: SeededGenerator(seed: seed, axes: ["disturbance"]))
  }
}

private struct MiniBatchOracle: StochasticOracle {
  let sum: any FiniteSum
  var sampler: BatchSampler
  let batchesPerMeasurement: Int
  /// Batches since the full one was measured.
  private var unmeasured = 0
  private var disturbing: SeededGenerator
  /// For values alone, whose disturbance is that of a gradient.
  private var unused: [Double]

  init(sum: any FiniteSum, sampler: BatchSampler, batchesPerMeasurement: Int, disturbing: SeededGenerator) {
    self.disturbing = disturbing
    unused = Array(repeating: 0, count: sum.disturbance == nil ? 0 : sum.dimension)
    self.sum = sum
    self.sampler = sampler
    self.batchesPerMeasurement = batchesPerMeasurement
  }

  mutating func value(at x: Span<Double>) -> Estimate {
    if !unused.isEmpty {
      var gradient = unused
      return value(at: x, gradient: &gradient)
    }
    let sampled = sampler.next { [sum] in sum.value(ofTerms: $0, at: x) }
    return Estimate(sampled: sampled, exact: measured(at: x))
  }

  mutating func value(at x: Span<Double>, gradient: inout [Double]) -> Estimate {
    let sampled = sampler.next { [sum] in sum.value(ofTerms: $0, at: x, gradient: &gradient, using: &disturbing) }
    return Estimate(sampled: sampled, exact: measured(at: x))
  }

  private mutating func measured(at x: Span<Double>) -> Double? {
    defer { unmeasured = (unmeasured + 1) % batchesPerMeasurement }
    return unmeasured == 0 ? sum.value(at: x) : nil
  }
}
