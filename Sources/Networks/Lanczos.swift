import Scalars

/// Extreme eigenvalues of a symmetric matrix that is known by its products with vectors.
public struct Lanczos: Sendable, Equatable {
  /// Ritz values, the largest first.
  public let values: [Double]
  /// ‖A·y − θ·y‖ of each: an eigenvalue lies within that distance of θ.
  public let residuals: [Double]

  /// `steps` products, with every new vector made orthogonal to all before, twice.
  ///
  /// Ends early where the vectors span an invariant subspace; then the values are exact up to rounding, and of
  /// eigenvalues that coincide one is found. Memory: steps × dimension numbers. Products that are not finite give no values.
  /// Source: Paige, Computational variants of the Lanczos method, J. Inst. Maths Applics 10 (1972).
  public init(
    dimension: Int, steps: Int, using generator: inout SeededGenerator,
    product: (_ vector: [Double], _ result: inout [Double]) -> Void
  ) {
    precondition(dimension > 0 && steps > 0, "a matrix has rows, and Lanczos steps")
    var basis = [Self.unitVector(dimension, using: &generator)]
    var diagonal: [Double] = []
    var offDiagonal: [Double] = []
    var image = [Double](repeating: 0, count: dimension)
    var size = 0.0
    while true {
      let k = diagonal.count
      product(basis[k], &image)
      let alpha = dot(image, basis[k])
      diagonal.append(alpha)
      for _ in 0..<2 {
        for vector in basis { add(-dot(image, vector), vector, to: &image) }
      }
      let beta = dot(image, image).squareRoot()
      offDiagonal.append(beta)
      size = max(size, alpha.magnitude + beta)
      guard k + 1 < min(steps, dimension), beta > 1e-13 * size else { break }
      basis.append(image.map { $0 / beta })
    }
    self.init(diagonal: diagonal, offDiagonal: offDiagonal)
  }

  /// The Ritz values of the tridiagonal matrix, the last of `offDiagonal` lying outside of it.
  private init(diagonal: [Double], offDiagonal: [Double]) {
    guard (diagonal + offDiagonal).allSatisfy(\.isFinite) else {
      (values, residuals) = ([], [])
      return
    }
    let n = diagonal.count
    var matrix = [Double](repeating: 0, count: n * n)
    for i in 0..<n {
      matrix[i * n + i] = diagonal[i]
      if i + 1 < n { matrix[i * n + i + 1] = offDiagonal[i] }
    }
    var solver = TridiagonalEigensolver(dimension: n)
    solver.decompose(matrix)
    let order = (0..<n).sorted { (solver.values[$0], $1) > (solver.values[$1], $0) }
    values = order.map { solver.values[$0] }
    residuals = order.map { offDiagonal[n - 1] * solver.vectors[$0 * n + n - 1].magnitude }
  }

  private static func unitVector(_ dimension: Int, using generator: inout SeededGenerator) -> [Double] {
    let vector = (0..<dimension).map { _ in generator.gaussian() }
    let length = dot(vector, vector).squareRoot()
    return vector.map { $0 / length }
  }
}

/// An estimate of a symmetric matrix's trace from its products with random signs.
///
/// Source: Hutchinson, A stochastic estimator of the trace of the influence matrix, Comm. Statist. 18 (1989).
public struct HutchinsonTrace: Sendable, Equatable {
  public let mean: Double
  /// Of the mean; NaN with one sample.
  public let standardError: Double

  public init(
    dimension: Int, samples: Int, using generator: inout SeededGenerator,
    product: (_ vector: [Double], _ result: inout [Double]) -> Void
  ) {
    precondition(samples > 0, "a mean needs samples")
    var image = [Double](repeating: 0, count: dimension)
    let estimates = (0..<samples).map { _ in
      let signs = (0..<dimension).map { _ in generator.next() >> 63 == 0 ? 1.0 : -1.0 }
      product(signs, &image)
      return dot(signs, image)
    }
    let mean = estimates.reduce(0, +) / Double(samples)
    let squares = estimates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.mean = mean
    standardError = (squares / Double(samples - 1) / Double(samples)).squareRoot()
  }
}

private func dot(_ a: [Double], _ b: [Double]) -> Double {
  var sum = 0.0
  for i in a.indices { sum += a[i] * b[i] }
  return sum
}

private func add(_ factor: Double, _ vector: [Double], to target: inout [Double]) {
  for i in target.indices { target[i] += factor * vector[i] }
}
