import Objectives
import Sweeps

/// Everything that figures and reports say about a study. A pure function of its runs.
public struct Summary: Sendable {
  public let study: Study
  public let cells: [Cell]
  /// The local minima that caught runs, per objective.
  public let minima: [Minima]
  /// The runs themselves.
  public let archive: any RunArchive
  /// What the models of each cell's runs are worth, nil for cells without; empty where nobody asked.
  public var models: [ModelQuality?] = []
  /// What is proved of each objective; empty where nobody asked.
  public var surveys: [Survey] = []
  /// What chose the variants of methods; empty where nothing was tuned.
  public var tunings: [MethodTuning] = []
  /// What the runs say of the study's claims; empty where nobody asked.
  public var findings: [Finding] = []

  /// Runs planned, runs with a record, and those of them that failed.
  public var complete: (planned: Int, done: Int, failed: Int) {
    (
      archive.plan.count, cells.reduce(0) { $0 + $1.runs }, cells.reduce(0) { $0 + $1.outcomes[.failed] }
    )
  }

  /// Reads the archive once, run by run.
  public init(_ archive: some RunArchive) throws {
    let plan = archive.plan
    let study = plan.study
    var cells: [Cell] = []
    var minima: [Minima] = []
    for (index, objective) in study.objectives.enumerated() {
      let first = index * study.methods.count
      let begin = first * study.starts
      var resting = RestingPoints(dimension: objective.dimension)
      var tallies: [CellTally] = []
      for cell in first..<first + study.methods.count {
        var tally = CellTally(objective)
        try archive.forEachRecord(in: plan.positions(ofCell: cell)) { record in
          tally.add(record)
          resting.add(record, as: objective.canonicalForm, at: plan.position(of: record.key) - begin)
        }
        tallies.append(tally)
      }
      let found = Minima(resting, runs: study.methods.count * study.starts, domain: objective.domain)
      var caught = [[Int: Int]](repeating: [:], count: study.methods.count)
      for position in resting.positions {
        if let minimum = found.index(ofRun: position) { caught[position / study.starts][minimum, default: 0] += 1 }
      }
      for (method, tally) in tallies.enumerated() {
        cells.append(
          tally.cell(
            objective: index, method: method, caught: caught[method], curve: try archive.curve(ofCell: first + method)))
      }
      minima.append(found)
    }
    self.study = study
    self.cells = cells
    self.minima = minima
    self.archive = archive
  }

  /// The cell of a method on an objective, by their positions in the study.
  public func cell(objective: Int, method: Int) -> Cell { cells[objective * study.methods.count + method] }

  /// What the models are worth that a method's runs on an objective ended with; nil where there are none.
  public func model(objective: Int, method: Int) -> ModelQuality? {
    models.isEmpty ? nil : models[objective * study.methods.count + method]
  }

  /// What is proved of the objective at a position in the study.
  public func survey(ofObjective objective: Int) -> Survey? { surveys.isEmpty ? nil : surveys[objective] }

  /// Runs that reached the global minimum, over all objectives, for the method at a position in the study.
  public func overallSuccess(ofMethod method: Int) -> Proportion {
    let own = cells.filter { $0.method == method }
    return Proportion(count: own.reduce(0) { $0 + $1.success.count }, of: own.reduce(0) { $0 + $1.runs })
  }
}
