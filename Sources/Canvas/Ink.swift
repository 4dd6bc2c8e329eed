/// What something is drawn with: a colour for light pages, one for dark pages, and an opacity.
///
/// Data keeps its colour on every page (`Ink(color)`); frames and text have roles (`.text`, `.grid`, …) whose colour
/// follows the page. In an SVG of theme `auto` the roles are CSS custom properties, so one file suits both pages.
public struct Ink: Hashable, Sendable {
  public let light: Color
  public let dark: Color
  /// From 0, invisible, to 1.
  public let opacity: Double
  /// The custom property's name without dashes, for a role.
  let role: String?

  /// A colour of data, the same on every page.
  public init(_ color: Color, opacity: Double = 1) {
    self.init(light: color, dark: color, opacity: opacity, role: nil)
  }

  /// A colour of data that needs a lighter twin on a dark page.
  public init(light: Color, dark: Color, opacity: Double = 1) {
    self.init(light: light, dark: dark, opacity: opacity, role: nil)
  }

  private init(light: Color, dark: Color, opacity: Double = 1, role: String?) {
    self.light = light
    self.dark = dark
    self.opacity = opacity > 0 ? min(opacity, 1) : 0
    self.role = role
  }

  /// The same ink with another opacity, clamped to 0 … 1; NaN is invisible.
  public func opacity(_ opacity: Double) -> Ink {
    Ink(light: light, dark: dark, opacity: opacity, role: role)
  }

  /// The colour on a page of the given theme; `auto` counts as light.
  public func color(_ theme: Theme) -> Color { theme == .dark ? dark : light }

  /// The page itself.
  public static let background = Ink(light: Color(0xffffff), dark: Color(0x15181c), role: "background")
  /// Titles, labels and numbers to be read first.
  public static let text = Ink(light: Color(0x1b1f24), dark: Color(0xe6e8eb), role: "text")
  /// Tick labels, captions and notes; at least 4.5:1 against the page.
  public static let secondaryText = Ink(light: Color(0x5b626b), dark: Color(0xa3abb5), role: "secondary-text")
  /// Axis lines and ticks.
  public static let axis = Ink(light: Color(0x4a5058), dark: Color(0xa9b0b9), role: "axis")
  /// Grid lines, fainter than anything that carries data.
  public static let grid = Ink(light: Color(0xe4e7eb), dark: Color(0x2b3138), role: "grid")
  /// The edge around lines and text that must show on any colour.
  public static let casing = Ink(light: Color(0xffffff), dark: Color(0x15181c), role: "casing")
  /// Lines shown only for comparison, behind the one that matters.
  public static let context = Ink(light: Color(0xcdd2d8), dark: Color(0x434a53), role: "context")
  /// The fill of a panel, an empty cell or a legend box.
  public static let panel = Ink(light: Color(0xf4f5f7), dark: Color(0x1e2329), role: "panel")
}
