import Scalars

/// The map y = image + matrix · (x − anchor) with an orthogonal matrix.
struct RigidMotion: Sendable, Equatable {
  /// The point that is mapped onto `image`, exactly.
  let anchor: [Double]
  let image: [Double]
  /// n × n, row-major, orthogonal to rounding.
  let matrix: [Double]
  /// Whether the matrix only mirrors coordinates; then applying it costs n products, not n².
  let isDiagonal: Bool
  /// What it does, in words.
  let description: String

  /// Writes the image of `x` into `y`.
  @inline(__always)
  func apply<S: RealScalar>(to x: Span<S>, into y: UnsafeMutableBufferPointer<S>) {
    let n = x.count
    for row in 0..<n {
      var sum = S(image[row])
      for column in isDiagonal ? row..<(row + 1) : 0..<n {
        sum += S(matrix[row * n + column]) * (x[column] - S(anchor[column]))
      }
      y[row] = sum
    }
  }

  /// Turns ∂/∂y into ∂/∂x: writes matrixᵀ · `gradient` into `result`.
  @inline(__always)
  func pullBack<S: RealScalar>(_ gradient: UnsafeMutableBufferPointer<S>, into result: inout [S]) {
    let n = gradient.count
    for column in 0..<n {
      var sum = S(0)
      for row in isDiagonal ? column..<(column + 1) : 0..<n { sum += S(matrix[row * n + column]) * gradient[row] }
      result[column] = sum
    }
  }

  /// Turns the Hessian in y into the one in x: matrixᵀ · `hessian` · matrix, n × n and row-major, symmetric to the bit.
  func pullBack(hessian: inout [Double]) {
    let n = anchor.count
    guard !isDiagonal else {
      for i in 0..<n {
        for j in 0..<n { hessian[i * n + j] *= matrix[i * n + i] * matrix[j * n + j] }
      }
      return
    }
    var half = [Double](repeating: 0, count: n * n)
    for i in 0..<n {
      for k in 0..<n {
        let factor = hessian[i * n + k]
        for j in 0..<n { half[i * n + j] += factor * matrix[k * n + j] }
      }
    }
    for i in 0..<n {
      for j in i..<n {
        var sum = 0.0
        for k in 0..<n { sum += matrix[k * n + i] * half[k * n + j] }
        hessian[i * n + j] = sum
        hessian[j * n + i] = sum
      }
    }
  }

  /// The x that is mapped onto `y`: anchor + matrixᵀ · (y − image).
  func inverse(_ y: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: y.count)
    withTemporaryScalars(Double.self, count: y.count) { offset in
      for i in y.indices { offset[i] = y[i] - image[i] }
      pullBack(offset, into: &result)
    }
    return zip(anchor, result).map { $0 + $1 }
  }
}

extension RigidMotion {
  /// Mirrors some of k `coordinates` about the centre of `domain`, others for each of the instances 1 ..< 2ᵏ.
  ///
  /// The pattern is instance · c modulo 2ᵏ with an odd c, a permutation of the patterns that keeps 0, the identity.
  static func mirroring(_ domain: Box, along coordinates: [Int], instance: Int) -> RigidMotion {
    let n = domain.dimension
    let pattern = UInt64(instance) &* 0x9E37_79B9_7F4A_7C15
    var matrix = identityMatrix(n)
    for (bit, i) in coordinates.enumerated() where pattern >> UInt64(bit % 64) & 1 == 1 { matrix[i * n + i] = -1 }
    return RigidMotion(
      anchor: domain.center, image: domain.center, matrix: matrix, isDiagonal: true, description: "mirrored")
  }

  /// Moves the first minimizer elsewhere and, if `turning`, turns space about it; keeps every minimizer in `domain`.
  ///
  /// In every coordinate, the new place is uniform between 5 % and 40 % of the width away from the domain's centre: off
  /// the centre, where some methods look first, and off the boundary. What carries another minimizer out of the domain
  /// is drawn again.
  static func seeded(domain: Box, minimizers: [[Double]], turning: Bool, axes: [String]) -> RigidMotion {
    var generator = SeededGenerator(seed: 0, axes: axes)
    let n = domain.dimension
    for _ in 0..<1000 {
      let target = zip(domain.center, domain.widths).map { center, width in
        let side = generator.uniform() < 0.5 ? -width : width
        return center + side * generator.uniform(from: 0.05, to: 0.4)
      }
      let matrix = turning ? orthogonalMatrix(n, using: &generator) : identityMatrix(n)
      let motion = RigidMotion(
        anchor: target, image: minimizers[0], matrix: matrix, isDiagonal: n == 1 || !turning,
        description: !turning || n == 1 && matrix[0] > 0
          ? "shifted" : n > 1 ? "shifted and rotated" : "shifted and mirrored")
      if minimizers.allSatisfy({ domain.contains(motion.inverse($0)) }) { return motion }
    }
    preconditionFailure("minimizers that fill the domain cannot be moved inside it: declare the function .mirrored")
  }

  private static func identityMatrix(_ n: Int) -> [Double] {
    (0..<n * n).map { $0 % (n + 1) == 0 ? 1 : 0 }
  }

  /// A uniformly distributed orthogonal matrix: Gram–Schmidt on Gaussian rows (Stewart, SIAM J. Numer. Anal. 17, 1980).
  static func orthogonalMatrix(_ n: Int, using generator: inout SeededGenerator) -> [Double] {
    var rows: [[Double]] = []
    while rows.count < n {
      var row = (0..<n).map { _ in generator.gaussian() }
      for _ in 0..<2 {  // twice is enough: Giraud, Langou and Rozložník, 2005
        for other in rows {
          let projection = zip(row, other).reduce(0) { $0 + $1.0 * $1.1 }
          for i in 0..<n { row[i] -= projection * other[i] }
        }
      }
      let norm = row.reduce(0) { $0 + $1 * $1 }.squareRoot()
      if norm > 1e-8 { rows.append(row.map { $0 / norm }) }
    }
    return rows.flatMap { $0 }
  }
}
