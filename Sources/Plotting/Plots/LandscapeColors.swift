import Canvas

/// The inks of a landscape's bands, and of what is written on them.
struct LandscapeColors: Sendable {
  let scale: LevelScale
  /// The colours on a light and on a dark page: washed out a little, so that the trajectories stand out.
  let light: ColorMap
  private(set) var dark: ColorMap

  init(_ scale: LevelScale, map: ColorMap, wash: Double = 0.18) {
    self.scale = scale
    light = ColorMap(through: map.colors.map { $0.mixed(with: Color(0xffffff), wash) })
    dark = ColorMap(through: map.colors.map { $0.mixed(with: Color(0x000000), wash) })
  }

  /// The same colours on every page, as an image of the landscape has them.
  var fixed: LandscapeColors {
    var colors = self
    colors.dark = light
    return colors
  }

  func color(ofBand band: Int, _ theme: Theme = .light) -> Color {
    (theme == .dark ? dark : light).color(at: (Double(band) + 0.5) / Double(scale.bandCount))
  }

  func ink(ofBand band: Int) -> Ink { Ink(light: color(ofBand: band), dark: color(ofBand: band, .dark)) }

  /// Dark bands carry light lines, light bands dark ones.
  func lineInk(ofLevel level: Int) -> Ink { contrast(level, opacity: 0.38) }

  func labelInk(ofLevel level: Int) -> Ink { contrast(level, opacity: 0.95) }

  private func contrast(_ level: Int, opacity: Double) -> Ink {
    func contrast(_ theme: Theme) -> Color {
      let ground = color(ofBand: level, theme).mixed(with: color(ofBand: level + 1, theme), 0.5)
      // White as long as it is legible: on saturated grounds it reads better than its contrast ratio tells.
      return ground.contrast(with: Color(0xffffff)) >= 3.4 ? Color(0xffffff) : Color(0x0c0e10)
    }
    return Ink(light: contrast(.light), dark: contrast(.dark), opacity: opacity)
  }
}
