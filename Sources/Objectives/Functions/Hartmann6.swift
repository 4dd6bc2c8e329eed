import Scalars

/// f(x) = −Σ cᵢ exp(−Σ aᵢⱼ (xⱼ − pᵢⱼ)²), i = 1 … 4: four narrow wells in six dimensions.
///
/// Domain [0, 1]⁶; one minimizer, near (0.2017, 0.1500, 0.4769, 0.2753, 0.3117, 0.6573); minimum −3.32236801141551480….
/// Smooth, multimodal.
/// Source: Hartman, Some Experiments in Global Optimization, Naval Research Logistics Quarterly 20 (1973), with the
/// constants of Dixon and Szegő, Towards Global Optimisation 2, North-Holland 1978.
public struct Hartmann6: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "hartmann-6", name: "Hartmann 6", formula: "−Σ_{i=1…4} c_i exp(−Σ_{j=1…6} a_ij (x_j − p_ij)²)",
    dimensions: .fixed(6), character: "multimodal, smooth; 2 minima found, 6 in the literature, one of them global",
    instances: .shiftedAndRotated,  // every pᵢ is in the domain, so f is less at its nearest point than outside
    source: "Hartman, Naval Research Logistics Quarterly 20 (1973), "
      + "with the constants of Dixon and Szegő, Towards Global Optimisation 2, 1978")

  public let domain = Box(0...1, dimension: 6)
  public let minimum = KnownMinimum(
    value: -3.3223680114155147,
    minimizers: [
      [
        0.20168951100670543, 0.15001069182345797, 0.476873974221897, 0.2753324304940561, 0.31165161660011326,
        0.6573005340656203,
      ]
    ])

  public init(dimension: Int = 6) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    -HartmannWells.depth(
      at: x,
      [
        [10, 3, 17, 3.5, 1.7, 8],
        [0.05, 10, 17, 0.1, 8, 14],
        [3, 3.5, 1.7, 10, 17, 8],
        [17, 8, 0.05, 10, 0.1, 14],
      ],
      [
        [0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886],
        [0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991],
        [0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.665],
        [0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381],
      ])
  }
}
