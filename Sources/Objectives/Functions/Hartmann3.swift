import Scalars

/// f(x) = −Σ cᵢ exp(−Σ aᵢⱼ (xⱼ − pᵢⱼ)²), i = 1 … 4: four narrow wells in three dimensions.
///
/// Domain [0, 1]³; minimizer (0.11461433858967197, 0.5556488499718569, 0.8525469535208657); minimum
/// −3.86278214782075525…. Smooth, multimodal. p₄₁ = 0.03815; with the 0.0381 of some lists the minimum differs in its
/// seventh digit, and p₂₂ = 0.4387, which others misprint.
/// Source: Hartman, Some Experiments in Global Optimization, Naval Research Logistics Quarterly 20 (1973), with the
/// constants of Dixon and Szegő, Towards Global Optimisation 2, North-Holland 1978.
public struct Hartmann3: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "hartmann-3", name: "Hartmann 3", formula: "−Σ_{i=1…4} c_i exp(−Σ_{j=1…3} a_ij (x_j − p_ij)²)",
    dimensions: .fixed(3), character: "multimodal, smooth; 3 minima found, 4 in the literature, one of them global",
    instances: .shiftedAndRotated,  // every pᵢ is in the domain, so f is less at its nearest point than outside
    source: "Hartman, Naval Research Logistics Quarterly 20 (1973), "
      + "with the constants of Dixon and Szegő, Towards Global Optimisation 2, 1978")

  public let domain = Box(0...1, dimension: 3)
  public let minimum = KnownMinimum(
    value: -3.8627821478207554, minimizers: [[0.11461433858967197, 0.5556488499718569, 0.8525469535208657]])

  public init(dimension: Int = 3) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    -HartmannWells.depth(
      at: x,
      [
        [3, 10, 30],
        [0.1, 10, 35],
        [3, 10, 30],
        [0.1, 10, 35],
      ],
      [
        [0.3689, 0.117, 0.2673],
        [0.4699, 0.4387, 0.747],
        [0.1091, 0.8732, 0.5547],
        [0.03815, 0.5743, 0.8828],
      ])
  }
}
