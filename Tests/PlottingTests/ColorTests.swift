import Canvas
import Testing

@testable import Plotting

@Suite struct ColorTests {
  @Test("The maps have the published colours at their ends and in the middle")
  func published() {
    // matplotlib 3.11, lib/matplotlib/_cm_listed.py, entries 0, 127 and 255 as 8-bit levels.
    #expect(ColorMap.viridis.colors.count == 256 && ColorMap.cividis.colors.count == 256)
    #expect(ColorMap.viridis.color(at: 0) == Color(red: 68, green: 1, blue: 84))
    #expect(ColorMap.viridis.color(at: 127.0 / 255) == Color(0x21908d))
    #expect(ColorMap.viridis.color(at: 1) == Color(red: 253, green: 231, blue: 37))
    #expect(ColorMap.cividis.color(at: 0) == Color(red: 0, green: 34, blue: 78))
    #expect(ColorMap.cividis.color(at: 1) == Color(red: 254, green: 232, blue: 56))
  }

  @Test("Numbers beyond the ends have the end's colour, and NaN that of zero")
  func clamped() {
    let map = ColorMap.viridis
    #expect(map.color(at: -3) == map.colors[0] && map.color(at: 7) == map.colors[255])
    #expect(map.color(at: .nan) == map.colors[0] && map.reversed.color(at: 0) == map.colors[255])
  }

  @Test("Every map becomes lighter or darker all the way, so that it reads in grey")
  func monotone() {
    for (map, sign) in [(ColorMap.viridis, 1.0), (.cividis, 1), (.paleToBlue, -1), (.nightToBlue, 1)] {
      for (a, b) in zip(map.colors, map.colors.dropFirst()) {
        #expect((b.luminance - a.luminance) * sign > -0.004)
      }
      #expect(abs(map.colors[255].luminance - map.colors[0].luminance) > 0.5)
    }
  }

  @Test("Contrast ratios are those of the W3C's definition")
  func contrast() {
    #expect(abs(Color(0x000000).contrast(with: Color(0xffffff)) - 21) < 1e-9)
    // Known as the lightest grey that passes for text on white.
    #expect(abs(Color(0x767676).contrast(with: Color(0xffffff)) - 4.54) < 0.005)
    #expect(Color(0x777777).contrast(with: Color(0xffffff)) < 4.5)
  }

  @Test(
    "Text on every colour of every map can be read", arguments: [ColorMap.viridis, .cividis, .paleToBlue, .nightToBlue])
  func legible(map: ColorMap) {
    for step in 0..<256 {
      let inks = CellMark(
        Rect(x: 0, y: 0, width: 9, height: 9), fraction: Double(step) / 255, text: "", detail: "", colors: map,
        darkColors: .nightToBlue
      ).inks
      for theme in [Theme.light, .dark] {
        #expect(inks.text.color(theme).contrast(with: inks.fill.color(theme)) >= 4.5)
      }
    }
  }

  @Test("The words of a figure can be read on both pages", arguments: [Theme.light, .dark])
  func roles(theme: Theme) {
    let page = Ink.background.color(theme)
    for ink in [Ink.text, .secondaryText] { #expect(ink.color(theme).contrast(with: page) >= 4.5) }
    #expect(Ink.axis.color(theme).contrast(with: page) >= 3)
    #expect(Ink.context.color(theme).contrast(with: page) > Ink.grid.color(theme).contrast(with: page))
  }

  @Test("At least 16 methods look different without colour, and all show on both pages")
  func styles() {
    let styles = (0..<SeriesStyle.count).map { SeriesStyle(index: $0) }
    #expect(styles.count >= 16)
    struct Shape: Hashable { var dash: [Double], marker: Marker }
    #expect(Set(styles.map { Shape(dash: $0.dash, marker: $0.marker) }).count == styles.count)
    for style in styles {
      for theme in [Theme.light, .dark] {
        #expect(style.ink.color(theme).contrast(with: Ink.background.color(theme)) >= 3, "\(style.ink) \(theme)")
      }
    }
    #expect(SeriesStyle(index: SeriesStyle.count) == styles[0])
    #expect(SeriesStyle(index: -1) == styles[0])
  }
}
