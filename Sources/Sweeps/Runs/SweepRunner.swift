import Synchronization

/// Runs a plan on all cores and hands the runs over in the plan's order.
public struct SweepRunner: Sendable {
  public let executor: RunExecutor
  /// Runs at work at the same time.
  public let jobs: Int
  /// A batch is what the store and the progress see at once; its size follows the time that runs take.
  private static let batches = 16...4096
  /// The runs a job of a batch that is still short: what they leave behind stays in the processor's caches.
  private static let shortBatch = 512

  public init(_ plan: Plan, jobs: Int) {
    executor = RunExecutor(plan)
    self.jobs = Swift.max(1, jobs)
  }

  /// Executes what `isDone` does not already hold, in batches; each finished batch goes to `receive`, in order.
  ///
  /// - Parameter shouldStop: asked before every chunk of runs; where it says yes, what is finished is handed over and no
  ///   run begins.
  /// - Returns: whether the whole plan is done.
  public func run(
    isDone: [Bool], shouldStop: @escaping @Sendable () -> Bool, receive: ([FinishedRun]) throws -> Void
  ) async throws -> Bool {
    let missing = isDone.indices.filter { !isDone[$0] }
    var begin = 0
    var size = Self.batches.lowerBound
    var finished: [FinishedRun] = []
    while begin < missing.count, !shouldStop() {
      let end = Swift.min(begin + size, missing.count)
      let started = ContinuousClock.now
      // Handed over while the next batch is at work: writing to a store takes a third of the time of short runs.
      async let batch = execute(Array(missing[begin..<end]), shouldStop: shouldStop)
      if !finished.isEmpty { try receive(finished) }
      let handingOver = ContinuousClock.now - started
      finished = await batch
      guard finished.count == end - begin else { break }
      let elapsed = ContinuousClock.now - started
      // Long batches are for receivers that take their time, as a store does for every transaction.
      if elapsed < .milliseconds(200), size < Self.shortBatch * jobs || handingOver * 8 > elapsed {
        size = Swift.min(2 * size, Self.batches.upperBound)
      }
      if elapsed > .seconds(1) { size = Swift.max(size / 2, Self.batches.lowerBound) }
      begin = end
    }
    if !finished.isEmpty { try receive(finished) }
    return begin == missing.count
  }

  private func execute(_ positions: [Int], shouldStop: @escaping @Sendable () -> Bool) async -> [FinishedRun] {
    let next = SharedCounter()
    let executor = executor
    // Long enough for lockstep, and short enough that all jobs end at about the same time.
    let chunks = executor.chunks(of: positions, length: positions.count < 256 * jobs ? 16 : 64)
    var runs = [[FinishedRun]?](repeating: nil, count: chunks.count)
    await withTaskGroup(of: [(Int, [FinishedRun])].self) { group in
      for _ in 0..<Swift.min(jobs, chunks.count) {
        group.addTask {
          var done: [(Int, [FinishedRun])] = []
          while !shouldStop(), case let index = next.take(), index < chunks.count {
            done.append((index, executor.runs(at: positions[chunks[index]])))
          }
          return done
        }
      }
      for await done in group {
        for (index, chunk) in done { runs[index] = chunk }
      }
    }
    // Moved from the end, and not copied: a copy counts all arrays of a record once more.
    var finished: [FinishedRun] = []
    finished.reserveCapacity(positions.count)
    for index in runs.indices.reversed() {
      guard var chunk = runs[index].take() else { continue }
      while let run = chunk.popLast() { finished.append(run) }
    }
    finished.reverse()
    return finished
  }
}

/// Hands out 0, 1, 2 … to tasks that share it.
private final class SharedCounter: Sendable {
  private let value = Atomic(0)
  func take() -> Int { value.wrappingAdd(1, ordering: .relaxed).oldValue }
}
