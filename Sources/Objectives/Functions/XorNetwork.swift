import Networks
import Scalars

/// The mean squared error of a network with two tanh units that should learn the exclusive or.
///
/// f = ¼ Σ (c + Σ_{j} v_j tanh(w_j · p + b_j) − y)² over p ∈ {−1, 1}², y = 1 where the signs differ, else −1; x = (w₁, b₁,
/// w₂, b₂, v, c), two weights to a unit. Domain [−4, 4]⁹; minimum 0, by hand: w₁ = w₂ = (1, 1), b = ±1, v = ±2/(3 tanh 1 −
/// tanh 3), c = 1 − 2 v₁ tanh 1, and what follows by exchanging the units and by their signs. Smooth, not convex, with
/// saddles where units are equal and plateaus where they saturate.
/// Source: made for this catalogue, after Sprinkhuizen-Kuyper and Boers, The error surface of the 2-2-1 XOR network: The
/// finite stationary points, Neural Networks 11 (1998), doi:10.1016/S0893-6080(98)00010-2.
public struct XorNetwork: CatalogueFunction, SumOfSquares {
  public static let info = ObjectiveInfo(
    id: "xor-network", name: "XOR network",
    formula: "¼ Σ (c + v₁ tanh(w₁ · p + b₁) + v₂ tanh(w₂ · p + b₂) − y)² over the four corners p of [−1, 1]²",
    dimensions: .fixed(9),
    character: "not convex, smooth; saddles, plateaus, and manifolds of minima, of which 8 images of one are alike",
    instances: .shiftedAndRotated,  // f ≥ 0 on ℝ⁹
    source: "made for this catalogue, after Sprinkhuizen-Kuyper and Boers, Neural Networks 11 (1998), "
      + "doi:10.1016/S0893-6080(98)00010-2")

  public let domain = Box(-4...4, dimension: 9)
  public let minimum: KnownMinimum

  public init(dimension: Int = 9) {
    let (one, three) = (Double.tanh(1), Double.tanh(3))
    let v = 2 / (3 * one - three)
    minimum = KnownMinimum(value: 0, minimizers: [[1, 1, 1, 1, 1, -1, v, -v, 1 - 2 * v * one]], listsAll: false)
  }

  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    var sum = S(0)
    for i in 0..<4 { sum += S.square(error(i, at: x)) }
    return sum / 4
  }

  /// Units may be exchanged, and the signs of all that one has to do with.
  public func canonicalForm(of x: [Double]) -> [Double] {
    guard let network = try? MultilayerPerceptron(widths: [2, 2, 1], loss: .meanSquaredError) else { return x }
    let form = network.canonicalForm(of: Self.order.map { x[$0] })
    var result = x
    for (position, index) in Self.order.enumerated() { result[index] = form[position] }
    return result
  }

  /// Where the parameters of a perceptron, weights before biases, stand in x.
  private static let order = [0, 1, 3, 4, 2, 5, 6, 7, 8]

  public let residualCount = 4

  public func residual<S: RealScalar>(_ i: Int, at x: Span<S>) -> S { 0.5 * error(i, at: x) }

  /// What the network answers at a corner, less what it should.
  private func error<S: RealScalar>(_ i: Int, at x: Span<S>) -> S {
    let p = S(i & 1 == 0 ? -1.0 : 1.0)
    let q = S(i & 2 == 0 ? -1.0 : 1.0)
    let first: S = p * x[0] + q * x[1] + x[2]
    let second: S = p * x[3] + q * x[4] + x[5]
    let answer: S = x[8] + x[6] * S.tanh(first) + x[7] * S.tanh(second)
    return answer + p * q
  }
}
