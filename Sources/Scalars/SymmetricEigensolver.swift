/// Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations.
///
/// Chosen for its simplicity and its accuracy: orthogonal vectors to rounding, also for clustered eigenvalues. It costs
/// O(n³) per sweep and some six to ten sweeps, 1 ms or so at n = 50.
/// Source: Golub and Van Loan, Matrix Computations, 4th ed., 2013, section 8.5; the rotation's formula is Rutishauser's
/// (Numer. Math. 9, 1966).
public struct SymmetricEigensolver: Sendable {
  public let dimension: Int
  /// Eigenvalues in no particular order.
  public private(set) var values: [Double]
  /// n × n, row-major; column j belongs to `values[j]`, of length 1.
  public private(set) var vectors: [Double]
  private var matrix: [Double]

  public init(dimension: Int) {
    self.dimension = dimension
    values = Array(repeating: 0, count: dimension)
    vectors = Array(repeating: 0, count: dimension * dimension)
    matrix = vectors
  }

  /// Decomposes `symmetric`, n × n with finite elements, of which the upper triangle is read.
  public mutating func decompose(_ symmetric: [Double]) {
    let n = dimension
    let scale = symmetric.reduce(0) { max($0, $1.magnitude) }
    for i in 0..<n {
      for j in 0..<n {
        vectors[i * n + j] = i == j ? 1 : 0
        // Scaled, so that no square overflows.
        matrix[i * n + j] = scale == 0 ? 0 : symmetric[min(i, j) * n + max(i, j)] / scale
      }
    }
    for _ in 0..<60 where !isDiagonal() {
      for p in 0..<n {
        for q in p + 1..<max(n, p + 1) { rotate(p, q) }
      }
    }
    for i in 0..<n { values[i] = matrix[i * n + i] * scale }
  }

  /// Whether every element off the diagonal is below half a unit in the last place of the largest, 1.
  private func isDiagonal() -> Bool {
    let n = dimension
    for i in 0..<n {
      for j in i + 1..<max(n, i + 1) where matrix[i * n + j].magnitude > 0x1p-54 * diagonalSize(i, j) { return false }
    }
    return true
  }

  /// Elements are small beside √|aᵢᵢaⱼⱼ|, or where that vanishes beside the matrix.
  private func diagonalSize(_ i: Int, _ j: Int) -> Double {
    let product = matrix[i * dimension + i].magnitude * matrix[j * dimension + j].magnitude
    return max(product.squareRoot(), 0x1p-40)
  }

  /// Annihilates the element (p, q).
  private mutating func rotate(_ p: Int, _ q: Int) {
    let n = dimension
    let apq = matrix[p * n + q]
    guard apq != 0 else { return }
    let theta = (matrix[q * n + q] - matrix[p * n + p]) / (2 * apq)
    // For huge θ the square overflows to infinity and t becomes 0, which is its limit.
    let t = (theta < 0 ? -1.0 : 1.0) / (theta.magnitude + (theta * theta + 1).squareRoot())
    let c = 1 / (t * t + 1).squareRoot()
    let s = t * c
    for k in 0..<n {
      let akp = matrix[k * n + p]
      let akq = matrix[k * n + q]
      matrix[k * n + p] = c * akp - s * akq
      matrix[k * n + q] = s * akp + c * akq
    }
    for k in 0..<n {
      let apk = matrix[p * n + k]
      let aqk = matrix[q * n + k]
      matrix[p * n + k] = c * apk - s * aqk
      matrix[q * n + k] = s * apk + c * aqk
      let vkp = vectors[k * n + p]
      let vkq = vectors[k * n + q]
      vectors[k * n + p] = c * vkp - s * vkq
      vectors[k * n + q] = s * vkp + c * vkq
    }
    matrix[p * n + q] = 0
    matrix[q * n + p] = 0
  }
}
