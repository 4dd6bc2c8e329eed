extension Double {
  /// −1, 0 or 1, as the number is negative, zero or positive; NaN stays NaN.
  var direction: Double { self > 0 ? 1 : self < 0 ? -1 : self * 0 }
}
