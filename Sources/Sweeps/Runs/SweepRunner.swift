import Synchronization

/// Runs a plan on all cores and hands the records over in the plan's order.
public struct SweepRunner: Sendable {
  public let executor: RunExecutor
  /// Runs at work at the same time.
  public let jobs: Int
  private static let batch = 256

  public init(_ plan: Plan, jobs: Int) {
    executor = RunExecutor(plan)
    self.jobs = Swift.max(1, jobs)
  }

  /// Executes what `isDone` does not already hold, in batches; each finished batch goes to `receive`, in order.
  ///
  /// - Parameter shouldStop: asked between batches; where it says yes, the runner returns early.
  /// - Returns: whether the whole plan is done.
  public func run(
    isDone: [Bool], shouldStop: @Sendable () -> Bool, receive: ([RunRecord]) throws -> Void
  ) async throws -> Bool {
    let missing = isDone.indices.filter { !isDone[$0] }
    for begin in stride(from: 0, to: missing.count, by: Self.batch) {
      if shouldStop() { return false }
      let positions = Array(missing[begin..<Swift.min(begin + Self.batch, missing.count)])
      try receive(await execute(positions))
    }
    return true
  }

  private func execute(_ positions: [Int]) async -> [RunRecord] {
    let next = SharedCounter()
    let executor = executor
    var records = [RunRecord?](repeating: nil, count: positions.count)
    await withTaskGroup(of: [(Int, RunRecord)].self) { group in
      for _ in 0..<Swift.min(jobs, positions.count) {
        group.addTask {
          var done: [(Int, RunRecord)] = []
          while case let index = next.take(), index < positions.count {
            done.append((index, executor.record(at: positions[index])))
          }
          return done
        }
      }
      for await done in group {
        for (index, record) in done { records[index] = record }
      }
    }
    return records.compactMap { $0 }
  }
}

/// Hands out 0, 1, 2 … to tasks that share it.
private final class SharedCounter: Sendable {
  private let value = Atomic(0)
  func take() -> Int { value.wrappingAdd(1, ordering: .relaxed).oldValue }
}
