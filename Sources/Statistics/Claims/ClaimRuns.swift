import Sweeps

/// The runs a claim is about, by cell and start.
struct ClaimRuns {
  /// One run's outcome, and the evaluations at which it reached the target.
  struct Run {
    let outcome: Outcome
    let evaluationsToTarget: Int?
  }

  private let methods: Int
  private var cells: [Int: [Run?]] = [:]
  private(set) var count = 0

  init(_ claim: Claim, in summary: Summary) throws {
    let plan = summary.archive.plan
    methods = summary.study.methods.count
    for objective in claim.objectives {
      for method in Set(claim.methods + claim.against).sorted() {
        let cell = objective * methods + method
        var runs = [Run?](repeating: nil, count: plan.study.starts)
        try summary.archive.forEachRecord(in: plan.positions(ofCell: cell)) { record in
          runs[record.key.start] = Run(outcome: record.outcome, evaluationsToTarget: record.evaluationsToTarget)
        }
        count += runs.count { $0 != nil }
        cells[cell] = runs
      }
    }
  }

  /// By start; nil for a run that was lost.
  func runs(objective: Int, method: Int) -> [Run?] { cells[objective * methods + method] ?? [] }
}
