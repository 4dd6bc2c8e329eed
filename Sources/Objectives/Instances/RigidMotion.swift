import Scalars

/// The map y = image + matrix · (x − anchor) with an orthogonal matrix.
struct RigidMotion: Sendable {
  /// The point that is mapped onto `image`.
  let anchor: [Double]
  let image: [Double]
  /// n × n, row-major, orthogonal to rounding.
  let matrix: [Double]
  /// Whether the matrix only mirrors coordinates; then applying it costs n products, not n².
  let isDiagonal: Bool

  /// The x that is mapped onto `y`: anchor + matrixᵀ · (y − image).
  func inverse(_ y: [Double]) -> [Double] {
    let n = anchor.count
    return (0..<n).map { column in
      var sum = anchor[column]
      for row in 0..<n where matrix[row * n + column] != 0 { sum += matrix[row * n + column] * (y[row] - image[row]) }
      return sum
    }
  }

  /// A motion drawn from the stream named by `axes`, which keeps every minimizer inside `domain`.
  ///
  /// With a shift allowed, the first minimizer moves to a uniform point of the central 80 % of the domain; motions that
  /// carry another minimizer out of the domain are drawn again, 1000 times at most, after which only mirroring is left.
  static func seeded(
    domain: Box, minimizers: [[Double]], symmetries: ObjectiveInfo.Symmetries, axes: [String]
  ) -> RigidMotion {
    var generator = SeededGenerator(seed: 0, axes: axes)
    let n = domain.dimension
    if symmetries.contains(.shift), let anchor = minimizers.first {
      for _ in 0..<1000 {
        let target = (0..<n).map { i in
          generator.uniform(
            from: domain.lower[i] + 0.1 * domain.widths[i], to: domain.upper[i] - 0.1 * domain.widths[i])
        }
        let rotates = symmetries.contains(.rotation) && n > 1
        let mirror = symmetries.contains(.reflection)
        let motion = RigidMotion(
          anchor: target, image: anchor,
          matrix: rotates
            ? rotation(dimension: n, using: &generator) : mirroring(n, enabled: mirror, using: &generator),
          isDiagonal: !rotates)
        if minimizers.allSatisfy({ domain.contains(motion.inverse($0)) }) { return motion }
      }
    }
    return RigidMotion(
      anchor: domain.center, image: domain.center,
      matrix: mirroring(n, enabled: symmetries.contains(.reflection), using: &generator), isDiagonal: true)
  }

  private static func mirroring(
    _ n: Int, enabled: Bool, using generator: inout SeededGenerator
  ) -> [Double] {
    var matrix = [Double](repeating: 0, count: n * n)
    for i in 0..<n { matrix[i * n + i] = enabled && generator.uniform() < 0.5 ? -1 : 1 }
    return matrix
  }

  /// A uniformly distributed orthogonal matrix: Gram–Schmidt on Gaussian rows (Stewart, SIAM J. Numer. Anal. 17, 1980).
  private static func rotation(dimension n: Int, using generator: inout SeededGenerator) -> [Double] {
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
