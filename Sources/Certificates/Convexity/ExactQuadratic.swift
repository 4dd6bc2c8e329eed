/// A polynomial of degree 2 in at most two variables, whose coefficients are known without rounding.
///
/// Operations that are not exact in doubles, or leave the polynomials, give nil.
struct ExactQuadratic: BitwiseCopyable, Equatable, Sendable {
  var constant = 0.0
  var linear = SIMD2<Double>.zero
  /// ∂²f/∂x², ∂²f/∂x∂y and ∂²f/∂y².
  var second = SIMD3<Double>.zero

  init(constant: Double) { self.constant = constant }

  /// Variable 0 or 1.
  init(variable: Int) { linear[variable] = 1 }

  var isConstant: Bool { linear == .zero && second == .zero }

  static prefix func - (a: Self) -> Self {
    var result = a
    (result.constant, result.linear, result.second) = (-a.constant, -a.linear, -a.second)
    return result
  }

  static func sum(_ a: Self, _ b: Self) -> Self? {
    var result = a
    guard let constant = Self.sum(a.constant, b.constant) else { return nil }
    result.constant = constant
    for i in 0..<2 {
      guard let sum = Self.sum(a.linear[i], b.linear[i]) else { return nil }
      result.linear[i] = sum
    }
    for i in 0..<3 {
      guard let sum = Self.sum(a.second[i], b.second[i]) else { return nil }
      result.second[i] = sum
    }
    return result
  }

  static func product(_ a: Self, _ b: Self) -> Self? {
    guard a.second == .zero else { return b.isConstant ? product(b, a) : nil }
    guard b.second == .zero || a.isConstant else { return nil }
    // (c + l·x)(d + m·x + xᵀQx/2) with Q = 0 or l = 0.
    var result = Self(constant: 0)
    guard let constant = product(a.constant, b.constant) else { return nil }
    result.constant = constant
    for i in 0..<2 {
      guard let first = product(a.constant, b.linear[i]), let other = product(b.constant, a.linear[i]),
        let total = sum(first, other)
      else { return nil }
      result.linear[i] = total
    }
    for (k, (i, j)) in [(0, 0), (0, 1), (1, 1)].enumerated() {
      guard let first = product(a.linear[i], b.linear[j]), let other = product(a.linear[j], b.linear[i]),
        let cross = sum(first, other), let scaled = product(a.constant, b.second[k]), let total = sum(cross, scaled)
      else { return nil }
      result.second[k] = total
    }
    return result
  }

  /// The signs of the Hessian's eigenvalues in one or two variables; nil where numbers are too small to tell.
  func curvature(dimension: Int) -> Curvature? {
    let (a, b, c) = (second[0], second[1], second[2])
    if dimension == 1 { return Curvature(eigenvalues: [a]) }
    guard dimension == 2, let determinant = Self.order(a, c, b, b) else { return nil }
    let trace = a + c
    if determinant < 0 { return .indefinite }
    if determinant > 0 { return a > 0 ? .positiveDefinite : .negativeDefinite }
    return trace > 0 ? .positiveSemidefinite : trace < 0 ? .negativeSemidefinite : .zero
  }

  /// The sign of a·b − c·d.
  private static func order(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double? {
    let (left, right) = (a * b, c * d)
    for (product, isZero) in [(left, a == 0 || b == 0), (right, c == 0 || d == 0)] {
      guard isZero || (product.magnitude > 1e-250 && product.isFinite) else { return nil }
    }
    if left != right { return left > right ? 1 : -1 }
    // What rounding took from both.
    let difference = (-left).addingProduct(a, b) - (-right).addingProduct(c, d)
    return difference
  }

  private static func sum(_ a: Double, _ b: Double) -> Double? {
    let sum = a + b
    return sum - a == b && sum - b == a ? sum : nil
  }

  private static func product(_ a: Double, _ b: Double) -> Double? {
    if a == 0 || b == 0 { return 0 }
    let product = a * b
    return product.magnitude > 1e-250 && product.isFinite && (-product).addingProduct(a, b) == 0 ? product : nil
  }
}
