/// Something that was drawn differently from what was asked, without being worth failing for.
public enum CanvasWarning: Hashable, Sendable, CustomStringConvertible {
  /// The font family is not installed; the system put another in its place.
  case missingFont(family: String, substitute: String)
  /// The font has no glyph for a character, which shows as an empty box.
  case missingGlyph(character: String, family: String)

  public var description: String {
    switch self {
    case .missingFont(let family, let substitute):
      "font '\(family)' is not installed; '\(substitute)' is used in its place"
    case .missingGlyph(let character, let family):
      "font '\(family)' has no glyph for '\(character)'"
    }
  }
}
