import Scalars
import Testing

@testable import Sweeps

@Suite("The tally of gaps")
struct GapTallyTests {
  /// Gaps over twenty decades, some of them equal, some infinite, some not a number.
  private func gaps(_ count: Int) -> [Double] {
    var generator = SeededGenerator(seed: 5)
    return (0..<count).map { index in
      switch index % 50 {
      case 0: .infinity
      case 1: .nan
      case 2, 3: 0
      case 4: -1e-12
      default: Double.exp(generator.uniform(from: -41, to: 5))
      }
    }
  }

  /// Definition 7 of Hyndman and Fan on a sorted list.
  private func quantile(_ probability: Double, _ gaps: [Double]) -> Double {
    let sorted = gaps.map { $0.isNaN ? .infinity : $0 }.sorted()
    let position = probability * Double(sorted.count - 1)
    let (below, above) = (sorted[Int(position.rounded(.down))], sorted[Int(position.rounded(.up))])
    return below == above ? below : below + (position - position.rounded(.down)) * (above - below)
  }

  private func tally(_ gaps: [Double], batches: Int, plannedRuns: Int) -> GapTally {
    var tally = GapTally(checkpoints: 1, plannedRuns: plannedRuns)
    for batch in 0..<batches {
      tally.add(gaps.indices.filter { $0 % batches == batch }.map { [gaps[$0]] }, minimum: 0)
    }
    return tally
  }

  @Test("the quantiles of a small cell are those of the sorted list, to the bit", arguments: [1, 2, 7, 100, 1000])
  func exact(count: Int) {
    let gaps = gaps(count)
    let curve = tally(gaps, batches: 3, plannedRuns: count).curve(evaluations: [1])
    #expect(curve.median[0] == quantile(0.5, gaps))
    #expect(curve.q25[0] == quantile(0.25, gaps))
    #expect(curve.q75[0] == quantile(0.75, gaps))
  }

  @Test("the quantiles of a large cell are within 0.4 %, in a tally that stops growing")
  func rounded() {
    let gaps = gaps(40_000)
    let tally = tally(gaps, batches: 10, plannedRuns: 40_000)
    let curve = tally.curve(evaluations: [1])
    for (own, probability) in [(curve.q25, 0.25), (curve.median, 0.5), (curve.q75, 0.75)] {
      #expect(abs(own[0] / quantile(probability, gaps) - 1) < 0.004)
    }
    // Twenty decades are 67 octaves of 128 gaps each; two counts to a word.
    #expect(tally.words.count < 67 * 128 * 3 / 2 + 10)
  }

  @Test("neither the order nor the batches in which runs come leave a trace", arguments: [10, 40_000])
  func order(plannedRuns: Int) {
    let gaps = gaps(3000)
    #expect(
      tally(gaps, batches: 1, plannedRuns: plannedRuns) == tally(gaps.reversed(), batches: 7, plannedRuns: plannedRuns))
  }

  @Test("a tally comes back from its words; others than its own are refused")
  func words() {
    let tally = tally(gaps(501), batches: 2, plannedRuns: 1000)
    let words = tally.words
    #expect(GapTally(words: words, checkpoints: 1, runs: 501, plannedRuns: 1000) == tally)
    #expect(GapTally(words: words, checkpoints: 1, runs: 500, plannedRuns: 1000) == nil)
    #expect(GapTally(words: words, checkpoints: 2, runs: 501, plannedRuns: 1000) == nil)
    #expect(GapTally(words: words.dropLast(), checkpoints: 1, runs: 501, plannedRuns: 1000) == nil)
    #expect(GapTally(words: [.max] + words.dropFirst(), checkpoints: 1, runs: 501, plannedRuns: 1000) == nil)
  }
}
