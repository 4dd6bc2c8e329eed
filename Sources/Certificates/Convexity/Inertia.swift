import Scalars

/// How many eigenvalues of every symmetric matrix of an interval matrix are surely positive, and surely negative.
///
/// The matrix is turned by the eigenvectors of its midpoint, which makes it nearly diagonal; by Sylvester's law any
/// regular matrix would do. Rows in which the diagonal element exceeds the sum of the others then have its sign
/// (Gershgorin's discs).
/// Source: Horn and Johnson, Matrix Analysis, 2nd ed., Cambridge 2013, sections 4.5 and 6.1.
struct Inertia: Sendable {
  let dimension: Int
  /// Rows of the turned matrix whose disc lies on one side of 0.
  private(set) var positiveRows = 0
  private(set) var negativeRows = 0
  /// Rows of zeros.
  private(set) var zeroRows = 0
  /// Whether some direction surely has positive, and some surely negative curvature.
  private(set) var hasPositiveDirection = false
  private(set) var hasNegativeDirection = false

  /// `matrix` is n × n, row-major and symmetric; unbounded elements leave everything open.
  init(_ matrix: [Interval], dimension n: Int) {
    dimension = n
    guard matrix.allSatisfy(\.isBounded) else { return }
    var solver = SymmetricEigensolver(dimension: n)
    solver.decompose(matrix.map(\.midpoint))
    let turn = solver.vectors.map { Interval($0) }
    for i in 0..<n {
      var image = [Interval](repeating: 0, count: n)
      for row in 0..<n {
        for k in 0..<n { image[row] += matrix[row * n + k] * turn[k * n + i] }
      }
      var diagonal: Interval = 0
      var others = 0.0
      for j in 0..<n {
        let element = (0..<n).reduce(Interval(0)) { $0 + turn[$1 * n + j] * image[$1] }
        if i == j { diagonal = element } else { others = (Interval(others) + Interval(element.magnitude)).upper }
      }
      if diagonal.isPositive { hasPositiveDirection = true }
      if diagonal.isNegative { hasNegativeDirection = true }
      if diagonal.lower > others { positiveRows += 1 }
      if diagonal.upper < -others { negativeRows += 1 }
      if diagonal.magnitude == 0 && others == 0 { zeroRows += 1 }
    }
  }

  var isPositiveDefinite: Bool { positiveRows == dimension }
  var isNegativeDefinite: Bool { negativeRows == dimension }
  /// Whether every matrix surely has eigenvalues of both signs.
  var isIndefinite: Bool { hasPositiveDirection && hasNegativeDirection }
  /// What is sure of every matrix; nil if that leaves a sign open.
  var curvature: Curvature? {
    if positiveRows + negativeRows + zeroRows == dimension {
      return Curvature(positive: positiveRows, negative: negativeRows, dimension: dimension)
    }
    return isIndefinite ? .indefinite : nil
  }
  /// Whether the number of negative eigenvalues is sure.
  var isRegular: Bool { positiveRows + negativeRows == dimension }
}
