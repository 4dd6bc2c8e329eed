import Canvas
import Foundation

/// The text of a level: plain decimals where they are short, otherwise a mantissa times a power of ten.
enum LevelLabel {
  /// The shortest text that names the value, with as many decimals as the step needs.
  static func text(_ value: Double, step: Double? = nil) -> RichText {
    if value == 0 { return "0" }
    let size = abs(value)
    guard size >= 0.001, size < 100_000 else { return scientific(value) }
    var decimals = 0
    var unit = step ?? size
    while decimals < 8, abs(unit - unit.rounded()) > 1e-6 * max(unit, 1e-3) {
      unit *= 10
      decimals += 1
    }
    return RichText(signed(String(format: "%.\(decimals)f", size), value))
  }

  /// 10 with an exponent; for whole decades.
  static func power(_ value: Double) -> RichText {
    let exponent = Int(log10(value).rounded())
    switch exponent {
    case 0: return "1"
    case 1: return "10"
    default: return ten(exponent)
    }
  }

  static func scientific(_ value: Double) -> RichText {
    if value == 0 { return "0" }
    var exponent = Int(log10(abs(value)).rounded(.down))
    var mantissa = abs(value) / NiceLevels.scaled(1, exponent)
    if mantissa >= 9.9995 {
      mantissa = 1
      exponent += 1
    }
    var text = String(format: "%.3f", mantissa)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    if text == "1" { return RichText(signed("", value)) + ten(exponent) }
    return RichText(signed(text + "·", value)) + ten(exponent)
  }

  private static func ten(_ exponent: Int) -> RichText {
    "10" + .raised(exponent < 0 ? "−\(-exponent)" : "\(exponent)")
  }

  private static func signed(_ text: String, _ value: Double) -> String { value < 0 ? "−" + text : text }
}
