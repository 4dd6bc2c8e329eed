/// Decimal numbers in SVG text, rounded to two places without passing through binary.
enum SVGNumber {
  /// Writes the number that starts at `start`, if one does, and returns the index behind it.
  ///
  /// - Parameter separated: whether a blank must come before the number; a minus sign does without it.
  static func append(
    _ bytes: ArraySlice<UInt8>, from start: Int, separated: Bool, to output: inout [UInt8]
  ) -> Int? {
    var index = start
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    guard index < bytes.endIndex, isDigit(bytes[index]) || bytes[index] == UInt8(ascii: ".") else { return nil }
    var hundredths = 0
    while index < bytes.endIndex, isDigit(bytes[index]), hundredths < 1 << 50 {
      hundredths = hundredths * 10 + Int(bytes[index] - 48)
      index += 1
    }
    hundredths *= 100
    if index < bytes.endIndex, bytes[index] == UInt8(ascii: ".") {
      index += 1
      var weight = 10
      while index < bytes.endIndex, isDigit(bytes[index]) {
        let digit = Int(bytes[index] - 48)
        if weight > 0 { hundredths += digit * weight } else if weight == 0, digit >= 5 { hundredths += 1 }
        weight = weight == 10 ? 1 : (weight == 1 ? 0 : -1)
        index += 1
      }
    }
    write(isNegative && hundredths > 0, hundredths, separated, to: &output)
    return index
  }

  private static func write(_ isNegative: Bool, _ hundredths: Int, _ separated: Bool, to output: inout [UInt8]) {
    if isNegative {
      output.append(UInt8(ascii: "-"))
    } else if separated {
      output.append(UInt8(ascii: " "))
    }
    let (whole, fraction) = hundredths.quotientAndRemainder(dividingBy: 100)
    if whole > 0 || fraction == 0 { output.append(contentsOf: String(whole).utf8) }
    guard fraction > 0 else { return }
    output.append(UInt8(ascii: "."))
    output.append(UInt8(48 + fraction / 10))
    if fraction % 10 > 0 { output.append(UInt8(48 + fraction % 10)) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
}
