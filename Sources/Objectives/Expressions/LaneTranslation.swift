import CExpressions

/// Turns a program's instructions into steps for eight points.
///
/// Constants become part of their steps where the operation has a place for one, and results that only the next steps use
/// are not stored. Where then no register is left, coordinates are read where they are.
struct LaneTranslation {
  /// The steps, and one more that ends the program.
  private(set) var steps: [LaneInstruction] = []
  /// How many constants, from the first, are read from registers.
  private(set) var constants = 0
  /// Registers that have to be there; 0 where only coordinates are read.
  private(set) var registers = 0

  /// Nil where there is an instruction that is not plain arithmetic, or none at all.
  init?(_ allocation: RegisterAllocation, constants values: UnsafeBufferPointer<Double>) {
    guard !allocation.instructions.isEmpty else { return nil }
    let inputs = allocation.inputs
    let computed = inputs + values.count
    var forms: [Form] = []
    // The step that has written a register last.
    var writers: [UInt16: Int] = [:]
    for (index, instruction) in allocation.instructions.enumerated() {
      guard var form = Form(instruction) else { return nil }
      if instruction.operation == .previousAddSquareOfDifferenceAdd, index >= 2,
        writers[instruction.c] == index - 2
      {
        form.takeEarlier()
      }
      form.takeConstant { register in
        (inputs..<computed).contains(Int(register)) ? values[Int(register) - inputs] : nil
      }
      for register in form.registersRead {
        if let writer = writers[register] { forms[writer].isStored = true }
        if (inputs..<computed).contains(Int(register)) { constants = max(constants, Int(register) - inputs + 1) }
      }
      writers[instruction.target] = index
      forms.append(form)
    }
    steps = forms.map(\.step) + [LaneInstruction()]
    if constants > 0 || forms.contains(where: \.isStored) { registers = allocation.count }
  }

  /// A step that is being made.
  private struct Form {
    var code: LaneOperation
    /// Registers, as many as the operation has operands.
    var operands: [UInt16]
    let target: UInt16
    var isStored = false
    /// A constant, and the operand that it is.
    private var constant: (value: Double, operand: Int)?

    init?(_ instruction: Instruction) {
      let operation = instruction.operation
      switch (operation, instruction.exponent) {
      case (.wholePower, 4): code = laneOperation(Int32(LaneFourthPower)).pointee
      case (.wholePower, 3): code = laneOperation(Int32(operation.rawValue)).pointee
      case (.wholePower, _): return nil
      default:
        guard operation.rawValue < LaneOperations else { return nil }
        code = laneOperation(Int32(operation.rawValue)).pointee
      }
      operands = Array([instruction.a, instruction.b, instruction.c].prefix(operation.arity))
      target = instruction.target
    }

    /// p + (a − b)² + q instead of p + (a − b)² + c.
    mutating func takeEarlier() {
      code = laneOperation(Int32(LaneAddEarlier)).pointee
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

    var step: LaneInstruction {
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
}
