import Objectives

/// Shares of runs.
extension Words {
  /// Keeps a number and its unit on one line.
  package static let space = "\u{A0}"

  /// "37 of 50".
  package static func share(_ proportion: Proportion) -> String {
    "\(count(proportion.count))\(space)of\(space)\(count(proportion.total))"
  }

  /// "74 %"; never 0 % or 100 % for what is only near it; "1.23 %" where so many runs tell it from 1.22 %.
  package static func percent(_ proportion: Proportion) -> String {
    percent(proportion.rate, decimals: decimals(proportion)) + space + "%"
  }

  /// "60–84 %".
  package static func interval(_ proportion: Proportion) -> String {
    let decimals = decimals(proportion)
    return "\(percent(proportion.low, decimals: decimals))–\(percent(proportion.high, decimals: decimals))\(space)%"
  }

  /// As many as the width of the interval supports, of three at most.
  private static func decimals(_ proportion: Proportion) -> Int {
    let width = 100 * (proportion.high - proportion.low)
    return width >= 1 ? 0 : width >= 0.1 ? 1 : width >= 0.01 ? 2 : 3
  }

  private static func percent(_ share: Double, decimals: Int) -> String {
    let scale = [1, 10, 100, 1000][decimals]
    func text(_ parts: Int) -> String {
      let fraction = String(parts % scale + scale).dropFirst()
      return decimals == 0 ? String(parts) : "\(parts / scale).\(fraction)"
    }
    let parts = Int((share * 100 * Double(scale)).rounded())
    if parts == 0 { return share > 0 ? "<" + text(1) : "0" }
    if parts == 100 * scale { return share < 1 ? ">" + text(parts - 1) : "100" }
    return text(parts)
  }

  /// A share with one decimal: "61.5 %".
  package static func sharePercent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)\(space)%"
  }

  /// A correlation with two decimals and its sign: "+0.35".
  package static func correlation(_ value: Double) -> String {
    let hundredths = Int((value.magnitude * 100).rounded())
    let sign = hundredths == 0 ? "" : value < 0 ? "−" : "+"
    return "\(sign)\(hundredths / 100).\(String(hundredths % 100 + 100).dropFirst())"
  }

  /// A difference of shares in percentage points, with its sign: "+12.3".
  package static func points(_ difference: Double) -> String {
    let tenths = Int((difference.magnitude * 1000).rounded())
    let sign = tenths == 0 ? "" : difference < 0 ? "−" : "+"
    return "\(sign)\(tenths / 10).\(tenths % 10)"
  }
}
