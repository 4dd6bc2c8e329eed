import Scalars

extension Program.Code {
  /// Memory for registers that costs nothing to ask for, and what they are lined up with.
  private static var bytesOnStack: Int { 1024 }
  private static var cacheLine: Int { 64 }

  /// The value at `x`, with the constants converted by `scalar`.
  @inline(__always)
  func value<S: RealScalar, C>(at x: Span<S>, constants: UnsafeBufferPointer<C>, _ scalar: (C) -> S) -> S {
    withRegisters(at: x, constants: constants, scalar) { execute(on: $0) }
  }

  /// What `execute` makes of registers that hold `x` and the constants.
  @inline(__always)
  func withRegisters<S: RealScalar, C>(
    at x: Span<S>, constants: UnsafeBufferPointer<C>, _ scalar: (C) -> S, _ execute: (UnsafeMutablePointer<S>) -> S
  ) -> S {
    precondition(x.count == layout.pointee.inputs, "a point has one element per coordinate of the expression")
    guard layout.pointee.registers &* MemoryLayout<S>.stride <= Self.bytesOnStack &- Self.cacheLine else {
      return withMoreRegisters(at: x, constants: constants, scalar, execute)
    }
    return withUnsafeTemporaryAllocation(byteCount: Self.bytesOnStack, alignment: 16) { memory in
      // Of a constant size, which is never empty.
      let start = memory.baseAddress.unsafelyUnwrapped.alignedUp(toMultipleOf: Self.cacheLine)
      let registers = start.assumingMemoryBound(to: S.self)
      fill(registers, x, constants, scalar)
      return execute(registers)
    }
  }

  /// Apart, so that what it needs is not set up for small programs.
  @inline(never)
  private func withMoreRegisters<S: RealScalar, C>(
    at x: Span<S>, constants: UnsafeBufferPointer<C>, _ scalar: (C) -> S, _ execute: (UnsafeMutablePointer<S>) -> S
  ) -> S {
    let bytes = layout.pointee.registers * MemoryLayout<S>.stride
    return withUnsafeTemporaryAllocation(byteCount: bytes, alignment: Self.cacheLine) { memory in
      // Never empty: there is a coordinate, or a constant that is the value.
      let registers = memory.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: S.self)
      fill(registers, x, constants, scalar)
      return execute(registers)
    }
  }

  @inline(__always)
  private func fill<S: RealScalar, C>(
    _ registers: UnsafeMutablePointer<S>, _ x: Span<S>, _ constants: UnsafeBufferPointer<C>, _ scalar: (C) -> S
  ) {
    let inputs = layout.pointee.inputs
    Self.repeating(inputs) { (registers + $0).initialize(to: x[unchecked: $0]) }
    Self.repeating(constants.count) { (registers + inputs + $0).initialize(to: scalar(constants[$0])) }
  }

  @inline(__always)
  private func execute<S: RealScalar>(on registers: UnsafeMutablePointer<S>) -> S {
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
