/// A font by family, size in CSS pixels, weight and slant.
public struct Font: Hashable, Sendable {
  public enum Weight: Hashable, Sendable { case regular, bold }
  public enum Slant: Hashable, Sendable { case upright, italic }

  public var family: String
  public var size: Double
  public var weight: Weight
  public var slant: Slant

  /// The family that figures use unless told otherwise; it comes with Cairo on Debian.
  public static let defaultFamily = "DejaVu Sans"

  public init(
    size: Double, weight: Weight = .regular, slant: Slant = .upright, family: String = Font.defaultFamily
  ) {
    self.family = family
    self.size = size
    self.weight = weight
    self.slant = slant
  }

  /// Whether text of this size can be drawn at all.
  var isDrawable: Bool { size > 0 && size <= 2000 }
}
