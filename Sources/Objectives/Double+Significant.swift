extension Double {
  /// The number with so many significant decimal digits, up to the last bit or two; itself where it is 0 or not finite.
  package func rounded(toSignificant digits: Int) -> Double {
    guard self != 0, isFinite else { return self }
    let limit = (1..<digits).reduce(1.0) { power, _ in 10 * power }
    var (up, down) = (1.0, 1.0)
    while magnitude * up < limit, up < 1e300 { up *= 10 }
    while magnitude / down >= 10 * limit, down < 1e300 { down *= 10 }
    return up > 1 ? (self * up).rounded() / up : (self / down).rounded() * down
  }
}
