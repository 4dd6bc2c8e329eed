import CExpressions
import Scalars

extension Program.Code {
  /// The values at eight points: by the loop in C where there is nothing but plain arithmetic.
  @inline(__always)
  func lanes(at x: Span<Lanes>) -> Lanes {
    guard let program = layout.pointee.lanes else { return value(at: x, constants: doubles) { Lanes($0) } }
    return withRegisters(at: x, constants: doubles) { constant in
      Lanes(constant)
    } _: { registers in
      let doubles = UnsafeMutableRawPointer(registers).assumingMemoryBound(to: Double.self)
      return UnsafeRawPointer(executePlain8(program, doubles)).load(as: Lanes.self)
    }
  }
}

extension LaneInstruction {
  /// The same for eight points, nil where the loop in C does not have it.
  private init?(_ instruction: Instruction) {
    let (operation, exponent) = (instruction.operation, instruction.exponent)
    guard Int(operation.rawValue) < LaneOperations, operation != .wholePower || (3...4).contains(exponent) else {
      return nil
    }
    self.init(
      code: 2 * operation.rawValue, target: instruction.target, a: instruction.a, b: instruction.b, c: instruction.c,
      exponent: exponent)
  }

  /// The program for eight points; nil where it has functions, which take longer than the rest, or nothing at all.
  static func translating(_ program: [Instruction]) -> [LaneInstruction]? {
    var result = program.compactMap { LaneInstruction($0) }
    guard result.count == program.count, !result.isEmpty else { return nil }
    // The instruction that has written a register last.
    var writers: [UInt16: Int] = [:]
    for (index, instruction) in program.enumerated() {
      var operands = [instruction.a, instruction.b, instruction.c].prefix(instruction.operation.arity)
      if instruction.operation == .previousAddSquareOfDifferenceAdd, index >= 2, writers[instruction.c] == index - 2 {
        result[index].code = UInt8(2 * LaneAddEarlier)
        operands.removeLast()
      }
      for writer in operands.compactMap({ writers[$0] }) { result[writer].code |= 1 }
      writers[instruction.target] = index
    }
    return result + [LaneInstruction(code: UInt8(LaneEnd), target: 0, a: 0, b: 0, c: 0, exponent: 0)]
  }
}
