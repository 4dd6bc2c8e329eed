/// Names that have a meaning in every expression, so that no parameter and no index may take them.
enum ReservedName {
  /// Other names of x1, x2, x3.
  static let letters = ["x", "y", "z"]

  static func contains(_ name: String) -> Bool {
    letters.contains(name) || coordinateNumber(of: name) != nil || ["n", "pi", "e", "sum", "product"].contains(name)
      || ExpressionFunction(rawValue: name) != nil
  }

  /// 12 of x12; nil for what is no such name.
  static func coordinateNumber(of name: String) -> Int? {
    guard name.utf8.count >= 2, name.utf8.first == UInt8(ascii: "x") else { return nil }
    let digits = name.dropFirst()
    guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
    return digits.count <= 9 ? Int(digits) : .max
  }

  /// Whether `name` is written like a name: letters, digits and underscores, a letter first.
  static func isWellFormed(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, !("0"..."9").contains(first) else { return false }
    return name.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0) || $0 == "_"
    }
  }
}
