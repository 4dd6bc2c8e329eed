import Objectives

/// Shares of runs.
extension Words {
  /// Keeps a number and its unit on one line.
  package static let space = "\u{A0}"

  /// "37 of 50".
  package static func share(_ proportion: Proportion) -> String {
    "\(count(proportion.count))\(space)of\(space)\(count(proportion.total))"
  }

  /// "74 %"; never 0 % or 100 % for what is only near it.
  package static func percent(_ proportion: Proportion) -> String { wholePercent(proportion.rate) + space + "%" }

  /// "60–84 %".
  package static func interval(_ proportion: Proportion) -> String {
    "\(wholePercent(proportion.low))–\(wholePercent(proportion.high))\(space)%"
  }

  private static func wholePercent(_ share: Double) -> String {
    let rounded = (share * 100).rounded()
    if rounded == 0, share > 0 { return "<1" }
    if rounded == 100, share < 1 { return ">99" }
    return String(Int(rounded))
  }
}
