/// The exact minimizer of a quadratic model in a ball: min Σ gᵢpᵢ + ½λᵢpᵢ² over ‖p‖ ≤ Δ, in the basis of eigenvectors.
///
/// There is a μ ≥ 0 with (λᵢ + μ) pᵢ = −gᵢ, λᵢ + μ ≥ 0 and μ (Δ − ‖p‖) = 0, which makes p a global minimizer. Where the
/// model is convex and its minimizer lies inside, μ = 0. Otherwise μ solves 1/‖p(μ)‖ = 1/Δ, by Newton's iteration kept
/// inside a bracket. The unknown is t = μ + λ₁, the distance to the pole at the lowest eigenvalue −λ₁, so that t keeps all
/// its digits however close to the pole. In the hard case, where g has no part along the lowest eigenvectors and p(−λ₁)
/// lies inside, p goes on along one of them to the sphere.
/// Source: Moré and Sorensen, Computing a Trust Region Step, SIAM J. Sci. Stat. Comput. 4, 1983, doi:10.1137/0904038;
/// with eigenvectors in place of Cholesky factors, as in Conn, Gould and Toint, Trust-Region Methods, SIAM 2000, chapter 7.
struct TrustRegionStep: Sendable {
  /// p, in the basis of eigenvectors.
  private(set) var coefficients: [Double]
  /// μ; 0 where the minimizer lies inside the ball.
  private(set) var multiplier = 0.0
  /// What the model promises: −Σ gᵢpᵢ + ½λᵢpᵢ², not negative but for rounding.
  private(set) var reduction = 0.0
  /// ‖p‖.
  private(set) var length = 0.0

  init(dimension: Int) { coefficients = Array(repeating: 0, count: dimension) }

  /// Minimizes the model with slopes `g` along eigenvectors of curvatures `curvatures` in the ball of `radius` > 0.
  mutating func minimize(slopes g: [Double], curvatures: [Double], radius: Double) {
    var lowest = Double.infinity
    for curvature in curvatures { lowest = min(lowest, curvature) }
    place(g, curvatures, from: lowest, at: max(lowest, 0))
    if lowest > 0 && length <= radius {
      multiplier = 0
    } else {
      let distance = distanceFromPole(g, curvatures, from: lowest, radius: radius)
      multiplier = max(distance - lowest, 0)
      place(g, curvatures, from: lowest, at: distance)
      // The hard case; where the lowest curvature is 0 there is nothing to gain along its eigenvectors.
      if lowest < 0, distance == 0, length < radius { extend(along: lowest, of: curvatures, to: radius) }
    }
    reduction = 0
    for i in g.indices { reduction -= coefficients[i] * (g[i] + 0.5 * curvatures[i] * coefficients[i]) }
  }

  /// pᵢ = −gᵢ/(λᵢ − λ₁ + t), and 0 where gᵢ is 0, which is the limit. What is infinite becomes large: no ball holds it.
  private mutating func place(_ g: [Double], _ curvatures: [Double], from lowest: Double, at t: Double) {
    for i in g.indices {
      coefficients[i] = g[i] == 0 ? 0 : min(max(-g[i] / (curvatures[i] - lowest + t), -1e150), 1e150)
    }
    length = coefficients.norm
  }

  /// The t ≥ max(0, λ₁) at which ‖p‖ = Δ; the least one, if p is inside the ball there.
  private mutating func distanceFromPole(
    _ g: [Double], _ curvatures: [Double], from lowest: Double, radius: Double
  ) -> Double {
    var lower = max(lowest, 0)
    place(g, curvatures, from: lowest, at: lower)
    guard length > radius else { return lower }
    // ‖p(t)‖ ≤ ‖g‖/t.
    var upper = max(g.norm / radius, lower)
    var t = upper
    for _ in 0..<200 {
      place(g, curvatures, from: lowest, at: t)
      if (length - radius).magnitude <= 1e-14 * radius { return t }
      if length > radius { lower = t } else { upper = t }
      // Newton's step for 1/‖p‖ − 1/Δ, which is concave and almost linear in t.
      var cubes = 0.0
      for i in g.indices where g[i] != 0 {
        let unit = coefficients[i] / length
        cubes += unit * unit / (curvatures[i] - lowest + t)
      }
      let newton = t + (length / radius - 1) / cubes
      // Near the pole, where t may have any exponent, the geometric mean is the middle of the bracket.
      let middle = lower > 0 ? (lower * upper).squareRoot() : 0.01 * upper
      let next = newton > lower && newton < upper ? newton : middle
      guard next != t, next > lower, next < upper else { return upper }
      t = next
    }
    return t
  }

  private mutating func extend(along lowest: Double, of curvatures: [Double], to radius: Double) {
    guard let i = curvatures.firstIndex(of: lowest) else { return }
    let missing = (radius - length) * (radius + length)
    coefficients[i] = missing.squareRoot()
    length = coefficients.norm
  }
}
