import CExpressions

/// A step for eight points that is being made.
struct LaneStep {
  private var code: LaneOperation
  /// Registers, as many as the operation has operands.
  private(set) var operands: [UInt16]
  let target: UInt16
  /// Whether some step reads the result from its register.
  var isStored = false
  /// A constant, and the operand that it is.
  private var constant: (value: Double, operand: Int)?

  /// Nil where the instruction is not plain arithmetic.
  init?(_ instruction: Instruction) {
    let operation = instruction.operation
    guard operation.rawValue < LaneOperations, operation != .wholePower || instruction.exponent == 3 else { return nil }
    code = laneOperation(Int32(operation.rawValue)).pointee
    operands = Array([instruction.a, instruction.b, instruction.c].prefix(operation.arity))
    target = instruction.target
  }

  /// What `use` makes of a power, and of `factor` where it has another operand.
  init(_ use: LanePowerUse, _ power: CoordinatePower, factor: UInt16? = nil, target: UInt16) {
    code = laneOperation(Int32(LanePowers) + Int32(use.rawValue) * Int32(LaneExponents) + power.exponent.place).pointee
    operands = (factor.map { [$0] } ?? []) + [power.coordinate]
    self.target = target
  }

  /// The same with what the step before the last computed, q, instead of the last operand, which is that.
  mutating func takeEarlier(_ operation: Int) {
    code = laneOperation(Int32(operation)).pointee
    operands.removeLast()
  }

  /// Makes an operand part of the step that `value` says is a constant, if the operation has a place for it.
  mutating func takeConstant(_ value: (UInt16) -> Double?) {
    let place: Int
    switch code.constant {
    case LaneConstantA: place = 0
    case LaneConstantB: place = 1
    case LaneConstantC: place = 2
    default:
      place = 0
      if value(operands[0]) == nil { operands.swapAt(0, 1) }
    }
    guard place < operands.count, let value = value(operands[place]) else { return }
    constant = (value, place)
  }

  var registersRead: [UInt16] { operands.indices.filter { $0 != constant?.operand }.map { operands[$0] } }

  var instruction: LaneInstruction {
    /// A register that is not read may be any, if it is there.
    func distance(_ operand: Int) -> UInt32 {
      operand < operands.count && operand != constant?.operand ? UInt32(operands[operand]) * 64 : 0
    }
    let run =
      switch (constant == nil, isStored) {
      case (true, false): code.plain
      case (true, true): code.stored
      case (false, false): code.ofConstant
      case (false, true): code.ofConstantStored
      }
    return LaneInstruction(
      code: run, constant: constant?.value ?? 0, target: UInt32(target) * 64, a: distance(0), b: distance(1),
      c: distance(2))
  }
}
