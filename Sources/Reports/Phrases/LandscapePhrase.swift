import Certificates
import Objectives
import Statistics

/// A landscape in words, for an objective's page.
struct LandscapePhrase {
  let report: LandscapeReport

  /// "121 minima, 220 saddles and 100 maxima; 40 of the minima lie on the boundary." and what is proved of them.
  var stationaryPoints: String? {
    guard let stationary = report.stationary else { return nil }
    let parts = StationaryPoint.Kind.allCases.compactMap { kind -> String? in
      let count = stationary.count(kind)
      return count == 0 ? nil : kind.counted(count, space: Words.space)
    }
    let boundary = stationary.count(.minimum, boundary: true)
    let counts = parts.isEmpty ? "no isolated ones" : (stationary.isUnfinished ? "at least " : "") + Words.list(parts)
    let rim = boundary == 0 ? "" : " (minima on the boundary: \(Words.count(boundary)))"
    return [counts + rim + ".", report.completenessSentence].filter { !$0.isEmpty }.joined(separator: " ")
  }

  var convexity: String { report.convexitySentence + " " + report.shareSentence }

  /// How many of the local minima that are not global caught a run, as a sentence; nil where the search is incomplete.
  func catches(_ minima: [LocalMinimum], rank: (LocalMinimum) -> Int?, globalMinimum: Double) -> String? {
    guard let stationary = report.stationary, stationary.isComplete else { return nil }
    let tolerance = 1e-9 * Swift.max(1, globalMinimum.magnitude)
    let all = stationary.points.count { $0.kind == .minimum && $0.value > globalMinimum + tolerance }
    let caught = Set(minima.compactMap(rank)).count
    guard all > 0 else { return nil }
    return "\(Words.count(caught)) of the \(Words.count(all)) local minima that are not global caught a run."
  }
}
