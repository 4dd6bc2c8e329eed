extension Double {
  /// The shortest decimal that reads back as this number, integers without a fraction: `0.1`, `100`, `1e-08`.
  public var shortest: String {
    if self == rounded(), magnitude < 1e15 { return String(Int64(self)) }
    // Swift writes whole numbers out up to 2⁵⁴.
    return description.hasSuffix(".0") ? String(description.dropLast(2)) : description
  }
}
