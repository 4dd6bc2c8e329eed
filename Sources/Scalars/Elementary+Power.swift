/// Powers.
extension Elementary {
  /// xʸ, with every special case of C99 (annex F.9.4.4): pow(x, ±0) = pow(1, y) = 1 even for NaN; NaN for x < 0 unless y
  /// is an integer.
  public static func pow(_ x: Double, _ y: Double) -> Double {
    if y == 0 || x == 1 { return 1 }
    if x.isNaN || y.isNaN { return x + y }
    let parity = Parity(of: y)
    if y.isInfinite {
      if x.magnitude == 1 { return 1 }
      return (x.magnitude > 1) == (y > 0) ? .infinity : 0
    }
    let isNegative = x.sign == .minus && parity == .odd
    if x == 0 || x.isInfinite {
      let size = (x == 0) == (y < 0) ? Double.infinity : 0
      return isNegative ? -size : size
    }
    if x < 0, parity == .fractional { return .nan }
    let size = power(x.magnitude, y)
    return isNegative ? -size : size
  }

  private enum Parity {
    case even, odd, fractional

    init(of y: Double) {
      let size = y.magnitude
      let whole = size < 0x1p53 ? Int64(size) : 0
      self = size < 0x1p53 && Double(whole) != size ? .fractional : (whole & 1 == 0 ? .even : .odd)
    }
  }

  /// xʸ for 0 < x < ∞, as exp(y ln x) with 65 bits of the logarithm: up to 10 bits of them end in the integer part.
  private static func power(_ x: Double, _ y: Double) -> Double {
    let logarithm = splitLog(x)
    let estimate = y * logarithm.high
    if estimate > 710 { return .infinity }
    if estimate < -746 { return 0 }
    if estimate.magnitude < 0x1p-60 { return 1 + estimate }
    let product = DoubleDouble.product(y, logarithm.high)
    let e = reducedExponential(product.high)
    let fraction = 1 + (e.high + e.low)
    // e^(a + b) = e^a·(1 + b) for |b| < 2⁻⁴³; what is left out is below 2⁻⁸⁶.
    let correction = (product.low + y * logarithm.low) * fraction
    return scaled(1 + (e.high + (e.low + correction)), by: Int(e.shifted - roundingShift))
  }
}
