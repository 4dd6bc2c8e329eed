import Scalars

/// The eigenvalues and eigenvectors of ∇²f at a point, or of a matrix in its place.
struct HessianSpectrum: Sendable {
  /// What stands for the curvature of f.
  enum Matrix: Sendable {
    /// ∇²f itself.
    case hessian
    /// 2 Σ ∇rᵢ∇rᵢᵀ, which is ∇²f of a sum of squares without what the residuals' own curvature adds.
    case gaussNewton
  }

  private let matrix: Matrix
  private var hessian: [Double]
  private var eigensolver: SymmetricEigensolver

  init(of matrix: Matrix = .hessian, dimension: Int) {
    self.matrix = matrix
    hessian = Array(repeating: 0, count: dimension * dimension)
    eigensolver = SymmetricEigensolver(dimension: dimension)
  }

  /// The eigenvalues, in the units of f over those of x squared.
  var curvatures: [Double] { eigensolver.values }

  /// Evaluates and decomposes the matrix at x: one Hessian.
  mutating func evaluate(at x: [Double], on evaluator: inout Evaluator) throws(TerminationReason) {
    switch matrix {
    case .hessian: try evaluator.hessian(at: x, into: &hessian)
    case .gaussNewton: try evaluator.gaussNewton(at: x, into: &hessian)
    }
    eigensolver.decompose(hessian)
  }

  /// v·qⱼ, with the jth eigenvector.
  func projection(of v: [Double], on j: Int) -> Double {
    var projection = 0.0
    for i in v.indices { projection += component(i, of: j) * v[i] }
    return projection
  }

  /// The coordinate i of the jth eigenvector.
  func component(_ i: Int, of j: Int) -> Double { eigensolver.vectors[i * eigensolver.values.count + j] }

  /// Sets `direction` to −Σⱼ qⱼ (qⱼ·g)/c(λⱼ), cut to the length `longest`; `curvature` is c, positive or 0.
  func aim(
    _ direction: inout [Double], gradient: [Double], longest: Double, curvature: (Double) -> Double
  ) {
    for i in direction.indices { direction[i] = 0 }
    for j in direction.indices {
      let projection = projection(of: gradient, on: j)
      // A tiny curvature may make this infinite; a large finite number is as good, since the length is cut below.
      let quotient = projection == 0 ? 0 : projection / curvature(curvatures[j])
      let coefficient = min(max(quotient, -1e150), 1e150)
      for i in direction.indices { direction[i] -= coefficient * component(i, of: j) }
    }
    let length = direction.norm
    guard length > longest else { return }
    for i in direction.indices { direction[i] *= longest / length }
  }
}
