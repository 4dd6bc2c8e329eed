/// The last pairs s = Δx, y = ∇f(x + s) − ∇f(x) of a run, and the inverse Hessian that they describe.
///
/// Source: Nocedal, Updating Quasi-Newton Matrices with Limited Storage, Math. Comp. 35, 1980.
struct CurvaturePairs: CurvatureModel {
  private let capacity: Int
  private let dimension: Int
  /// Pair k of the ring at k · dimension.
  private var steps: [Double]
  private var changes: [Double]
  /// s·y of each pair.
  private var products: [Double]
  private var weights: [Double]
  private var newest = 0
  private var count = 0

  init(capacity: Int, dimension: Int) {
    self.capacity = capacity
    self.dimension = dimension
    steps = Array(repeating: 0, count: capacity * dimension)
    changes = steps
    products = Array(repeating: 0, count: capacity)
    weights = products
  }

  var isEmpty: Bool { count == 0 }

  mutating func removeAll() { count = 0 }

  /// Remembers the pair of a step unless rounding or the function left it without positive curvature.
  mutating func append(from x: [Double], _ gradient: [Double], to newX: [Double], _ newGradient: [Double]) {
    let slot = (newest + 1) % capacity
    let offset = slot * dimension
    var product = 0.0
    var square = 0.0
    var stepSquare = 0.0
    for i in 0..<dimension {
      let s = newX[i] - x[i]
      let y = newGradient[i] - gradient[i]
      steps[offset + i] = s
      changes[offset + i] = y
      product += s * y
      square += y * y
      stepSquare += s * s
    }
    let threshold = 0x1p-52 * square.squareRoot() * stepSquare.squareRoot()
    guard product > threshold, product.isFinite, square.isFinite else {
      // The slot held the oldest pair, which is overwritten.
      count = min(count, capacity - 1)
      return
    }
    products[slot] = product
    newest = slot
    count = min(count + 1, capacity)
  }

  /// Sets `direction` to −H · `gradient` by the two-loop recursion; to −`gradient` while no pair is known.
  mutating func aim(_ direction: inout [Double], gradient: [Double]) {
    for i in 0..<dimension { direction[i] = -gradient[i] }
    guard count > 0 else { return }
    for age in 0..<count {
      let slot = (newest - age + capacity) % capacity
      weights[slot] = dot(steps, slot, direction) / products[slot]
      add(-weights[slot], changes, slot, to: &direction)
    }
    var square = 0.0
    for i in 0..<dimension { square += changes[newest * dimension + i] * changes[newest * dimension + i] }
    for i in 0..<dimension { direction[i] *= products[newest] / square }
    for age in stride(from: count - 1, through: 0, by: -1) {
      let slot = (newest - age + capacity) % capacity
      add(weights[slot] - dot(changes, slot, direction) / products[slot], steps, slot, to: &direction)
    }
  }

  private func dot(_ pairs: [Double], _ slot: Int, _ vector: [Double]) -> Double {
    var sum = 0.0
    for i in 0..<dimension { sum += pairs[slot * dimension + i] * vector[i] }
    return sum
  }

  private func add(_ factor: Double, _ pairs: [Double], _ slot: Int, to vector: inout [Double]) {
    for i in 0..<dimension { vector[i] += factor * pairs[slot * dimension + i] }
  }
}
