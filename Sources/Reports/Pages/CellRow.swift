import Statistics
import Sweeps

/// One method on one objective as a row of the table of either's page.
struct CellRow {
  let link: Link
  let rate: RateView
  let time: RunningTime
  let gapMedian: String
  let gapKey: String
  let gapSpread: String
  let bar: OutcomeBar

  init(_ cell: Cell, name: Names.Name, kinds: [OutcomeKind]) {
    link = Link(name)
    rate = RateView(cell.success)
    time = RunningTime(cell.expectedRunningTime)
    gapMedian = Phrase.gap(cell.finalGap.median)
    gapKey = cell.finalGap.median.isNaN ? "inf" : cell.finalGap.median.numeral
    let (low, high) = (Phrase.gap(cell.finalGap.q10), Phrase.gap(cell.finalGap.q90))
    gapSpread = cell.runs == 0 ? "" : low == high ? low : "\(low) – \(high)"
    bar = OutcomeBar([cell], kinds: kinds)
  }
}

/// Expected evaluations to one success, in print and for sorting.
struct RunningTime {
  let text: String
  /// Sorts what was never reached last.
  let sortKey: String
  let isNever: Bool

  init(_ evaluations: Double?) {
    isNever = evaluations == nil
    text = evaluations.map { Phrase.evaluations($0) } ?? "never"
    sortKey = evaluations?.numeral ?? "inf"
  }
}
