import Foundation

/// The map from numbers to places along an axis, in CSS pixels.
public struct Scale: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case linear, logarithmic }

  public let kind: Kind
  /// The numbers at the two ends, `lower < upper`; both positive when logarithmic.
  public let lower: Double
  public let upper: Double
  /// Where the ends lie; `start` may be the greater one, as on a y axis.
  public let start: Double
  public let end: Double

  /// - Parameters:
  ///   - lower: the number at `start`. A domain that is empty, reversed or not finite is mended: swapped, widened
  ///     around its value, or 0 … 1; a logarithmic one is cut at 12 decades below its upper end.
  public init(_ kind: Kind = .linear, from lower: Double, through upper: Double, start: Double, end: Double) {
    self.kind = kind
    (self.lower, self.upper) = Self.mended(kind, min(lower, upper), max(lower, upper))
    self.start = start
    self.end = end
  }

  private static func mended(_ kind: Kind, _ lower: Double, _ upper: Double) -> (Double, Double) {
    guard lower.isFinite, upper.isFinite else { return kind == .linear ? (0, 1) : (1, 10) }
    switch kind {
    case .linear:
      guard lower == upper else { return (lower, upper) }
      let margin = max(abs(lower) * 0.05, 0.5)
      return (lower - margin, upper + margin)
    case .logarithmic:
      guard upper > 0 else { return (1, 10) }
      let lower = lower > 0 ? lower : upper * 1e-12
      return lower == upper ? (lower / 3, upper * 3) : (lower, upper)
    }
  }

  /// How far along the axis a number lies, 0 at `lower`; NaN for what has no logarithm.
  public func fraction(of value: Double) -> Double {
    switch kind {
    case .linear: (value / 2 - lower / 2) / (upper / 2 - lower / 2)
    case .logarithmic: value > 0 ? log10(value / lower) / log10(upper / lower) : .nan
    }
  }

  /// The place of a number, also beyond the ends; NaN for NaN, and on a logarithmic scale for what is not positive.
  public func position(_ value: Double) -> Double { start + fraction(of: value) * (end - start) }

  /// The place of a number, or of the nearest end if it lies beyond; what is not positive lies at a log scale's start.
  public func clampedPosition(_ value: Double) -> Double {
    guard !value.isNaN else { return .nan }
    return position(min(max(value, lower), upper))
  }

  /// The number at a place.
  public func value(at position: Double) -> Double {
    let fraction = (position - start) / (end - start)
    return switch kind {
    case .linear: lower + fraction * (upper - lower)
    case .logarithmic: lower * pow(upper / lower, fraction)
    }
  }

  /// Whether a number lies between the ends; false for NaN.
  public func contains(_ value: Double) -> Bool { value >= lower && value <= upper }

  public var length: Double { abs(end - start) }
}
