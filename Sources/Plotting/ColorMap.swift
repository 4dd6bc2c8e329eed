import Canvas

/// A sequence of 256 colours that stands for the numbers from 0 to 1.
public struct ColorMap: Hashable, Sendable {
  public let colors: [Color]

  /// Blue-violet to yellow, even in lightness; reads in greyscale and with colour-blind eyes.
  public static let viridis = ColorMap(table: ColorTables.viridis)
  /// Blue to yellow, nearly the same to everybody.
  public static let cividis = ColorMap(table: ColorTables.cividis)
  /// Hardly tinted to deep blue, for shares on a light page: nothing stays pale and much is dark.
  public static let paleToBlue = ColorMap(
    through: [0xf1f4f8, 0xcfe0f0, 0x9cc4e4, 0x5a9fd2, 0x2472b4, 0x0b4a8a].map { Color($0) })
  /// The twin of `paleToBlue` for a dark page: nothing stays dark and much is bright.
  public static let nightToBlue = ColorMap(
    through: [0x1f252c, 0x1d3c5a, 0x1c568a, 0x2f7fc0, 0x6fb0e4, 0xb9defa].map { Color($0) })

  private init(table: String) {
    let digits = Array(table.utf8)
    colors = stride(from: 0, to: digits.count - 5, by: 6).map { start in
      Color(UInt32(String(decoding: digits[start..<start + 6], as: UTF8.self), radix: 16) ?? 0)
    }
  }

  /// 256 colours evenly spaced along a line through the given ones; a single colour stays as it is.
  public init(through anchors: [Color]) {
    precondition(!anchors.isEmpty, "a colour map needs at least one colour")
    colors = (0..<256).map { index in
      let place = Double(index) / 255 * Double(anchors.count - 1)
      let lower = min(Int(place), max(anchors.count - 2, 0))
      return anchors[lower].mixed(with: anchors[min(lower + 1, anchors.count - 1)], place - Double(lower))
    }
  }

  private init(colors: [Color]) { self.colors = colors }

  /// The colour of a number, clamped to 0 … 1; NaN has the colour of 0, so ask before.
  public func color(at fraction: Double) -> Color {
    colors[fraction > 0 ? Int((min(fraction, 1) * 255).rounded()) : 0]
  }

  /// The same colours from the other end.
  public var reversed: ColorMap { ColorMap(colors: colors.reversed()) }
}
