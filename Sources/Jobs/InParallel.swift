/// `body(0)` to `body(count − 1)`, `jobs` at a time: the same results in the same order for any number of jobs.
///
/// - Parameters:
///   - shouldStop: asked before every call; once it says yes no other begins, and the results left out are nil.
///   - didFinish: told how many calls are done, after each.
/// - Throws: what the first call, in the order of numbers, threw; after a failure no other call begins.
public func inParallel<Value: Sendable, Failure: Error>(
  _ count: Int, jobs: Int, shouldStop: () -> Bool = { false }, didFinish: (Int) -> Void = { _ in },
  _ body: @escaping @Sendable (Int) throws(Failure) -> Value
) async throws(Failure) -> [Value?] {
  var results = [Result<Value, Failure>?](repeating: nil, count: count)
  await withTaskGroup(of: (Int, Result<Value, Failure>).self) { group in
    var next = 0
    var hasFailed = false
    func addNext() {
      guard next < count, !hasFailed, !shouldStop() else { return }
      let index = next
      group.addTask { (index, Result { () throws(Failure) in try body(index) }) }
      next += 1
    }
    for _ in 0..<max(1, jobs) { addNext() }
    var finished = 0
    while let (index, result) = await group.next() {
      results[index] = result
      if case .failure = result { hasFailed = true }
      finished += 1
      didFinish(finished)
      addNext()
    }
  }
  var values: [Value?] = []
  values.reserveCapacity(count)
  for result in results { values.append(try result?.get()) }
  return values
}
