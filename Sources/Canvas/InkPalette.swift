/// Chooses what Cairo is told for an ink, and remembers the inks that an SVG of theme `auto` must tell apart later.
///
/// Such an ink is drawn in a colour half way between two 8-bit levels, which no `Color` can have, so that the pass over
/// the SVG recognises it without doubt and puts a custom property there.
final class InkPalette {
  private let theme: Theme
  private let isAdaptive: Bool
  private(set) var inks: [Ink] = []

  init(theme: Theme, isAdaptive: Bool) {
    self.theme = theme
    self.isAdaptive = isAdaptive
  }

  func components(of ink: Ink) -> (Double, Double, Double) {
    guard isAdaptive, ink.light != ink.dark else {
      let color = ink.color(theme)
      return (Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255)
    }
    let index = index(of: ink.opacity(1))
    return (Self.level(index % 250), Self.level(index / 250 % 250), Self.level(0))
  }

  private func index(of ink: Ink) -> Int {
    if let index = inks.firstIndex(of: ink) { return index }
    inks.append(ink)
    return inks.count - 1
  }

  private static func level(_ digit: Int) -> Double { (Double(digit) + 0.5) / 255 }

  /// The index of the ink that stands behind three components as fractions of 1; `nil` for an ordinary colour.
  static func index(red: Double, green: Double, blue: Double) -> Int? {
    let levels = [red, green, blue].map { $0 * 255 - 0.5 }
    guard levels.allSatisfy({ abs($0 - $0.rounded()) < 0.05 }), levels[2].rounded() == 0 else { return nil }
    return Int(levels[0].rounded()) + 250 * Int(levels[1].rounded())
  }
}
