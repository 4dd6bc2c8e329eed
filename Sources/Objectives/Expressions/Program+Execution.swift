import Scalars

extension Program.Code {
  /// More registers than this are asked from the heap.
  private static var most: Int { 64 }

  /// The value at `x`, with the constants converted by `scalar`.
  @inline(__always)
  func value<S: RealScalar, C>(at x: Span<S>, constants: UnsafeBufferPointer<C>, _ scalar: (C) -> S) -> S {
    precondition(x.count == inputs, "a point has one element per coordinate of the expression")
    let isSmall = registers &* MemoryLayout<S>.stride <= 1024
    if !isSmall, registers <= Self.most { return valueOnStack(at: x, constants: constants, scalar) }
    return withTemporaryScalars(S.self, count: registers) { buffer in
      // Never empty: there is a coordinate, or a constant that is the value.
      buffer.baseAddress.map { value(at: x, constants: constants, scalar, in: $0) } ?? .zero
    }
  }

  /// In memory that is filled first: beyond a kilobyte, that costs less than asking for it.
  @inline(never)
  private func valueOnStack<S: RealScalar, C>(
    at x: Span<S>, constants: UnsafeBufferPointer<C>, _ scalar: (C) -> S
  ) -> S {
    var memory = InlineArray<64, S>(repeating: .zero)
    return withUnsafeMutablePointer(to: &memory) { pointer in
      pointer.withMemoryRebound(to: S.self, capacity: Self.most) {
        value(at: x, constants: constants, scalar, in: $0)
      }
    }
  }

  @inline(__always)
  private func value<S: RealScalar, C>(
    at x: Span<S>, constants: UnsafeBufferPointer<C>, _ scalar: (C) -> S, in registers: UnsafeMutablePointer<S>
  ) -> S {
    Self.repeating(inputs) { (registers + $0).initialize(to: x[unchecked: $0]) }
    Self.repeating(constants.count) { (registers + inputs + $0).initialize(to: scalar(constants[$0])) }
    for instruction in instructions { instruction.execute(on: registers) }
    return registers[result]
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
  /// Reads and writes `registers`; each operation rounds as it does in a compiled formula.
  @inline(__always)
  func execute<S: RealScalar>(on registers: UnsafeMutablePointer<S>) {
    let a = registers + Int(self.a)
    let b = registers + Int(self.b)
    let c = registers + Int(self.c)
    let target = registers + Int(self.target)
    switch operation {
    case .add: target.initialize(to: a.pointee + b.pointee)
    case .subtract: target.initialize(to: a.pointee - b.pointee)
    case .multiply: target.initialize(to: a.pointee * b.pointee)
    case .square: target.initialize(to: S.square(a.pointee))
    case .squareAdd: target.initialize(to: S.square(a.pointee) + b.pointee)
    case .squareSubtract: target.initialize(to: S.square(a.pointee) - b.pointee)
    case .subtractSquare: target.initialize(to: b.pointee - S.square(a.pointee))
    case .multiplySquare: target.initialize(to: a.pointee * S.square(b.pointee))
    case .multiplyAdd: target.initialize(to: a.pointee * b.pointee + c.pointee)
    case .multiplySubtract: target.initialize(to: a.pointee * b.pointee - c.pointee)
    case .subtractProduct: target.initialize(to: c.pointee - a.pointee * b.pointee)
    case .squareOfDifference: target.initialize(to: S.square(a.pointee - b.pointee))
    case .squareOfDifferenceAdd: target.initialize(to: S.square(a.pointee - b.pointee) + c.pointee)
    case .negate: target.initialize(to: -a.pointee)
    case .divide: target.initialize(to: a.pointee / b.pointee)
    case .sqrt: target.initialize(to: S.sqrt(a.pointee))
    case .abs: target.initialize(to: S.abs(a.pointee))
    case .min: target.initialize(to: S.min(a.pointee, b.pointee))
    case .max: target.initialize(to: S.max(a.pointee, b.pointee))
    case .select: target.initialize(to: S.select(a.pointee, b.pointee, c.pointee))
    case .coordinate, .literal, .pi, .e, .exp, .expm1, .log, .log1p, .sin, .cos, .tan, .sinPi, .cosPi, .tanh, .atan,
      .logistic, .floor, .wholePower, .pow:
      target.initialize(to: Self.function(operation, a.pointee, b.pointee, exponent: Int(exponent)))
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
