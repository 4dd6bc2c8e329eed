import Objectives
import Sweeps

/// Everything that figures and reports say about a study. A pure function of its records.
public struct Summary: Sendable {
  public let study: Study
  public let cells: [Cell]
  /// The local minima that caught runs, per objective.
  public let minima: [Minima]
  /// Every record of the plan, in its order; a run that was lost would be nil.
  public let records: [RunRecord?]
  /// What is proved of each objective; empty where nobody asked.
  public let surveys: [Survey]
  /// What chose the variants of methods; empty where nothing was tuned.
  public let tunings: [MethodTuning]

  /// Runs planned, runs with a record, and those of them that failed.
  public var complete: (planned: Int, done: Int, failed: Int) {
    let done = records.lazy.compactMap { $0 }
    return (records.count, done.count, done.count { $0.outcome == .failed })
  }

  public init(_ plan: Plan, records: [RunRecord?], surveys: [Survey] = [], tunings: [MethodTuning] = []) {
    let study = plan.study
    let checkpoints = Checkpoints.evaluations(budget: study.budget)
    var cells: [Cell] = []
    var minima: [Minima] = []
    let perObjective = study.methods.count * study.starts
    for (index, objective) in study.objectives.enumerated() {
      let all = records[index * perObjective..<(index + 1) * perObjective].compactMap { $0 }
      let found = Minima(all, domain: objective.domain)
      minima.append(found)
      let assigned = Array(zip(all, found.assignment))
      for method in study.methods.indices {
        let own = assigned.filter { $0.0.key.method == method }
        cells.append(
          Cell(
            objective: index, method: method, minimum: objective.minimum.value, checkpoints: checkpoints,
            records: own.map(\.0), minima: own.map(\.1)))
      }
    }
    self.study = study
    self.cells = cells
    self.minima = minima
    self.records = records
    self.surveys = surveys
    self.tunings = tunings
  }

  /// The cell of a method on an objective, by their positions in the study.
  public func cell(objective: Int, method: Int) -> Cell { cells[objective * study.methods.count + method] }

  /// What is proved of the objective at a position in the study.
  public func survey(ofObjective objective: Int) -> Survey? { surveys.isEmpty ? nil : surveys[objective] }

  /// Runs that reached the global minimum, over all objectives, for the method at a position in the study.
  public func overallSuccess(ofMethod method: Int) -> Proportion {
    let own = cells.filter { $0.method == method }
    return Proportion(count: own.reduce(0) { $0 + $1.success.count }, of: own.reduce(0) { $0 + $1.runs })
  }
}

extension Cell {
  init(
    objective: Int, method: Int, minimum: Double, checkpoints: [Int], records: [RunRecord], minima: [Int?]
  ) {
    self.objective = objective
    self.method = method
    runs = records.count
    outcomes = OutcomeCounts(records.map(\.outcome))
    success = Proportion(count: outcomes[.reached], of: records.count)
    let spent = records.reduce(0) { $0 + ($1.evaluationsToTarget ?? $1.counts.total) }
    expectedRunningTime = success.count > 0 ? Double(spent) / Double(success.count) : nil
    let gaps = Quantiles(records.map { $0.fBest - minimum })
    finalGap = (gaps[0.5], gaps[0.1], gaps[0.9])
    evaluations = records.reduce(into: .init()) { sum, record in
      sum.value += record.counts.value
      sum.gradient += record.counts.gradient
      sum.hessian += record.counts.hessian
    }
    var caught: [Int: Int] = [:]
    for case let minimum? in minima { caught[minimum, default: 0] += 1 }
    self.minima = caught.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { (minimum: $0.key, count: $0.value) }
    let columns = checkpoints.indices.map { k in Quantiles(records.map { $0.progress[k] - minimum }) }
    curve = GapCurve(
      evaluations: checkpoints, median: columns.map { $0[0.5] }, q25: columns.map { $0[0.25] },
      q75: columns.map { $0[0.75] })
    paths = records.filter { !$0.path.isEmpty }.map { record in
      Path(
        start: record.key.start,
        points: stride(from: 0, to: record.path.count - 1, by: 2).map { (x: record.path[$0], y: record.path[$0 + 1]) },
        outcome: record.outcome)
    }
  }
}
