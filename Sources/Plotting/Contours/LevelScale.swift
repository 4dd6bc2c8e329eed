import Canvas
import Foundation

/// How values of f become contour levels and colours: a monotone transform, and nice levels on it.
///
/// All panels of one objective share one scale. Bands are numbered from 0 (below the lowest level) to `levels.count`.
public struct LevelScale: Sendable, Equatable {
  /// The quantity u in which contours are equally spaced; every case is monotone in z.
  public enum Transform: Sendable, Equatable {
    /// u = z.
    case linear
    /// u = log10(z − minimum + floor), with the gap taken as 0 below the minimum; `floor` keeps the minimizer finite.
    case logarithmic(minimum: Double, floor: Double)
    /// u = the share of the sampled values below z, by linear interpolation between the ascending `quantiles`.
    case rank(quantiles: [Double])
  }

  /// What the labels of the levels are numbers of.
  public enum Quantity: Sendable, Equatable {
    case value
    case gapToMinimum
    case gapToLowestSample
    case rank

    /// The title of a colour bar or of a surface's z axis.
    public var title: RichText {
      switch self {
      case .value: .italic("f")
      case .gapToMinimum: .italic("f") + " − " + .italic("f") + "*"
      case .gapToLowestSample: .italic("f") + " − lowest sample"
      case .rank: "share of the domain that is lower"
      }
    }
  }

  public struct Level: Sendable, Equatable {
    /// The value of f on the isoline.
    public let value: Double
    /// The transformed value.
    public let u: Double
    /// The nice number, in the scale's quantity.
    public let label: RichText
  }

  public let transform: Transform
  public let quantity: Quantity
  /// Ascending.
  public let levels: [Level]

  public init(transform: Transform, quantity: Quantity, levels: [Level]) {
    self.transform = transform
    self.quantity = quantity
    self.levels = levels
  }

  public var bandCount: Int { levels.count + 1 }

  /// The transformed value; NaN stays NaN, infinities stay infinite (−∞ is the floor of a logarithmic scale).
  public func u(_ z: Double) -> Double {
    switch transform {
    case .linear: return z
    case .logarithmic(let minimum, let floor):
      return z.isNaN ? z : log10(max(z - minimum, 0) + floor)
    case .rank(let quantiles): return Self.rank(of: z, in: quantiles)
    }
  }

  /// The field in which contours are traced.
  public func transformed(_ field: ScalarField) -> ScalarField { field.map(u) }

  /// The number of levels strictly below u; the lowest band for NaN.
  public func band(ofU u: Double) -> Int {
    var band = 0
    while band < levels.count, u > levels[band].u { band += 1 }
    return band
  }

  private static func rank(of z: Double, in quantiles: [Double]) -> Double {
    guard !z.isNaN, let first = quantiles.first, let last = quantiles.last, first < last else {
      return z.isNaN ? z : 0.5
    }
    if z <= first { return 0 }
    if z >= last { return 1 }
    var (low, high) = (0, quantiles.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if quantiles[middle] <= z { low = middle } else { high = middle }
    }
    let fraction = (z - quantiles[low]) / (quantiles[high] - quantiles[low])
    return (Double(low) + fraction) / Double(quantiles.count - 1)
  }
}
