import Scalars

/// How the terms of a mini-batch are drawn.
public enum BatchSampling: String, Sendable, CaseIterable {
  /// Without replacement: every epoch is a new random order of all terms, cut into batches; the last may be smaller.
  case epochs
  /// With replacement: every term of every batch is drawn from all.
  case replacement
}

/// A seeded sequence of mini-batches, each an unbiased sample of the terms.
struct BatchSampler: Sendable {
  private let sampling: BatchSampling
  private let count: Int
  private let size: Int
  private var generator: SeededGenerator
  /// All terms in the order of the epoch; with replacement, those of the batch.
  private var terms: [Int]
  /// Where the next batch of the epoch begins.
  private var position = 0

  init(count: Int, size: Int, sampling: BatchSampling, generator: SeededGenerator) {
    self.sampling = sampling
    self.count = count
    self.size = size
    self.generator = generator
    terms = Array(0..<(sampling == .epochs ? count : size))
  }

  /// Draws a batch and lends the numbers of its terms to `body`.
  mutating func next<R>(_ body: (Span<Int>) -> R) -> R {
    switch sampling {
    case .epochs:
      if position == 0 { shuffle() }
      let batch = position..<Swift.min(position + size, count)
      position = batch.upperBound == count ? 0 : batch.upperBound
      return body(terms.span.extracting(batch))
    case .replacement:
      for i in terms.indices { terms[i] = generator.index(below: count) }
      return body(terms.span)
    }
  }

  /// Fisher and Yates; Durstenfeld, Communications of the ACM 7, 1964.
  private mutating func shuffle() {
    for i in stride(from: count - 1, to: 0, by: -1) { terms.swapAt(i, generator.index(below: i + 1)) }
  }
}
