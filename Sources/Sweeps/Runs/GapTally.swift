/// How often each gap f − f* was seen at each checkpoint, over the runs of a cell.
///
/// A multiset, so the order in which runs arrive leaves no trace in it. In a cell of many runs, gaps are rounded to
/// eight significant bits (0.4 % at most), so that it stays small however many runs there are.
struct GapTally: Equatable {
  /// Cells of more runs have their gaps rounded.
  static let exactRuns = 1000

  private let isRounded: Bool
  /// Ascending gaps at each checkpoint, and how many runs had each.
  private var gaps: [[Double]]
  private var counts: [[UInt32]]
  private(set) var runs = 0

  /// - Parameter plannedRuns: of the whole cell, which decides about rounding.
  init(checkpoints: Int, plannedRuns: Int) {
    isRounded = plannedRuns > Self.exactRuns
    gaps = Array(repeating: [], count: checkpoints)
    counts = Array(repeating: [], count: checkpoints)
  }

  /// Adds runs, each given by its best value at every checkpoint.
  mutating func add(_ progress: [[Double]], minimum: Double) {
    runs += progress.count
    for k in gaps.indices {
      merge(progress.map { rounded($0[k] - minimum) }.sorted(), at: k)
    }
  }

  private mutating func merge(_ sorted: [Double], at k: Int) {
    var (mergedGaps, mergedCounts): ([Double], [UInt32]) = ([], [])
    mergedGaps.reserveCapacity(gaps[k].count + 16)
    mergedCounts.reserveCapacity(gaps[k].count + 16)
    func note(_ gap: Double, _ count: UInt32) {
      if let last = mergedCounts.indices.last, mergedGaps[last] == gap {
        mergedCounts[last] += count
      } else {
        mergedGaps.append(gap)
        mergedCounts.append(count)
      }
    }
    var next = 0
    for (gap, count) in zip(gaps[k], counts[k]) {
      while next < sorted.count, sorted[next] < gap {
        note(sorted[next], 1)
        next += 1
      }
      note(gap, count)
    }
    for gap in sorted[next...] { note(gap, 1) }
    (gaps[k], counts[k]) = (mergedGaps, mergedCounts)
  }

  /// NaN counts as +∞, as in `Quantiles`; zeros of both signs are one.
  private func rounded(_ gap: Double) -> Double {
    guard !gap.isNaN else { return .infinity }
    guard isRounded, gap.isFinite, gap != 0 else { return gap + 0 }
    // The middle of the gaps that share sign, exponent and the first seven bits of the fraction.
    let dropped: UInt64 = (1 << 45) - 1
    return Double(bitPattern: gap.bitPattern & ~dropped | 1 << 44)
  }

  /// Quantiles of the gaps at every checkpoint, by definition 7 of Hyndman and Fan, as `Quantiles` has them.
  func curve(evaluations: [Int]) -> GapCurve {
    func quantiles(_ probability: Double) -> [Double] { gaps.indices.map { quantile(probability, at: $0) } }
    return GapCurve(
      evaluations: evaluations, median: quantiles(0.5), q25: quantiles(0.25), q75: quantiles(0.75))
  }

  private func quantile(_ probability: Double, at k: Int) -> Double {
    guard runs > 0 else { return .nan }
    let position = probability * Double(runs - 1)
    let below = Int(position)
    let fraction = position - Double(below)
    let low = gap(ofRank: below, at: k)
    guard fraction > 0 else { return low }
    let high = gap(ofRank: below + 1, at: k)
    return high.isInfinite ? (low.isInfinite ? low : .infinity) : low + fraction * (high - low)
  }

  /// The gap that `rank` others precede.
  private func gap(ofRank rank: Int, at k: Int) -> Double {
    var seen = 0
    for (gap, count) in zip(gaps[k], counts[k]) {
      seen += Int(count)
      if seen > rank { return gap }
    }
    return .nan
  }
}

// MARK: As a word list

extension GapTally {
  /// For a store: per checkpoint the number of gaps, the gaps' bits, and how many runs had each, two to a word.
  var words: [UInt64] {
    var words: [UInt64] = []
    for k in gaps.indices {
      words.append(UInt64(gaps[k].count))
      words += gaps[k].map(\.bitPattern)
      for i in stride(from: 0, to: counts[k].count, by: 2) {
        words.append(UInt64(counts[k][i]) << 32 | UInt64(i + 1 < counts[k].count ? counts[k][i + 1] : 0))
      }
    }
    return words
  }

  /// The tally with `words`; nil if they cannot be those of `runs` runs.
  init?(words: [UInt64], checkpoints: Int, runs: Int, plannedRuns: Int) {
    self.init(checkpoints: checkpoints, plannedRuns: plannedRuns)
    self.runs = runs
    var rest = words[...]
    for k in 0..<checkpoints {
      guard let first = rest.popFirst(), let count = Int(exactly: first), count >= 0, count <= runs,
        rest.count >= count + (count + 1) / 2
      else { return nil }
      gaps[k] = rest.prefix(count).map(Double.init(bitPattern:))
      let pairs = rest.dropFirst(count).prefix((count + 1) / 2)
      counts[k] = Array(pairs.flatMap { [UInt32($0 >> 32), UInt32(truncatingIfNeeded: $0)] }.prefix(count))
      rest = rest.dropFirst(count + pairs.count)
      let isAscending = zip(gaps[k], gaps[k].dropFirst()).allSatisfy { $0 < $1 }
      guard isAscending, counts[k].reduce(0, { $0 + Int($1) }) == runs else { return nil }
    }
    guard rest.isEmpty else { return nil }
  }
}
