import Scalars

/// A number that a rule of update computes with: of one run, or of a batch of runs in lockstep.
protocol LockstepNumber: RealScalar {
  /// A number that is the same for all runs times one of each.
  static func * (factor: Double, x: Self) -> Self
  /// Itself, but 1 where it is 0: a divisor.
  var nonzero: Self { get }
  /// The Euclidean length of `vector`.
  static func length(of vector: [Self]) -> Self
}

extension LockstepNumber {
  /// −1, 0 or 1, as the number is negative, zero or positive; NaN stays NaN.
  @inline(__always)
  var direction: Self { .select(self, 1, .select(-self, -1, 0 * self)) }
}

extension Double: LockstepNumber {
  @inline(__always)
  var nonzero: Double { self == 0 ? 1 : self }
  static func length(of vector: [Double]) -> Double { vector.norm }
}

extension Lanes: LockstepNumber {
  @inline(__always)
  static func * (factor: Double, x: Lanes) -> Lanes { Lanes(factor) * x }
  @inline(__always)
  var nonzero: Lanes { replacing(with: 1, whereZero: self) }
  static func length(of vector: [Lanes]) -> Lanes {
    var sum = Lanes(0)
    for x in vector { sum += x * x }
    var length = sqrt(sum)
    // Where squares overflow, plain numbers are scaled.
    for lane in 0..<width where length.values[lane] == .infinity {
      length.values[lane] = vector.map { $0.values[lane] }.norm
    }
    return length
  }
}
