import Scalars

extension Instruction {
  /// What the operation makes of `registers` and `p`; it rounds as it does in a compiled formula.
  @inline(__always)
  func value<S: RealScalar>(on registers: UnsafePointer<S>, previous p: S) -> S {
    let a = registers + Int(self.a)
    let b = registers + Int(self.b)
    let c = registers + Int(self.c)
    switch operation {
    case .add: return a.pointee + b.pointee
    case .subtract: return a.pointee - b.pointee
    case .multiply: return a.pointee * b.pointee
    case .square: return S.square(a.pointee)
    case .squareAdd: return S.square(a.pointee) + b.pointee
    case .squareSubtract: return S.square(a.pointee) - b.pointee
    case .subtractSquare: return b.pointee - S.square(a.pointee)
    case .multiplySquare: return a.pointee * S.square(b.pointee)
    case .multiplyAdd: return a.pointee * b.pointee + c.pointee
    case .multiplySubtract: return a.pointee * b.pointee - c.pointee
    case .subtractProduct: return c.pointee - a.pointee * b.pointee
    case .squareOfDifference: return S.square(a.pointee - b.pointee)
    case .squareOfDifferenceAdd: return S.square(a.pointee - b.pointee) + c.pointee
    case .multiplySquareOfSubtractSquare: return c.pointee * S.square(b.pointee - S.square(a.pointee))
    case .previousAdd: return p + a.pointee
    case .previousSubtract: return p - a.pointee
    case .subtractPrevious: return a.pointee - p
    case .multiplyPrevious: return a.pointee * p
    case .previousDivide: return p / a.pointee
    case .previousSquare: return S.square(p)
    case .multiplyPreviousSquare: return a.pointee * S.square(p)
    case .previousSquareAdd: return S.square(p) + a.pointee
    case .multiplyPreviousAdd: return a.pointee * p + b.pointee
    case .subtractMultipleOfPrevious: return b.pointee - a.pointee * p
    case .previousDivideAdd: return p / a.pointee + b.pointee
    case .squareOfPreviousDifference: return S.square(p - a.pointee)
    case .squareOfPreviousDifferenceAdd: return S.square(p - a.pointee) + b.pointee
    case .previousAddSquare: return p + S.square(a.pointee)
    case .previousSubtractSquare: return p - S.square(a.pointee)
    case .previousAddProduct: return p + a.pointee * b.pointee
    case .previousSubtractProduct: return p - a.pointee * b.pointee
    case .previousAddSquareOfDifference: return p + S.square(a.pointee - b.pointee)
    case .previousAddSquares: return p + S.square(a.pointee) + S.square(b.pointee)
    case .previousAddProductAddSquare: return p + a.pointee * b.pointee + S.square(c.pointee)
    case .previousAddSquareOfDifferenceAdd: return p + S.square(a.pointee - b.pointee) + c.pointee
    case .negate: return -a.pointee
    case .divide: return a.pointee / b.pointee
    case .sqrt: return S.sqrt(a.pointee)
    case .abs: return S.abs(a.pointee)
    case .min: return S.min(a.pointee, b.pointee)
    case .max: return S.max(a.pointee, b.pointee)
    case .select: return S.select(a.pointee, b.pointee, c.pointee)
    case .coordinate, .literal, .pi, .e, .exp, .expm1, .log, .log1p, .sin, .cos, .tan, .sinPi, .cosPi, .tanh, .atan,
      .logistic, .floor, .wholePower, .pow:
      return function(a.pointee, b.pointee)
    }
  }

  /// The functions that take longer than a call; apart, so that the loop above stays small.
  @inline(never)
  func function<S: RealScalar>(_ a: S, _ b: S) -> S {
    switch operation {
    case .exp: S.exp(a)
    case .expm1: S.expm1(a)
    case .log: S.log(a)
    case .log1p: S.log1p(a)
    case .sin: S.sin(a)
    case .cos: S.cos(a)
    case .tan: S.tan(a)
    case .sinPi: S.sinPi(a)
    case .cosPi: S.cosPi(a)
    case .tanh: S.tanh(a)
    case .atan: S.atan(a)
    case .logistic: S.logistic(a)
    case .floor: S.floor(a)
    case .wholePower: S.power(a, Int(exponent))
    case .pow: S.pow(a, b)
    default: a
    }
  }
}
