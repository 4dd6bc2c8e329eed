/// A symmetric matrix of plain numbers, row-major, with the one factorization that the search needs.
struct SymmetricMatrix: Sendable {
  let count: Int
  var entries: [Double]

  init(count: Int, entries: [Double]) {
    self.count = count
    self.entries = entries
  }

  subscript(row: Int, column: Int) -> Double {
    get { entries[row * count + column] }
    set { entries[row * count + column] = newValue }
  }

  /// The rows and columns of `kept`.
  func submatrix(_ kept: [Int]) -> SymmetricMatrix {
    SymmetricMatrix(count: kept.count, entries: kept.flatMap { i in kept.map { self[i, $0] } })
  }

  /// The lower triangle L with L Lᵀ = self; nil where a pivot is not clearly positive.
  func choleskyFactor() -> [Double]? {
    let n = count
    var factor = [Double](repeating: 0, count: n * n)
    for j in 0..<n {
      var pivot = self[j, j]
      for k in 0..<j { pivot -= factor[j * n + k] * factor[j * n + k] }
      guard pivot > 1e-10 * self[j, j].magnitude, pivot.isFinite else { return nil }
      let root = pivot.squareRoot()
      factor[j * n + j] = root
      for i in (j + 1)..<Swift.max(n, j + 1) {
        var sum = self[i, j]
        for k in 0..<j { sum -= factor[i * n + k] * factor[j * n + k] }
        factor[i * n + j] = sum / root
      }
    }
    return factor
  }

  /// The x with self · x = `right`; nil where the matrix is not clearly positive definite.
  func solution(_ right: [Double]) -> [Double]? {
    guard let factor = choleskyFactor() else { return nil }
    let n = count
    var x = right
    for i in 0..<n {
      for k in 0..<i { x[i] -= factor[i * n + k] * x[k] }
      x[i] /= factor[i * n + i]
    }
    for i in stride(from: n - 1, through: 0, by: -1) {
      for k in (i + 1)..<Swift.max(n, i + 1) { x[i] -= factor[k * n + i] * x[k] }
      x[i] /= factor[i * n + i]
    }
    return x
  }

  /// The smallest s, found by bisection to 3 %, for which self + diag(s · `weights`) is clearly positive definite; the
  /// weights are positive.
  func shift(weights: [Double]) -> Double {
    func isDefinite(_ shift: Double) -> Bool {
      var shifted = self
      for i in 0..<count { shifted[i, i] += shift * weights[i] }
      return shifted.choleskyFactor() != nil
    }
    if isDefinite(0) { return 0 }
    // Gershgorin's discs of the matrix scaled to weights of one; a singular matrix needs a little in any case.
    var high = 1e-300
    for i in 0..<count {
      high = Swift.max(high, 1e-8 * self[i, i].magnitude / weights[i])
    }
    for i in 0..<count {
      var radius = 0.0
      for j in 0..<count where j != i { radius += self[i, j].magnitude / (weights[i] * weights[j]).squareRoot() }
      high = Swift.max(high, radius - self[i, i] / weights[i])
    }
    var low = 0.0
    high *= 1.01
    for _ in 0..<5 {
      let middle = 0.5 * (low + high)
      if isDefinite(middle) { high = middle } else { low = middle }
    }
    return high
  }
}
