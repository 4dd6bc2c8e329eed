import Scalars

/// Boxes that touch one another, in one connected set.
struct BoxCluster: Sendable {
  private(set) var boxes: [[Interval]]
  /// The smallest box around them.
  let hull: [Interval]

  /// `boxes` are not empty, and of one dimension.
  init(_ boxes: [[Interval]]) {
    self.boxes = boxes
    hull = boxes[0].indices.map { i in boxes.dropFirst().reduce(boxes[0][i]) { .hull($0, $1[i]) } }
  }

  /// The product of the widths along `free`, summed over the boxes.
  func measure(along free: [Int]) -> Double {
    boxes.reduce(0) { sum, box in sum + free.reduce(1) { $0 * box[$1].width } }
  }

  func contains(_ point: [Double]) -> Bool {
    boxes.contains { box in point.indices.allSatisfy { box[$0].contains(point[$0]) } }
  }

  /// The connected sets of `boxes`, in the order of their first boxes.
  static func connecting(_ boxes: [[Interval]], free: [Int]) -> [BoxCluster] {
    connectedSets(of: boxes, free: free).map { set in BoxCluster(set.map { boxes[$0] }) }
  }

  /// The indices of the boxes in each connected set.
  ///
  /// Boxes are sorted into cells as large as the largest of them, so that only neighbouring cells are compared.
  static func connectedSets(of boxes: [[Interval]], free: [Int]) -> [[Int]] {
    guard boxes.count > 1 else { return boxes.indices.map { [$0] } }
    let cell = free.map { i in boxes.reduce(1e-300) { Swift.max($0, $1[i].width) } }
    let origin = free.map { i in boxes.reduce(Double.infinity) { Swift.min($0, $1[i].lower) } }
    func key(_ box: [Interval]) -> SIMD4<Int32> {
      var key = SIMD4<Int32>.zero
      for (k, i) in free.enumerated() {
        key[k] = Int32(Swift.min(((box[i].lower - origin[k]) / cell[k]).rounded(.down), 1e9))
      }
      return key
    }
    var members: [SIMD4<Int32>: [Int]] = [:]
    let keys = boxes.map(key)
    for (index, key) in keys.enumerated() { members[key, default: []].append(index) }
    var sets = DisjointSets(count: boxes.count)
    let offsets = neighbours(free.count)
    for index in boxes.indices {
      for offset in offsets {
        for other in members[keys[index] &+ offset] ?? [] where other < index {
          if touch(boxes[index], boxes[other], free) { sets.join(index, other) }
        }
      }
    }
    var order: [Int: Int] = [:]
    var groups: [[Int]] = []
    for index in boxes.indices {
      let root = sets.root(of: index)
      let group = order[root] ?? groups.count
      if group == groups.count {
        order[root] = group
        groups.append([])
      }
      groups[group].append(index)
    }
    return groups
  }

  private static func touch(_ a: [Interval], _ b: [Interval], _ free: [Int]) -> Bool {
    free.allSatisfy { a[$0].lower <= b[$0].upper && b[$0].lower <= a[$0].upper }
  }

  private static func neighbours(_ dimension: Int) -> [SIMD4<Int32>] {
    var offsets = [SIMD4<Int32>.zero]
    for k in 0..<dimension {
      offsets = offsets.flatMap { offset in
        (-1...1).map { step in
          var moved = offset
          moved[k] = Int32(step)
          return moved
        }
      }
    }
    return offsets
  }
}

/// Union and find with path halving. Source: Tarjan, Journal of the ACM 22 (1975), doi:10.1145/321879.321884.
private struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(of element: Int) -> Int {
    var element = element
    while parents[element] != element {
      parents[element] = parents[parents[element]]
      element = parents[element]
    }
    return element
  }

  mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (root(of: a), root(of: b))
    parents[Swift.max(a, b)] = Swift.min(a, b)
  }
}
