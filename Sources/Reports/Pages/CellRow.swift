import Statistics
import Sweeps

/// One method on one objective as a row of the table of either's page.
struct CellRow {
  let link: Link
  let rate: RateView
  let runningTime: String
  let runningTimeKey: String
  let gapMedian: String
  let gapKey: String
  let gapSpread: String
  let bar: OutcomeBar

  init(_ cell: Cell, name: Names.Name, kinds: [OutcomeKind]) {
    link = Link(name)
    rate = RateView(cell.success)
    (runningTime, runningTimeKey) = Self.runningTime(cell.expectedRunningTime)
    gapMedian = Phrase.quantity(cell.finalGap.median)
    gapKey = cell.finalGap.median.isNaN ? "inf" : cell.finalGap.median.numeral
    gapSpread =
      cell.runs == 0 ? "" : "\(Phrase.quantity(cell.finalGap.q10)) – \(Phrase.quantity(cell.finalGap.q90))"
    bar = OutcomeBar([cell], kinds: kinds)
  }

  /// An expected running time in print, and as a key that sorts what was never reached last.
  static func runningTime(_ time: Double?) -> (text: String, key: String) {
    guard let time else { return ("never", "inf") }
    return (Phrase.evaluations(time), time.numeral)
  }
}
