/// Indices in the order of some values, lowest first and equal ones by index; sorted without allocating.
struct Ranking: Sendable {
  private(set) var order: [Int]

  /// A ranking of up to `capacity` values.
  init(capacity: Int) { order = Array(0..<capacity) }

  /// Ranks `values[range]`: afterwards `order[0]` is the index of the lowest of them, and so on.
  ///
  /// Heapsort (Williams, Communications of the ACM 7, 1964).
  mutating func rank(_ values: [Double], in range: Range<Int>) {
    let count = range.count
    for i in 0..<count { order[i] = range.lowerBound + i }
    for i in stride(from: count / 2 - 1, through: 0, by: -1) { sift(i, count, values) }
    for end in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(0, end)
      sift(0, end, values)
    }
  }

  /// Lets the element at `root` sink to its place in the heap of the first `count`.
  private mutating func sift(_ root: Int, _ count: Int, _ values: [Double]) {
    var parent = root
    while 2 * parent + 1 < count {
      var child = 2 * parent + 1
      if child + 1 < count, precedes(order[child], order[child + 1], values) { child += 1 }
      guard precedes(order[parent], order[child], values) else { return }
      order.swapAt(parent, child)
      parent = child
    }
  }

  private func precedes(_ i: Int, _ j: Int, _ values: [Double]) -> Bool {
    values[i] < values[j] || (values[i] == values[j] && i < j)
  }
}
