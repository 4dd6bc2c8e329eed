import Objectives
import Sweeps

/// A local minimum in which runs ended.
public struct LocalMinimum: Sendable, Equatable {
  public let at: [Double]
  public let value: Double
}

/// The distinct local minima of one objective that caught its runs, from the lowest to the highest.
///
/// Resting points closer than 10⁻⁴ of the domain's mean width and equal in value to 10⁻⁴ (relative, above 1) are one
/// minimum, represented by the lowest of them; so are points that a symmetry of the function carries into one another.
public struct Minima: Sendable {
  public let all: [LocalMinimum]
  /// By position among the runs of the objective: 1 + the index into `all`, or 0 for a run that rests in none.
  private let assignment: [UInt32]

  /// Index into `all` of the minimum that caught a run, given by its position among the objective's; nil for none.
  public func index(ofRun position: Int) -> Int? { assignment[position] > 0 ? Int(assignment[position]) - 1 : nil }

  init(_ resting: RestingPoints, runs: Int, domain: Box) {
    let near = 1e-4 * domain.diagonal / Double(domain.dimension).squareRoot()
    var minima: [LocalMinimum] = []
    var assignment = [UInt32](repeating: 0, count: runs)
    for index in resting.lowestFirst {
      let (rest, value) = (resting.point(index), resting.values[index])
      var match: Int?
      // Lowest first, so the minima of about the value are the latest.
      for candidate in minima.indices.reversed() {
        let minimum = minima[candidate]
        guard value - minimum.value <= 1e-4 * Swift.max(1, minimum.value.magnitude) else { break }
        if zip(minimum.at, rest).allSatisfy({ ($0 - $1).magnitude <= near }) {
          match = candidate
          break
        }
      }
      if match == nil { minima.append(LocalMinimum(at: Array(rest), value: value)) }
      assignment[resting.positions[index]] = UInt32(match ?? minima.count - 1) + 1
    }
    all = minima
    self.assignment = assignment
  }
}

/// Where runs of one objective rest in local minima: flat lists, for there may be millions.
struct RestingPoints {
  private let dimension: Int
  /// Of each run among the objective's.
  private(set) var positions: [Int] = []
  private(set) var values: [Double] = []
  private var coordinates: [Double] = []

  init(dimension: Int) { self.dimension = dimension }

  /// - Parameter canonicalForm: what points that a symmetry carries into one another have in common.
  mutating func add(_ record: RunRecord, as canonicalForm: ([Double]) -> [Double], at position: Int) {
    guard record.outcome == .localMinimum else { return }
    positions.append(position)
    values.append(record.fRest)
    coordinates += canonicalForm(record.rest)
  }

  func point(_ index: Int) -> ArraySlice<Double> { coordinates[index * dimension..<(index + 1) * dimension] }

  /// Of equal values, the first first.
  var lowestFirst: [Int] { values.indices.sorted { (values[$0], $0) < (values[$1], $1) } }
}
