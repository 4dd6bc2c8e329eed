import Scalars

/// f(x, y) = √x sin x √y sin y: a grid of peaks and pits that grow along both axes.
///
/// Domain [0, 10]², NaN where a coordinate is negative; minimizers (7.917052684666207, 4.815842317845935) and the same
/// swapped, of which often one is printed; minimum −6.12950389113068741…, often rounded to −6.1295. Smooth, multimodal.
/// Published as a maximization in any dimension; this is the 2-D product, minimized, as is usual.
/// Source: Clerc, The Swarm and the Queen: Towards a Deterministic and Adaptive Particle Swarm Optimization, Congress
/// on Evolutionary Computation 1999, doi:10.1109/CEC.1999.785513.
public struct Alpine2: CatalogueFunction {
  public static let info = ObjectiveInfo(
    id: "alpine-2", name: "Alpine 2", formula: "√x sin x √y sin y", dimensions: .fixed(2),
    character: "multimodal, smooth inside the domain; 4 interior and 4 boundary minima, 2 of them global",
    instances: .mirrored,  // undefined left of the domain, unbounded below right of it
    source: "Clerc, Congress on Evolutionary Computation 1999, doi:10.1109/CEC.1999.785513")

  public let domain = Box(0...10, 0...10)
  public let minimum = KnownMinimum(
    value: -6.129503891130687,
    minimizers: [
      [7.917052684666207, 4.815842317845935],
      [4.815842317845935, 7.917052684666207],
    ])

  public init(dimension: Int = 2) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let first = S.sqrt(x[0]) * S.sin(x[0])
    let second = S.sqrt(x[1]) * S.sin(x[1])
    return first * second
  }
}
