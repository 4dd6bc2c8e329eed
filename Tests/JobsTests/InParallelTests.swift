import Jobs
import Synchronization
import Testing

@Suite("Work done by several jobs")
struct InParallelTests {
  private struct Refusal: Error, Equatable { let index: Int }

  @Test("results stand in the order of numbers, whatever the number of jobs", arguments: [0, 1, 3, 50])
  func order(jobs: Int) async {
    var done: [Int] = []
    let squares = await inParallel(20, jobs: jobs, didFinish: { done.append($0) }) { $0 * $0 }
    #expect(squares == (0..<20).map { $0 * $0 })
    #expect(done == Array(1...20))
    #expect(await inParallel(0, jobs: jobs) { $0 }.isEmpty)
  }

  @Test("no more calls are under way than there are jobs")
  func width() async {
    let running = Mutex((now: 0, most: 0))
    _ = await inParallel(40, jobs: 2) { _ in
      running.withLock { ($0.now, $0.most) = ($0.now + 1, max($0.most, $0.now + 1)) }
      for _ in 0..<10_000 { _ = running.withLock { $0.most } }
      running.withLock { $0.now -= 1 }
    }
    #expect(running.withLock { $0.most } <= 2 && running.withLock { $0.now } == 0)
  }

  @Test("once told to stop, what has begun is finished and nothing else begins")
  func stops() async {
    var asked = 0
    let results = await inParallel(
      10, jobs: 1,
      shouldStop: {
        asked += 1; return asked > 4
      }
    ) { $0 }
    #expect(results == [0, 1, 2, 3] + [Int?](repeating: nil, count: 6))
  }

  @Test("a failure is thrown, and after it nothing begins")
  func failure() async {
    let calls = Mutex(0)
    await #expect(throws: Refusal(index: 3)) {
      try await inParallel(100, jobs: 1) { (index: Int) throws(Refusal) -> Int in
        calls.withLock { $0 += 1 }
        if index == 3 { throw Refusal(index: index) }
        return index
      }
    }
    #expect(calls.withLock { $0 } == 4)
  }
}
