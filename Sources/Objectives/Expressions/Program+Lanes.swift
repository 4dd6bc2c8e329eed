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
      operation: operation.rawValue, target: instruction.target, a: instruction.a, b: instruction.b, c: instruction.c,
      exponent: exponent)
  }

  /// The program for eight points; nil where it has functions, which take longer than the rest, or nothing at all.
  static func translating(_ program: [Instruction]) -> [LaneInstruction]? {
    var result = program.compactMap { LaneInstruction($0) }
    guard result.count == program.count, !result.isEmpty else { return nil }
    for index in result.indices.dropFirst(2) where program[index].operation == .previousAddSquareOfDifferenceAdd {
      let sum = program[index].c
      if program[index - 2].target == sum, program[index - 1].target != sum {
        result[index].operation = UInt8(LaneAddEarlier)
      }
    }
    return result + [LaneInstruction(operation: UInt8(LaneEnd), target: 0, a: 0, b: 0, c: 0, exponent: 0)]
  }
}
