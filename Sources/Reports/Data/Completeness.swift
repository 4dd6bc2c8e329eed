import Objectives
import Statistics

/// What became of the runs planned: planned = done + failed + missing.
struct Completeness: Sendable, Equatable {
  let planned: Int
  /// Runs that came to an end other than an error.
  let done: Int
  let failed: Int
  /// Runs without a record, of a study that was interrupted.
  let missing: Int

  init(_ summary: Summary) {
    let complete = summary.complete
    planned = complete.planned
    failed = complete.failed
    done = complete.done - complete.failed
    missing = complete.planned - complete.done
  }

  var isComplete: Bool { missing == 0 && failed == 0 }

  /// "1,400 runs planned = 1,398 done + 2 failed".
  var sentence: String {
    let runs = planned == 1 ? "run" : "runs"
    let equation =
      "\(Words.count(planned)) \(runs) planned = \(Words.count(done)) done + \(Words.count(failed)) failed"
    return missing == 0 ? equation : equation + " + \(Words.count(missing)) not run yet"
  }
}
