import Scalars

/// f(x) = 100 (x₁² − x₂)² + (x₁ − 1)² + 90 (x₃² − x₄)² + (x₃ − 1)² + 9.9 (x₂ + x₄ − 2)² + 0.2 ((x₂ − 1)² + (x₄ − 1)²).
///
/// Domain [−10, 10]⁴; minimizer (1, 1, 1, 1); minimum 0. Smooth, not separable: two coupled Rosenbrock valleys and a
/// saddle near (−0.97, 0.95, −0.97, 0.95). Published with 10.1 ((x₂ − 1)² + (x₄ − 1)²) + 19.8 (x₂ − 1) (x₄ − 1), the
/// last two terms before the square was completed. The function of that name in scipy's benchmarks, with (x₁ − x₂²)²,
/// is another one.
/// Source: Colville, A Comparative Study on Nonlinear Programming Codes, IBM New York Scientific Center Report
/// 320-2949, 1968, problem 4, by Wood.
public struct Colville: CatalogueFunction, SumOfSquares {
  public static let info = ObjectiveInfo(
    id: "colville", name: "Colville",
    formula: "100 (x_1² − x_2)² + (x_1 − 1)² + 90 (x_3² − x_4)² + (x_3 − 1)² + 9.9 (x_2 + x_4 − 2)² "
      + "+ 0.2 ((x_2 − 1)² + (x_4 − 1)²)",
    dimensions: .fixed(4),
    character: "curved valleys, non-separable, smooth; one minimum and a saddle on the way to it",
    instances: .shiftedAndRotated,  // a sum of squares; all vanish only at (1, 1, 1, 1)
    source: "Colville, A Comparative Study on Nonlinear Programming Codes, IBM Report 320-2949, 1968")

  public let domain = Box(-10...10, dimension: 4)
  public let minimum = KnownMinimum(value: 0, minimizers: [[1, 1, 1, 1]])

  public init(dimension: Int = 4) {}

  @inline(__always)
  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let firstValley = 100 * S.square(S.square(x[0]) - x[1]) + S.square(x[0] - 1)
    let secondValley = 90 * S.square(S.square(x[2]) - x[3]) + S.square(x[2] - 1)
    let coupling = 9.9 * S.square(x[1] + x[3] - 2)
    let anchor = 0.2 * (S.square(x[1] - 1) + S.square(x[3] - 1))
    return firstValley + secondValley + coupling + anchor
  }

  public let residualCount = 7

  public func residual<S: RealScalar>(_ i: Int, at x: Span<S>) -> S {
    switch i {
    case 0: 10 * (S.square(x[0]) - x[1])
    case 1: x[0] - 1
    case 2: S.sqrt(90) * (S.square(x[2]) - x[3])
    case 3: x[2] - 1
    case 4: S.sqrt(9.9) * (x[1] + x[3] - 2)
    case 5: S.sqrt(0.2) * (x[1] - 1)
    default: S.sqrt(0.2) * (x[3] - 1)
    }
  }
}
