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
    let unordered = summary.study.methods.indices.map { method in
      let success = summary.overallSuccess(ofMethod: method)
      let spent = summary.cells.reduce(0) { $0 + ($1.method == method ? $1.spent : 0) }
      return Place(
        method: method, success: success,
        expectedRunningTime: success.count > 0 ? Double(spent) / Double(success.count) : nil)
    }
    places = unordered.sorted { a, b in
      let (timeA, timeB) = (a.expectedRunningTime ?? .infinity, b.expectedRunningTime ?? .infinity)
      return (-a.success.rate, timeA, a.method) < (-b.success.rate, timeB, b.method)
    }
  }
}
