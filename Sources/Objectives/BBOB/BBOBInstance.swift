import Scalars

/// What a function, a dimension and an instance number fix: the seed, the minimum, and how the rest is drawn.
///
/// Source: Hansen, Finck, Ros and Auger, INRIA RR-6829 (2009); the draws are those of the COCO platform.
struct BBOBInstance: Sendable {
  let function: Int
  let dimension: Int
  /// From 1.
  let number: Int
  let domain: Box
  /// f_opt, a ratio of Gaussians (Cauchy distributed) rounded to hundredths and kept within ±1000.
  let minimum: Double

  init(function: Int, dimension: Int, number: Int) {
    self.function = function
    self.dimension = dimension
    self.number = number
    domain = Box(-5...5, dimension: dimension)
    let seed = Self.seed(function: function, number: number)
    let ratio = BBOBGenerator.gaussians(1, seed: seed)[0] / BBOBGenerator.gaussians(1, seed: seed + 1)[0]
    minimum = Swift.min(1000, Swift.max(-1000, Self.rounded(100 * 100 * ratio) / 100))
  }

  /// Where this instance's streams start. Two functions share the draws of the one before them.
  var seed: Int { Self.seed(function: function, number: number) }

  /// The seed of what is drawn a second time, independently.
  var secondSeed: Int { seed + 1_000_000 }

  private static func seed(function: Int, number: Int) -> Int {
    let shared = [4: 3, 18: 17]
    return (shared[function] ?? function) + 10_000 * number
  }

  private static func rounded(_ x: Double) -> Double { (x + 0.5).rounded(.down) }

  /// x_opt as most functions draw it: uniform on a grid of steps 0.0008 in [−4, 4), never 0.
  func minimizer(seed: Int? = nil) -> [Double] {
    BBOBGenerator.uniforms(dimension, seed: seed ?? self.seed).map { uniform in
      let x = 8 * (1e4 * uniform).rounded(.down) / 1e4 - 4
      return x == 0 ? -1e-5 : x
    }
  }

  /// A random orthogonal matrix: Gram–Schmidt on the columns of a Gaussian matrix that is drawn column by column.
  func rotation(seed: Int) -> SquareMatrix {
    let n = dimension
    let numbers = BBOBGenerator.gaussians(n * n, seed: seed)
    var columns = (0..<n).map { Array(numbers[($0 * n)..<(($0 + 1) * n)]) }
    for i in 0..<n {
      for j in 0..<i {
        let projection = zip(columns[i], columns[j]).reduce(0) { $0 + $1.0 * $1.1 }
        for k in 0..<n { columns[i][k] -= projection * columns[j][k] }
      }
      let norm = columns[i].reduce(0) { $0 + $1 * $1 }.squareRoot()
      for k in 0..<n { columns[i][k] /= norm }
    }
    return SquareMatrix(columns: columns)
  }

  /// Two independent rotations, which the definitions call Q and R, or R and Q.
  var rotation: SquareMatrix { rotation(seed: seed) }
  var secondRotation: SquareMatrix { rotation(seed: secondSeed) }

  /// b^(i/(n−1)) for i = 0 … n−1: from 1 to b. The diagonal of Λ^α has b = √α.
  func powers(of base: Double) -> [Double] {
    (0..<dimension).map { Elementary.nearestPow(base, Double($0) / Double(dimension - 1)) }
  }

  /// The diagonal of Λ^α, whose square has the condition number α.
  func scaling(_ alpha: Double) -> [Double] { powers(of: alpha.squareRoot()) }
}

extension BBOBInstance {
  /// Λ^α R with the first rotation.
  func scaledRotation(_ alpha: Double) -> SquareMatrix { rotation.scalingRows(by: scaling(alpha)) }

  /// Q Λ^α R with both rotations.
  func doublyRotatedScaling(_ alpha: Double) -> SquareMatrix {
    secondRotation.scalingColumns(by: scaling(alpha)) * rotation
  }

  /// max(1, √n/8): what keeps Rosenbrock's valley inside the domain, whatever the dimension.
  var rosenbrockScale: Double { Swift.max(1, Double(dimension).squareRoot() / 8) }

  /// z = c R x, c being `rosenbrockScale`; the minimizer is where z = (½, …, ½).
  var rotatedRosenbrock: BBOBTransform {
    func all(_ value: Double) -> [Double] { Array(repeating: value, count: dimension) }
    let map = rotation.scalingRows(by: all(rosenbrockScale))
    return BBOBTransform(self, map: map, minimizer: rotation.transposed.multiply(all(0.5 / rosenbrockScale)))
  }
}
