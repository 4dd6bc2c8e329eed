import Objectives
import Optimizers
import Scalars

/// Every run of a study in one fixed order: objectives, then methods, then starts.
public struct Plan: Sendable {
  public let study: Study

  public init(_ study: Study) { self.study = study }

  public var count: Int { study.plannedRuns }

  /// The run at `position` of 0 ..< count.
  public func key(at position: Int) -> RunKey {
    let starts = study.starts
    let methods = study.methods.count
    return RunKey(
      objective: position / (starts * methods), method: position / starts % methods, start: position % starts)
  }

  /// The inverse of `key(at:)`.
  public func position(of key: RunKey) -> Int {
    (key.objective * study.methods.count + key.method) * study.starts + key.start
  }

  /// Objectives times methods; a cell's runs follow one another.
  public var cells: Int { study.objectives.count * study.methods.count }

  public func positions(ofCell cell: Int) -> Range<Int> { cell * study.starts..<(cell + 1) * study.starts }

  /// f* of the cell's objective.
  func minimum(ofCell cell: Int) -> Double { study.objectives[cell / study.methods.count].minimum.value }

  /// The start with number `start`, the same for every method: uniform in the domain, or as the objective draws it.
  public func start(_ start: Int, on objective: any Objective) -> [Double] { starts([start], on: objective)[0] }

  /// The starts with these numbers.
  func starts(_ numbers: [Int], on objective: any Objective) -> [[Double]] {
    let streams = StreamHash(seed: study.seed, axes: ["start", objective.id])
    return numbers.map {
      var generator = SeededGenerator(seed: streams.seed(of: $0))
      return objective.drawStart(using: &generator)
    }
  }

  /// The seed of a run's own draws, a function of its key alone.
  public func seed(of key: RunKey) -> UInt64 { seeds(ofCell: key).seed(of: key.start) }

  /// The same for all runs of the cell of `key`: of which only the number of the start is still to be said.
  func seeds(ofCell key: RunKey) -> StreamHash {
    StreamHash(
      seed: study.seed,
      axes: [
        "run", study.objectives[key.objective].id, study.method(key.method, onObjective: key.objective).id,
      ])
  }
}

/// Which run: positions in the study's lists.
public struct RunKey: Sendable, Hashable {
  public let objective: Int
  public let method: Int
  public let start: Int

  public init(objective: Int, method: Int, start: Int) {
    self.objective = objective
    self.method = method
    self.start = start
  }
}
