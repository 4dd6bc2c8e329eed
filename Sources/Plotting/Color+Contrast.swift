import Canvas
import Foundation

extension Color {
  /// Relative luminance from 0, black, to 1, white (W3C, Web Content Accessibility Guidelines 2.1, 2018).
  public var luminance: Double {
    func linear(_ level: UInt8) -> Double {
      let value = Double(level) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The contrast ratio of two colours, from 1 to 21; text needs 4.5, lines need 3.
  public func contrast(with other: Color) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// The colour for text on this one: soft black or white if that is legible, otherwise pure black.
  public var legibleText: Color {
    let soft = Ink.text.light
    let white = Color(0xffffff)
    if contrast(with: soft) >= 4.5 { return soft }
    return contrast(with: white) >= 4.5 ? white : Color(0x000000)
  }
}
