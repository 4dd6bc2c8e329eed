import Scalars

/// f8: Σ (100 (z_i² − z_{i+1})² + (z_i − 1)²) + f_opt with z = max(1, √n/8) (x − x_opt) + 1: the bent valley.
///
/// In most dimensions above 3 a second local minimum attracts; minimizer x_opt, drawn within [−3, 3]ⁿ.
/// Source: INRIA RR-6829 (2009), f8.
struct BBOBRosenbrock: BBOBFunction {
  static let number = 8
  static let info = describe(
    "BBOB Rosenbrock", formula: "Σ (100 (z_i² − z_{i+1})² + (z_i − 1)²), z = max(1, √n/8) (x − x_opt) + 1",
    character: "a bent valley; partly separable, a second minimum in higher dimensions")

  let instance: BBOBInstance
  let minimizer: [Double]
  private let scale: Double

  init(_ instance: BBOBInstance) {
    self.instance = instance
    minimizer = instance.minimizer().map { 0.75 * $0 }
    scale = instance.rosenbrockScale
  }

  func excess<S: RealScalar>(_ x: Span<S>) -> S {
    func z(_ i: Int) -> S { S(scale) * (x[i] - S(minimizer[i])) + 1 }
    var sum: S = 0
    for i in 0..<(x.count - 1) { sum += rosenbrockLink(z(i), z(i + 1)) }
    return sum
  }
}
