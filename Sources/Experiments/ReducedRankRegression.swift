import Networks
import Scalars

/// The lowest mean squared error of an affine map whose matrix has at most a given rank: what a deep linear network can do.
///
/// With X and Y centred and Ŷ the least-squares fit, the squared error is ‖Y − Ŷ‖² plus the squares of Ŷ's singular values
/// past the first r. Sources: Izenman, Reduced-rank regression for the multivariate linear model, J. Multivariate Anal. 5
/// (1975); Baldi and Hornik, Neural networks and principal component analysis, Neural Networks 2 (1989).
struct ReducedRankRegression {
  /// By rank from 0, which answers the mean, to the number of outputs; a mean over rows and outputs.
  let minima: [Double]

  /// - Parameters:
  ///   - features: n × d, row-major.
  ///   - values: n × k, row-major.
  init(features: [Double], featureCount d: Int, values: [Double], width k: Int) {
    let n = values.count / k
    let (x, y) = (Self.centred(features, d), Self.centred(values, k))
    let total = y.reduce(0) { $0 + $1 * $1 }
    // Ŷᵀ·Ŷ = (XᵀY)ᵀ (XᵀX)⁻¹ (XᵀY), through the eigenvectors of XᵀX; k × k.
    var solver = SymmetricEigensolver(dimension: d)
    solver.decompose(Self.products(x, d, x, d, n))
    let cross = Self.products(x, d, y, k, n)
    let largest = solver.values.max() ?? 0
    var fit = [Double](repeating: 0, count: k * k)
    for direction in 0..<d where solver.values[direction] > 1e-12 * largest {
      let weights = (0..<k).map { a in
        (0..<d).reduce(0.0) { $0 + solver.vectors[$1 * d + direction] * cross[$1 * k + a] }
      }
      for a in 0..<k { for b in 0..<k { fit[a * k + b] += weights[a] * weights[b] / solver.values[direction] } }
    }
    var spectrum = SymmetricEigensolver(dimension: k)
    spectrum.decompose(fit)
    let squares = spectrum.values.sorted(by: >)
    minima = (0...k).map { rank in
      (total - squares.prefix(rank).reduce(0, +)) / Double(n * k)
    }
  }

  private static func centred(_ matrix: [Double], _ columns: Int) -> [Double] {
    let rows = matrix.count / columns
    let means = (0..<columns).map { j in (0..<rows).reduce(0.0) { $0 + matrix[$1 * columns + j] } / Double(rows) }
    return matrix.indices.map { matrix[$0] - means[$0 % columns] }
  }

  /// leftᵀ · right.
  private static func products(_ left: [Double], _ p: Int, _ right: [Double], _ q: Int, _ rows: Int) -> [Double] {
    (0..<p * q).map { k in (0..<rows).reduce(0.0) { $0 + left[$1 * p + k / q] * right[$1 * q + k % q] } }
  }
}
