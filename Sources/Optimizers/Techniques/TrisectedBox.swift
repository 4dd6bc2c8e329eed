/// The unit cube cut into rectangles whose sides are powers of ⅓, each with the value at its centre.
///
/// Only the longest sides of a rectangle are ever cut, so that the number of its cuts tells its sides, up to their order:
/// with t = l n + j cuts, j sides are 3^−(l + 1) long and the others 3^−l. Rectangles lie in classes of equal size, and a
/// class is a heap whose top has the lowest value, the first made among equals.
struct TrisectedBox: Sendable {
  /// How the size of a rectangle is measured, and by it what a class is.
  enum Measure: Sendable {
    /// From the centre to a vertex; a class for every number of cuts.
    case halfDiagonal
    /// Half the longest side; a class for every n cuts.
    case halfLongestSide
  }

  /// Longest sides below 3⁻³² are not cut: thirds of them are lost in rounding.
  static let finest = 32

  let dimension: Int
  let measure: Measure
  private(set) var values: [Double] = []
  /// The lowest value at a centre.
  private(set) var lowest = Double.infinity
  private var centers: [Double] = []
  /// For every rectangle and axis, how often it has been cut.
  private var levels: [UInt8] = []
  private var cuts: [Int] = []
  /// The classes, from the largest size down.
  private var classes: [[Int]]

  init(dimension: Int, measure: Measure) {
    self.dimension = dimension
    self.measure = measure
    classes = Array(repeating: [], count: measure == .halfDiagonal ? (Self.finest + 1) * dimension : Self.finest + 1)
  }

  var classCount: Int { classes.count }
  var isEmpty: Bool { values.isEmpty }

  /// The size of every rectangle of a class.
  func size(ofClass k: Int) -> Double {
    let l = measure == .halfDiagonal ? k / dimension : k
    let side = Self.power(l)
    guard measure == .halfDiagonal else { return side / 2 }
    let shorter = Double(k % dimension)
    return side / 2 * (Double(dimension) - shorter + shorter / 9).squareRoot()
  }

  /// The lowest value of a class; nil where it is empty or too fine to be cut.
  func lowestValue(ofClass k: Int) -> Double? {
    guard let top = classes[k].first, k < classes.count - (measure == .halfDiagonal ? dimension : 1) else { return nil }
    return values[top]
  }

  /// 3⁻ˡ.
  static func power(_ l: Int) -> Double {
    var power = 1.0
    for _ in 0..<l { power *= 3 }
    return 1 / power
  }

  /// Copies a centre, in the unit cube.
  func copyCenter(_ rectangle: Int, into x: inout [Double]) {
    for i in 0..<dimension { x[i] = centers[rectangle * dimension + i] }
  }

  /// How often the longest sides of a rectangle have been cut.
  func level(_ rectangle: Int) -> Int { cuts[rectangle] / dimension }
  func isLongest(_ axis: Int, of rectangle: Int) -> Bool {
    Int(levels[rectangle * dimension + axis]) == level(rectangle)
  }

  /// Adds the whole cube.
  mutating func addCube(value: Double) {
    for _ in 0..<dimension {
      centers.append(0.5)
      levels.append(0)
    }
    add(value, cuts: 0)
  }

  /// Cuts `rectangle`, which is in no class, along `axis`, and adds the two outer thirds with their values.
  mutating func cut(_ rectangle: Int, along axis: Int, values: (below: Double, above: Double)) {
    let third = Self.power(Int(levels[rectangle * dimension + axis]) + 1)
    levels[rectangle * dimension + axis] += 1
    cuts[rectangle] += 1
    addNeighbour(of: rectangle, along: axis, distance: -third, value: values.below)
    addNeighbour(of: rectangle, along: axis, distance: third, value: values.above)
  }

  private mutating func addNeighbour(of rectangle: Int, along axis: Int, distance: Double, value: Double) {
    for i in 0..<dimension {
      centers.append(centers[rectangle * dimension + i] + (i == axis ? distance : 0))
      levels.append(levels[rectangle * dimension + i])
    }
    add(value, cuts: cuts[rectangle])
  }

  private mutating func add(_ value: Double, cuts count: Int) {
    values.append(value)
    cuts.append(count)
    lowest = min(lowest, value)
    insert(values.count - 1)
  }

  /// Puts a rectangle into its class.
  mutating func insert(_ rectangle: Int) {
    let k = measure == .halfDiagonal ? cuts[rectangle] : level(rectangle)
    var i = classes[k].count
    classes[k].append(rectangle)
    while i > 0, isBefore(classes[k][i], classes[k][(i - 1) / 2]) {
      classes[k].swapAt(i, (i - 1) / 2)
      i = (i - 1) / 2
    }
  }

  /// Takes the lowest rectangle out of its class.
  mutating func removeLowest(ofClass k: Int) -> Int {
    let last = classes[k].count - 1
    classes[k].swapAt(0, last)
    let rectangle = classes[k].removeLast()
    var i = 0
    while true {
      var child = 2 * i + 1
      guard child < last else { return rectangle }
      if child + 1 < last, isBefore(classes[k][child + 1], classes[k][child]) { child += 1 }
      guard isBefore(classes[k][child], classes[k][i]) else { return rectangle }
      classes[k].swapAt(i, child)
      i = child
    }
  }

  private func isBefore(_ a: Int, _ b: Int) -> Bool { values[a] < values[b] || (values[a] == values[b] && a < b) }
}
