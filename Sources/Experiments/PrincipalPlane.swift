import Scalars

/// The plane through the mean of some points that lies nearest to them: their first two principal directions.
///
/// Source: Lorch, Visualizing Deep Network Training Trajectories with PCA, ICML Workshop on Visualization for Deep Learning
/// (2016), and Li et al., Visualizing the Loss Landscape of Neural Nets, NeurIPS 2018, section 7.
public struct PrincipalPlane: Sendable {
  public let origin: [Double]
  /// Orthonormal.
  public let directions: [[Double]]
  /// Share of the points' variance, from 0 to 1, that lies in the plane.
  public let varianceExplained: Double

  /// Nil for fewer than three points, and for points that lie on a line.
  public init?(through points: [[Double]]) {
    let (m, n) = (points.count, points.first?.count ?? 0)
    guard m >= 3, n >= 2 else { return nil }
    let origin = (0..<n).map { i in points.reduce(0) { $0 + $1[i] } / Double(m) }
    let centred = points.map { point in (0..<n).map { point[$0] - origin[$0] } }
    // Of the points' products, m × m, which is small; the directions follow from its eigenvectors.
    var gram = [Double](repeating: 0, count: m * m)
    for i in 0..<m { for j in i..<m { gram[i * m + j] = Self.dot(centred[i], centred[j]) } }
    for i in 0..<m { for j in 0..<i { gram[i * m + j] = gram[j * m + i] } }
    var solver = SymmetricEigensolver(dimension: m)
    solver.decompose(gram)
    let (values, vectors) = (solver.values, solver.vectors)
    let leading = values.indices.sorted { values[$0] > values[$1] }.prefix(2)
    let total = values.reduce(0) { $0 + Swift.max(0, $1) }
    guard let last = leading.last, values[last] > 1e-12 * total else { return nil }
    self.origin = origin
    directions = leading.map { k in
      let raw = (0..<n).map { i in (0..<m).reduce(0) { $0 + vectors[$1 * m + k] * centred[$1][i] } }
      let length = Self.dot(raw, raw).squareRoot()
      return raw.map { $0 / length }
    }
    varianceExplained = leading.reduce(0) { $0 + values[$1] } / total
  }

  /// Where the point nearest to `x` lies in the plane, and how far away `x` is.
  public func projection(of x: [Double]) -> (x: Double, y: Double, distance: Double) {
    let offset = zip(x, origin).map { $0 - $1 }
    let (a, b) = (Self.dot(offset, directions[0]), Self.dot(offset, directions[1]))
    let rest = Swift.max(0, Self.dot(offset, offset) - a * a - b * b)
    return (a, b, rest.squareRoot())
  }

  public func point(_ x: Double, _ y: Double) -> [Double] {
    origin.indices.map { origin[$0] + x * directions[0][$0] + y * directions[1][$0] }
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
}
