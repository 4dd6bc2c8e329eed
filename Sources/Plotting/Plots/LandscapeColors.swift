import Canvas

/// The inks of a landscape's bands, and of what is written on them.
struct LandscapeColors: Sendable {
  let scale: LevelScale
  let map: ColorMap
  /// How far bands are mixed with the page, so that the trajectories stand out.
  var wash = 0.18

  func color(ofBand band: Int) -> Color { map.color(at: scale.colorPosition(ofBand: band)) }

  func ink(ofBand band: Int) -> Ink {
    let color = color(ofBand: band)
    return Ink(light: color.mixed(with: Color(0xffffff), wash), dark: color.mixed(with: Color(0x000000), wash))
  }

  /// Dark bands carry light lines, light bands dark ones.
  func lineInk(ofLevel level: Int) -> Ink { contrast(ofLevel: level).opacity(0.38) }

  func labelInk(ofLevel level: Int) -> Ink { contrast(ofLevel: level).opacity(0.92) }

  private func contrast(ofLevel level: Int) -> Ink {
    let between = color(ofBand: level).mixed(with: color(ofBand: level + 1), 0.5)
    return Ink(Color(Self.luminance(between) < 0.42 ? 0xffffff : 0x101316))
  }

  /// The share of white's luma, without the gamma that no ordering needs.
  static func luminance(_ color: Color) -> Double {
    (0.299 * Double(color.red) + 0.587 * Double(color.green) + 0.114 * Double(color.blue)) / 255
  }
}
