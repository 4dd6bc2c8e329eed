import Foundation
import GRDB
import Objectives

/// A record as a row of the table `run`, without what its position in the plan says: its seed and its start.
///
/// NULL stands for an empty list and for NaN; for the last iterate, and f there, where they are the best.
enum RunRow {
  /// In their order: a file that has others is no store.
  static let columns = [
    "position", "xBest", "xLast", "fBest", "fLast", "valueEvaluations", "gradientEvaluations", "hessianEvaluations",
    "evaluationsToTarget", "steps", "reason", "outcome", "rest", "fRest", "path",
  ]
  static let insertion = "INSERT INTO run VALUES (\(columns.map { _ in "?" }.joined(separator: ",")))"

  static func arguments(_ record: RunRecord, at position: Int) -> StatementArguments {
    func bytes(_ values: [Double]) -> Data? { values.isEmpty ? nil : Blob.data(values.map(\.bitPattern)) }
    let (xBest, xLast) = (bytes(record.xBest), bytes(record.xLast))
    let (fBest, fLast) = (bytes([record.fBest]), bytes([record.fLast]))
    return [
      position, xBest, xLast == xBest ? nil : xLast, fBest, fLast == fBest ? nil : fLast, record.counts.value,
      record.counts.gradient, record.counts.hessian, record.evaluationsToTarget, record.steps, record.reason,
      record.outcome.rawValue, bytes(record.rest), record.fRest.isNaN ? nil : bytes([record.fRest]),
      bytes(record.path),
    ]
  }

  /// The record in `row`; nil if it cannot be one of the plan's.
  static func record(_ row: Row, of plan: Plan) -> RunRecord? {
    func doubles(_ column: String) -> [Double]? {
      (row[column] as Data?).map { Blob.words($0).map(Double.init(bitPattern:)) }
    }
    let position: Int = row["position"]
    guard (0..<plan.count).contains(position), let outcome = Outcome(rawValue: row["outcome"]),
      let fBest = doubles("fBest")?.first
    else { return nil }
    let key = plan.key(at: position)
    let xBest = doubles("xBest") ?? []
    return RunRecord(
      key: key, seed: plan.seed(of: key), x0: plan.start(key.start, on: plan.study.objectives[key.objective]),
      xBest: xBest, xLast: doubles("xLast") ?? xBest, fBest: fBest, fLast: doubles("fLast")?.first ?? fBest,
      counts: .init(
        value: row["valueEvaluations"], gradient: row["gradientEvaluations"], hessian: row["hessianEvaluations"]),
      evaluationsToTarget: row["evaluationsToTarget"], steps: row["steps"], reason: row["reason"], outcome: outcome,
      rest: doubles("rest") ?? [], fRest: doubles("fRest")?.first ?? .nan, path: doubles("path") ?? [])
  }
}

extension RunRecord {
  /// Whether the record can be one of the plan's: a damaged file must not become a number in a report.
  func isPlausible(in plan: Plan) -> Bool {
    let objective = plan.study.objectives[key.objective]
    let n = objective.dimension
    func isPoint(_ x: [Double], orEmpty: Bool) -> Bool { x.count == n || (orEmpty && x.isEmpty) }
    return isPoint(xBest, orEmpty: true) && isPoint(xLast, orEmpty: false)
      && isPoint(rest, orEmpty: outcome != .localMinimum) && path.count % n == 0
      && counts.value >= 0 && counts.gradient >= 0 && counts.hessian >= 0 && steps >= 0
      && counts.total <= plan.study.budget && (evaluationsToTarget != nil) == (outcome == .reached)
      && (xBest.isEmpty || objective.value(at: xBest).bitPattern == fBest.bitPattern || n > 2)
  }
}
