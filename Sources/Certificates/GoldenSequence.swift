import Objectives

/// Points that fill a box evenly: multiples of the inverse powers of the generalized golden ratio, modulo one.
///
/// A Kronecker sequence: Niederreiter, Random Number Generation and Quasi-Monte Carlo Methods, SIAM 1992, chapter 3.
enum GoldenSequence {
  /// The first `count` points, in the interior of `box`.
  static func points(_ count: Int, in box: Box) -> [[Double]] {
    let root = ratio(box.dimension)
    return (0..<count).map { index in
      var step = 1.0
      return box.lower.indices.map { i in
        step /= root
        let position = 0.5 + step * Double(index + 1)
        return box.lower[i] + (position - position.rounded(.down)) * (box.upper[i] - box.lower[i])
      }
    }
  }

  /// The root of xⁿ⁺¹ = x + 1 above 1, by Newton's method from above.
  private static func ratio(_ n: Int) -> Double {
    var x = 2.0
    for _ in 0..<60 {
      var power = 1.0
      for _ in 0..<n { power *= x }
      x -= (power * x - x - 1) / (Double(n + 1) * power - 1)
    }
    return x
  }
}
