import Scalars

/// f(w, b) = ¼ Σ (σ(w t + b) − y)² over (t, y) = (−2, 0.9), (1, 0.1), (2, 0.95), (6, 0.85), σ the logistic function.
///
/// Domain [−10, 10]²; minimizer (0.045494798060683135, 0.7674891901370048); minimum 0.12030121043401678…. Smooth, not
/// convex: a single neuron has a second local minimum, 0.20812499, with nearly flat plateaus around.
/// Source: made for this catalogue, after Auer, Herbster and Warmuth, Exponentially Many Local Minima for Single
/// Neurons, Advances in Neural Information Processing Systems 8 (1996).
public struct SigmoidNeuron: CatalogueFunction, SumOfSquares {
  public static let info = ObjectiveInfo(
    id: "sigmoid-neuron", name: "Sigmoid neuron",
    formula: "¼ Σ (σ(w t + b) − y)² over (t, y) = (−2, 0.9), (1, 0.1), (2, 0.95), (6, 0.85)", dimensions: .fixed(2),
    character: "multimodal, smooth, with plateaus; 2 minima, one of them global",
    // Outside the domain a single residual alone, that of t = −2, 1, 2 or 6, costs more than 4 f*.
    instances: .shiftedAndRotated,
    source: "made for this catalogue, after Auer, Herbster and Warmuth, "
      + "Advances in Neural Information Processing Systems 8 (1996)")

  public let domain = Box(-10...10, -10...10)
  public let minimum = KnownMinimum(
    value: 0.12030121043401679, minimizers: [[0.045494798060683135, 0.7674891901370048]])

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let first = S.square(S.logistic(x[1] - 2 * x[0]) - 0.9)
    let second = S.square(S.logistic(x[1] + x[0]) - 0.1)
    let third = S.square(S.logistic(x[1] + 2 * x[0]) - 0.95)
    let fourth = S.square(S.logistic(x[1] + 6 * x[0]) - 0.85)
    return (first + second + third + fourth) / 4
  }

  public let residualCount = 4

  public func residual<S: RealScalar>(_ i: Int, at x: Span<S>) -> S {
    let t: InlineArray<4, Double> = [-2, 1, 2, 6]
    let y: InlineArray<4, Double> = [0.9, 0.1, 0.95, 0.85]
    return 0.5 * (S.logistic(x[1] + S(t[i]) * x[0]) - S(decimal: y[i]))
  }
}
