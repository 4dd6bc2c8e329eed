/// How a line is drawn: ink, width, dashes, ends and corners.
public struct Stroke: Hashable, Sendable {
  public enum Cap: Hashable, Sendable { case butt, round, square }
  public enum Join: Hashable, Sendable { case miter, round, bevel }

  public var ink: Ink
  /// In CSS pixels; nothing is drawn when it is not above 0.
  public var width: Double
  /// Lengths of dashes and gaps in CSS pixels; empty, or with a length that is not positive, for a solid line.
  public var dash: [Double]
  public var cap: Cap
  public var join: Join

  public init(_ ink: Ink, width: Double = 1, dash: [Double] = [], cap: Cap = .butt, join: Join = .round) {
    self.ink = ink
    self.width = width
    self.dash = dash
    self.cap = cap
    self.join = join
  }
}
