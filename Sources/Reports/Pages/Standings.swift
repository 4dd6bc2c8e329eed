import Statistics
import Sweeps

/// The methods of a study from the most to the least successful, over all objectives.
struct Standings {
  /// One method over all objectives.
  struct Place {
    /// Position in the study.
    let method: Int
    let success: Proportion
    let expectedRunningTime: Double?
  }

  let places: [Place]

  init(_ summary: Summary) {
    var spent = [Int](repeating: 0, count: summary.study.methods.count)
    for case let record? in summary.records {
      spent[record.key.method] += record.evaluationsToTarget ?? record.counts.total
    }
    let unordered = summary.study.methods.indices.map { method in
      let success = summary.overallSuccess(ofMethod: method)
      return Place(
        method: method, success: success,
        expectedRunningTime: success.count > 0 ? Double(spent[method]) / Double(success.count) : nil)
    }
    places = unordered.sorted { a, b in
      let (timeA, timeB) = (a.expectedRunningTime ?? .infinity, b.expectedRunningTime ?? .infinity)
      return (-a.success.rate, timeA, a.method) < (-b.success.rate, timeB, b.method)
    }
  }
}
