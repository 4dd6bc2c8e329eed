import Scalars

extension Program.Code {
  /// Memory for registers that costs nothing to ask for, and what they are lined up with.
  private static var bytesOnStack: Int { 1024 }
  private static var cacheLine: Int { 64 }

  /// The value at `x`, with the constants converted by `scalar`.
  @inline(__always)
  func value<S: RealScalar, C>(at x: Span<S>, constants: UnsafeBufferPointer<C>, _ scalar: (C) -> S) -> S {
    precondition(x.count == layout.pointee.inputs, "a point has one element per coordinate of the expression")
    guard layout.pointee.registers &* MemoryLayout<S>.stride <= Self.bytesOnStack &- Self.cacheLine else {
      return valueInMoreMemory(at: x, constants: constants, scalar)
    }
    return withUnsafeTemporaryAllocation(byteCount: Self.bytesOnStack, alignment: 16) { memory in
      // Of a constant size, which is never empty.
      let start = memory.baseAddress.unsafelyUnwrapped.alignedUp(toMultipleOf: Self.cacheLine)
      return value(at: x, constants: constants, scalar, in: start.assumingMemoryBound(to: S.self))
    }
  }

  /// Apart, so that what it needs is not set up for small programs.
  @inline(never)
  private func valueInMoreMemory<S: RealScalar, C>(
    at x: Span<S>, constants: UnsafeBufferPointer<C>, _ scalar: (C) -> S
  ) -> S {
    withTemporaryScalars(S.self, count: layout.pointee.registers) { buffer in
      // Never empty: there is a coordinate, or a constant that is the value.
      value(at: x, constants: constants, scalar, in: buffer.baseAddress.unsafelyUnwrapped)
    }
  }

  @inline(__always)
  private func value<S: RealScalar, C>(
    at x: Span<S>, constants: UnsafeBufferPointer<C>, _ scalar: (C) -> S, in registers: UnsafeMutablePointer<S>
  ) -> S {
    let inputs = layout.pointee.inputs
    Self.repeating(inputs) { (registers + $0).initialize(to: x[unchecked: $0]) }
    Self.repeating(constants.count) { (registers + inputs + $0).initialize(to: scalar(constants[$0])) }
    // Kept beside its register: the way through memory takes longer than a sum.
    var value = registers[layout.pointee.result]
    for instruction in layout.pointee.instructions {
      value = instruction.value(on: registers, previous: value)
      (registers + Int(instruction.target)).initialize(to: value)
    }
    return value
  }

  /// The first two apart: what a loop is compiled to takes longer for so few than they do.
  @inline(__always)
  private static func repeating(_ count: Int, _ body: (Int) -> Void) {
    if count > 0 { body(0) }
    if count > 1 { body(1) }
    if count > 2 { for i in 2..<count { body(i) } }
  }
}

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
    case .previousAdd: return p + a.pointee
    case .previousSubtract: return p - a.pointee
    case .subtractPrevious: return a.pointee - p
    case .multiplyPrevious: return a.pointee * p
    case .previousSquare: return S.square(p)
    case .multiplyPreviousSquare: return a.pointee * S.square(p)
    case .previousSquareAdd: return S.square(p) + a.pointee
    case .multiplyPreviousAdd: return a.pointee * p + b.pointee
    case .squareOfPreviousDifference: return S.square(p - a.pointee)
    case .squareOfPreviousDifferenceAdd: return S.square(p - a.pointee) + b.pointee
    case .previousAddSquare: return p + S.square(a.pointee)
    case .previousSubtractSquare: return p - S.square(a.pointee)
    case .previousAddProduct: return p + a.pointee * b.pointee
    case .previousSubtractProduct: return p - a.pointee * b.pointee
    case .previousAddSquareOfDifference: return p + S.square(a.pointee - b.pointee)
    case .negate: return -a.pointee
    case .divide: return a.pointee / b.pointee
    case .sqrt: return S.sqrt(a.pointee)
    case .abs: return S.abs(a.pointee)
    case .min: return S.min(a.pointee, b.pointee)
    case .max: return S.max(a.pointee, b.pointee)
    case .select: return S.select(a.pointee, b.pointee, c.pointee)
    case .coordinate, .literal, .pi, .e, .exp, .expm1, .log, .log1p, .sin, .cos, .tan, .sinPi, .cosPi, .tanh, .atan,
      .logistic, .floor, .wholePower, .pow:
      return Self.function(operation, a.pointee, b.pointee, exponent: Int(exponent))
    }
  }

  /// The functions that take longer than a call; apart, so that the loop above stays small.
  @inline(never)
  private static func function<S: RealScalar>(_ operation: Operation, _ a: S, _ b: S, exponent: Int) -> S {
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
    case .wholePower: S.power(a, exponent)
    case .pow: S.pow(a, b)
    default: a
    }
  }
}
