import Objectives
import Scalars

/// Halves the domain, best first, until the lower bounds of all that is left are close to the best value known.
///
/// First the gap is closed; then what is left is halved on, widest first, so that the boxes say where the minimizers
/// are, also where the lower bound needed no search. Source: Hansen and Walster, Global Optimization Using Interval
/// Analysis, Dekker 2004, chapters 12 and 14.
struct BranchAndBound {
  private var test: RegionTest
  private(set) var incumbent: Incumbent
  private var queue = RegionQueue.bestFirst()
  /// Regions that are not halved any more: too narrow.
  private var settled: [Region] = []
  private var created = 0
  private let tolerance: Double
  private let maximumBoxes: Int

  /// Boxes that may wait at the same time, which bounds the memory.
  static let queueCapacity = 1_000_000

  init(_ objective: any Objective, tolerance: Double, maximumBoxes: Int, incumbent: Incumbent) {
    test = RegionTest(objective, tolerance: tolerance, maximumBoxes: maximumBoxes)
    self.tolerance = tolerance
    self.maximumBoxes = maximumBoxes
    self.incumbent = incumbent
    examine(Region(box: test.domain, lower: -.infinity))
  }

  var boxes: Int { test.boxes }
  /// All that may hold a global minimizer.
  var regions: [Region] {
    (queue.regions + settled).filter { $0.lower <= incumbent.upper }.sorted { $0.number < $1.number }
  }
  /// Not above the global minimum; −∞ where the formula is defined nowhere.
  var lower: Double {
    let narrow = settled.reduce(Double.infinity) { Swift.min($0, $1.lower) }
    let lowest = Swift.min(Swift.min(queue.first?.lower ?? .infinity, narrow), incumbent.upper)
    return lowest == .infinity ? -.infinity : lowest
  }
  var isClosed: Bool { incumbent.upper - lower <= tolerance }
  /// Whether halving has come to its end before the limits: regions too narrow for it keep the gap open.
  var isExhausted: Bool { !isClosed && boxes < maximumBoxes && queue.count < Self.queueCapacity }
  var widths: [Double] { test.widths }

  /// Halves regions until the gap is closed, or nothing more can be done.
  mutating func closeGap() {
    while boxes < maximumBoxes, queue.count < Self.queueCapacity, let region = queue.first {
      if region.lower > incumbent.upper { break }
      if incumbent.upper - region.lower <= tolerance { break }
      _ = queue.removeFirst()
      halve(region)
    }
    queue.keep { $0.lower <= incumbent.upper }
  }

  /// Halves the widest regions until all are narrow, or `extraBoxes` more were enclosed.
  mutating func refine(to relativeWidth: Double, extraBoxes: Int) {
    let limit = Swift.min(maximumBoxes, boxes + extraBoxes)
    queue = .widestFirst(queue.regions)
    while boxes < limit, let region = queue.first, region.relativeWidth > relativeWidth {
      _ = queue.removeFirst()
      halve(region)
    }
    let rest = queue.regions.filter { $0.lower <= incumbent.upper }
    queue = .bestFirst()
    for region in rest { queue.insert(region) }
  }

  private mutating func halve(_ region: Region) {
    guard let halves = region.halves() else {
      settled.append(region)
      return
    }
    examine(halves.0)
    examine(halves.1)
  }

  private mutating func examine(_ region: Region) {
    for var rest in test.reduce(region, &incumbent) {
      created += 1
      rest.number = created
      queue.insert(rest)
    }
  }
}
