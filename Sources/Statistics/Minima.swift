import Objectives
import Sweeps

/// A local minimum in which runs ended.
public struct LocalMinimum: Sendable, Equatable {
  public let at: [Double]
  public let value: Double
}

/// The distinct local minima of one objective that caught its runs, from the lowest to the highest.
///
/// Resting points closer than 10⁻⁴ of the domain's diagonal and equal in value to 10⁻⁴ (relative, above 1) are one
/// minimum, represented by the lowest of them.
public struct Minima: Sendable {
  public let all: [LocalMinimum]
  /// Index into `all` of each record given, nil for records that rest in no local minimum.
  public let assignment: [Int?]

  init(_ records: [RunRecord], domain: Box) {
    let resting = records.indices.filter { records[$0].outcome == .localMinimum }
    let order = resting.sorted { (records[$0].fRest, $0) < (records[$1].fRest, $1) }
    let near = 1e-4 * domain.diagonal
    var minima: [LocalMinimum] = []
    var assignment = [Int?](repeating: nil, count: records.count)
    for index in order {
      let record = records[index]
      // Sorted by value, so a match is among the latest; all are searched, since equal minima interleave.
      let match = minima.lastIndex { minimum in
        zip(minimum.at, record.rest).allSatisfy { ($0 - $1).magnitude <= near }
          && record.fRest - minimum.value <= 1e-4 * Swift.max(1, minimum.value.magnitude)
      }
      if let match {
        assignment[index] = match
      } else {
        assignment[index] = minima.count
        minima.append(LocalMinimum(at: record.rest, value: record.fRest))
      }
    }
    all = minima
    self.assignment = assignment
  }
}
