import Objectives
import Statistics

/// The answer to the study's question, as one or two sentences computed from its numbers.
struct Headline {
  struct Contestant {
    let label: String
    let success: Proportion
  }

  /// In the study's order.
  let contestants: [Contestant]
  let failed: Int

  var sentence: String { ([answer] + remarks).joined(separator: " ") }

  private var answer: String {
    let tried = contestants.filter { $0.success.total > 0 }
    guard let first = tried.first else { return "No run has finished yet." }
    if tried.count == 1 { return single(first) }
    let best = tried.map(\.success.rate).max() ?? 0
    let worst = tried.map(\.success.rate).min() ?? 0
    let leaders = tried.filter { $0.success.rate == best }
    if best == 0 { return nobody(tried) }
    if leaders.count == tried.count { return allAlike(tried) }
    let last = tried.filter { $0.success.rate == worst }
    return leaders.count == 1 ? leader(leaders[0], among: tried, last: last) : tie(leaders, last: last)
  }

  private var remarks: [String] {
    guard failed > 0 else { return [] }
    return [
      failed == 1
        ? "One run failed and counts as not reaching it."
        : "\(Words.count(failed)) runs failed and count as not reaching it."
    ]
  }

  private func single(_ one: Contestant) -> String {
    if one.success.total == 1, one.success.count == 0 {
      return "\(one.label) did not reach the global minimum in its only run (\(Words.interval(one.success)))."
    }
    return "\(one.label) reached the global minimum in \(inItsRuns(one.success)) (\(Words.interval(one.success)))."
  }

  /// "93 % of its 1,400 runs", "none of its 50 runs", "all of its 50 runs".
  private func inItsRuns(_ success: Proportion) -> String {
    if success.total == 1, success.count == 1 { return "its only run" }
    let share = success.count == 0 ? "none" : success.count == success.total ? "all" : Words.percent(success)
    return "\(share) of its \(Phrase.count(success.total, "run"))"
  }

  private func nobody(_ tried: [Contestant]) -> String {
    let runs = tried.reduce(0) { $0 + $1.success.total }
    let highest = tried.max { $0.success.high < $1.success.high }?.success ?? tried[0].success
    return "None of the \(tried.count) methods reached the global minimum in any of the \(Phrase.count(runs, "run"));"
      + " true rates up to \(Words.upperEnd(highest)) remain possible."
  }

  private func allAlike(_ tried: [Contestant]) -> String {
    let success = tried[0].success
    let who = tried.count == 2 ? "Both methods" : "All \(tried.count) methods"
    if success.count == success.total {
      return "\(who) reached the global minimum in every run (\(Words.interval(success)))."
    }
    return "\(who) reached the global minimum equally often, in \(Words.percent(success)) of their runs"
      + " (\(Words.interval(success)))."
  }

  private func leader(_ leader: Contestant, among tried: [Contestant], last: [Contestant]) -> String {
    let rivals = tried.filter { $0.label != leader.label && $0.success.high >= leader.success.low }
    let sentence =
      "\(leader.label) reached the global minimum most often: in \(inItsRuns(leader.success))"
      + " (\(Words.interval(leader.success))); \(tried.count == 2 ? "" : "least often, ")\(tail(last))"
    guard !rivals.isEmpty else { return sentence + "." }
    let names =
      rivals.count <= 3 ? Words.list(rivals.map(\.label)) : "\(rivals.count) other methods"
    return sentence
      + ". The interval of \(leader.label) overlaps with \(rivals.count == 1 ? "that" : "those") of \(names),"
      + " so the lead is not settled."
  }

  private func tie(_ leaders: [Contestant], last: [Contestant]) -> String {
    let names =
      leaders.count <= 4 ? Words.list(leaders.map(\.label)) : "\(leaders.count) methods"
    let success = leaders[0].success
    let share =
      success.count == success.total ? "in every run" : "equally often, in \(Words.percent(success)) of their runs"
    return "\(names) reached the global minimum \(share) (\(Words.interval(success))); least often, \(tail(last))."
  }

  /// "Gradient descent, in 21 %".
  private func tail(_ last: [Contestant]) -> String {
    let names = last.count <= 3 ? Words.list(last.map(\.label)) : "\(last.count) methods"
    let rate = last[0].success.count == 0 ? "never" : "in \(Words.percent(last[0].success))"
    return "\(names), \(rate)"
  }
}

extension Words {
  /// The upper end of an interval: "7 %".
  static func upperEnd(_ proportion: Proportion) -> String {
    interval(proportion).split(separator: "–").last.map { String($0) } ?? ""
  }
}
