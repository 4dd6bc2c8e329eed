import Scalars

/// The convex quadratic s·d + ½ dᵀB d over a box of d, minimized in plain numbers.
struct BoxQuadratic {
  let matrix: SymmetricMatrix
  let slope: [Double]
  let range: [Interval]

  /// A d of the box, close to the minimizer: solves for the coordinates that are free, and holds those at their bound
  /// that would leave it, until none does.
  func minimizer() -> [Double] {
    let n = slope.count
    var d = [Double](repeating: 0, count: n)
    var free = Array(0..<n)
    for _ in 0...(2 * n) {
      let held = (0..<n).filter { !free.contains($0) }
      let right = free.map { i in held.reduce(-slope[i]) { $0 - matrix[i, $1] * d[$1] } }
      guard let solution = matrix.submatrix(free).solution(right) else { return d }
      var stays: [Int] = []
      for (i, x) in zip(free, solution) {
        d[i] = Swift.min(Swift.max(x, range[i].lower), range[i].upper)
        if d[i] == x { stays.append(i) }
      }
      if stays.count < free.count {
        free = stays
        continue
      }
      // Coordinates at a bound from which the quadratic falls inwards.
      let released = held.filter { i in
        let derivative = (0..<n).reduce(slope[i]) { $0 + matrix[i, $1] * d[$1] }
        return d[i] == range[i].lower ? derivative < 0 : derivative > 0
      }
      guard !released.isEmpty else { return d }
      free = (free + released).sorted()
    }
    return d
  }
}
