import Canvas
import Foundation

/// One axis before it has a place: what it measures and from where to where.
public struct Axis: Hashable, Sendable {
  public var title: RichText
  public var kind: Scale.Kind
  public var lower: Double
  public var upper: Double
  public var hasGrid: Bool

  public init(
    _ title: RichText, kind: Scale.Kind = .linear, from lower: Double, through upper: Double, hasGrid: Bool = false
  ) {
    self.title = title
    self.kind = kind
    self.lower = lower
    self.upper = upper
    self.hasGrid = hasGrid
  }

  /// The scale between two places on the page.
  public func scale(from start: Double, to end: Double) -> Scale {
    Scale(kind, from: lower, through: upper, start: start, end: end)
  }
}

/// The direction of an axis on the page, which decides how much room its labels need.
public enum AxisDirection: Hashable, Sendable { case horizontal, vertical }

extension Scale {
  /// Round numbers on this scale, as many as its length carries with labels that keep clear of each other.
  public func ticks(_ direction: AxisDirection, font: Font, typesetter: Typesetter) -> [Tick] {
    let gap = font.size * (direction == .horizontal ? 0.9 : 0.6)
    func room(_ label: RichText) -> Double {
      let extent = typesetter.measure(label, font: font)
      return (direction == .horizontal ? extent.width : extent.capHeight) + gap
    }
    if kind == .logarithmic {
      let widest = [lower, upper].map { room(NumberLabel.power(Int(log10($0).rounded(.down)))) }.max() ?? 0
      return LogTicks.ticks(on: self, room: max(widest, font.size * 2.2))
    }
    // Comfortable distances, in label sizes; the labels' true widths have the last word.
    let spacing = font.size * (direction == .horizontal ? 7.5 : 4.2)
    let numbers = LinearTicks.numbers(
      from: lower, through: upper, target: Int((length / spacing).rounded()) + 1, placement: .inside
    ) { numbers in
      let labels = NumberLabel.labels(for: numbers)
      return zip(zip(numbers, labels), zip(numbers, labels).dropFirst()).allSatisfy { a, b in
        abs(position(b.0.value) - position(a.0.value)) >= (room(a.1) + room(b.1)) / 2
      }
    }
    return zip(numbers, NumberLabel.labels(for: numbers)).map { Tick($0.value, label: $1) }
  }
}
