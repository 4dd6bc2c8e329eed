import Scalars

/// f(x) = 1 − cos 2πr + r/10, r = √(Σ xᵢ²): a cone in rings of hills.
///
/// Domain [−100, 100]ⁿ; minimizer 0, the tip of a cone (∇f is taken as 0 there); minimum 0. Not separable; the local
/// minima are whole spheres. Evaluated with 1 − cos 2a = 2 sin² a, which is accurate near the tip.
/// Source: Salomon, Re-evaluating Genetic Algorithm Performance under Coordinate Rotation of Benchmark Functions,
/// BioSystems 39 (1996), doi:10.1016/0303-2647(96)01621-8.
public struct Salomon: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "salomon", name: "Salomon", formula: "1 − cos 2πr + 0.1r, r = √(Σ x_i²)", dimensions: .scalable(1...100),
    character: "multimodal, non-separable; a cone at the minimizer, local minima on about 100 spheres around it",
    instances: .shiftedAndRotated,  // both terms are ≥ 0, and the second is 0 only at 0
    source: "Salomon, BioSystems 39 (1996), doi:10.1016/0303-2647(96)01621-8")

  public let domain: Box
  public var minimum: KnownMinimum {
    KnownMinimum(value: 0, minimizers: [Array(repeating: 0, count: dimension)])
  }

  public init(dimension: Int) { domain = Box(-100...100, dimension: dimension) }

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    Profile.value(S.sqrt(x.sum { S.square($0) }))
  }

  public var structure: ObjectiveStructure? {
    .radial(center: [Double](repeating: 0, count: dimension), profile: Profile())
  }

  /// f as a function of the radius.
  private struct Profile: ObjectivePart {
    let domain = Box(0...142)

    @inline(__always)
    static func value<S: RealScalar>(_ radius: S) -> S { 2 * S.square(S.sinPi(radius)) + 0.1 * radius }

    @inline(__always)
    func evaluate<S: RealScalar>(_ x: Span<S>) -> S { Self.value(x[0]) }
  }
}
