import Scalars

/// f(x, y) = −(1 + cos 12r)/(r²/2 + 2), r = √(x² + y²): the rings around a fallen drop.
///
/// Domain [−5.12, 5.12]²; minimizer (0, 0); minimum −1. Smooth; the other minima are whole circles. Derivatives go
/// through r: exactly at (0, 0), where √ has none, the Hessian lacks the cosine's part, 72 times the identity.
/// Source: Molga and Smutnicki, Test Functions for Optimization Needs, Wrocław 2005.
public struct DropWave: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "drop-wave", name: "Drop-wave", formula: "−(1 + cos 12r)/(r²/2 + 2), r = √(x² + y²)", dimensions: .fixed(2),
    character: "multimodal, smooth; the local minima are 9 circles around the global one, and corners",
    instances: .shiftedAndRotated,  // f ≥ −2/(r²/2 + 2), which is −1 only at r = 0
    source: "Molga and Smutnicki, Test Functions for Optimization Needs, 2005")

  public let domain = Box(-5.12...5.12, -5.12...5.12)
  public let minimum = KnownMinimum(value: -1, minimizers: [[0, 0]])

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let square = S.square(x[0]) + S.square(x[1])
    return Profile.value(S.sqrt(square), square)
  }

  public var structure: ObjectiveStructure? { .radial(center: [0, 0], profile: Profile()) }

  /// f as a function of the radius.
  private struct Profile: ObjectivePart {
    let domain = Box(0...7.25)

    @inline(__always)
    static func value<S: RealScalar>(_ radius: S, _ square: S) -> S {
      -(1 + S.cos(12 * radius)) / (0.5 * square + 2)
    }

    @inline(__always)
    func evaluate<S: RealScalar>(_ x: Span<S>) -> S { Self.value(x[0], S.square(x[0])) }
  }
}
