/// Regions in the order of a key, smallest first: a binary heap.
struct RegionQueue {
  private(set) var regions: [Region] = []
  private let precedes: (Region, Region) -> Bool

  init(_ regions: [Region] = [], by precedes: @escaping (Region, Region) -> Bool) {
    self.precedes = precedes
    for region in regions { insert(region) }
  }

  /// The region with the lowest lower bound first.
  static func bestFirst() -> RegionQueue {
    RegionQueue { ($0.lower, $0.number) < ($1.lower, $1.number) }
  }

  /// The widest region first.
  static func widestFirst(_ regions: [Region]) -> RegionQueue {
    RegionQueue(regions) { ($1.relativeWidth, $0.number) < ($0.relativeWidth, $1.number) }
  }

  var isEmpty: Bool { regions.isEmpty }
  var count: Int { regions.count }
  var first: Region? { regions.first }

  mutating func insert(_ region: Region) {
    regions.append(region)
    var child = regions.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard precedes(regions[child], regions[parent]) else { return }
      regions.swapAt(child, parent)
      child = parent
    }
  }

  mutating func removeFirst() -> Region? {
    guard let first = regions.first else { return nil }
    let last = regions.removeLast()
    guard !regions.isEmpty else { return first }
    regions[0] = last
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < regions.count else { break }
      if child + 1 < regions.count, precedes(regions[child + 1], regions[child]) { child += 1 }
      guard precedes(regions[child], regions[parent]) else { break }
      regions.swapAt(child, parent)
      parent = child
    }
    return first
  }

  /// Drops every region that does not fulfil the condition.
  mutating func keep(_ isKept: (Region) -> Bool) {
    let kept = regions.filter(isKept)
    regions.removeAll(keepingCapacity: true)
    for region in kept { insert(region) }
  }
}
