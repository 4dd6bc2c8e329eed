/// Functions whose result is the nearest double, but for about one argument in a thousand; slow, for tables.
///
/// The C library comes as near in nearly as many cases, so these reproduce tables that other software drew with it, bit
/// for bit: a last bit of a Gaussian is magnified by orthogonalization and again by rugged functions.
extension Elementary {
  /// ln x for 0 < x < ∞.
  package static func nearestLog(_ x: Double) -> Double {
    let logarithm = splitLog(x)
    return logarithm.high + logarithm.low
  }

  /// cos x for 0 ≤ x ≤ 2π.
  package static func nearestCos(_ x: Double) -> Double {
    let quarters = (x / (0.5 * .pi)).rounded()
    let turned = DoubleDouble.product(quarters, 0x1.921fb54442d18p+0)
    let head = DoubleDouble.sum(x, -turned.high)
    let r = DoubleDouble(head.high, head.low - turned.low - quarters * 0x1.1a62633145c07p-54).normalized
    let negativeSquare = DoubleDouble(-r.high, -r.low) * r
    let even = series(negativeSquare) { (2 * $0 - 1) * (2 * $0) }
    let odd = r * series(negativeSquare) { 2 * $0 * (2 * $0 + 1) }
    let result = Int(quarters).isMultiple(of: 2) ? even : odd
    let sign: Double = quarters == 1 || quarters == 2 ? -1 : 1
    return sign * (result.high + result.low)
  }

  /// xʸ for x > 0 and a result far from overflow and underflow.
  package static func nearestPow(_ x: Double, _ y: Double) -> Double {
    let exponent = splitLog(x) * DoubleDouble(y, 0)
    let binary = (exponent.high * 0x1.71547652b82fep+0).rounded()
    let whole = DoubleDouble.product(binary, 0x1.62e42fefa39efp-1)
    let head = DoubleDouble.sum(exponent.high, -whole.high)
    let r = DoubleDouble(head.high, head.low + (exponent.low - whole.low - binary * 0x1.abc9e3b39803fp-56)).normalized
    let result = series(r) { $0 }
    return scaled(result.high + result.low, by: Int(binary))
  }

  /// 1 + z/d(1)·(1 + z/d(2)·(1 + …)), to 100 bits for |z| < 0.7 and divisors no smaller than the index.
  private static func series(_ z: DoubleDouble, divisor: (Double) -> Double) -> DoubleDouble {
    var result = DoubleDouble(1, 0)
    for k in stride(from: 28.0, through: 1, by: -1) {
      let term = z * result / DoubleDouble(divisor(k), 0)
      let sum = DoubleDouble.sum(1, term.high)
      result = DoubleDouble(sum.high, sum.low + term.low).normalized
    }
    return result
  }
}
