import CExpressions

/// Turns a program's instructions into steps for eight points.
///
/// Constants become part of their steps where the operation has a place for one, and results that only the next steps use
/// are not stored. Powers of coordinates are no steps: they are computed again within those that use them, with the same
/// bits, since two products take less than a step does, or than storing and reading a result. Where then no register is
/// left, coordinates are read where they are.
struct LaneTranslation {
  /// How many constants, from the first, are read from registers.
  private(set) var constants = 0
  /// Registers that have to be there; 0 where only coordinates are read.
  private(set) var registers = 0

  private let inputs: Int
  private let values: UnsafeBufferPointer<Double>
  /// Powers that some step can only read from a register, which are computed first.
  private var first: [LaneStep] = []
  private var rest: [LaneStep] = []
  /// What registers hold at this place of the program.
  private var contents: [UInt16: Content]
  /// What the instruction before computed, if it is a power that no step has computed.
  private var pending: CoordinatePower?
  private var firstRegisters: [(power: CoordinatePower, register: UInt16)] = []
  private var nextRegister: Int

  private enum Content {
    case coordinate
    case power(CoordinatePower)
    /// The result of this one of the rest of the steps.
    case result(Int)
  }

  /// Nil where there is an instruction that is not plain arithmetic, or none at all.
  init?(_ allocation: RegisterAllocation, constants values: UnsafeBufferPointer<Double>) {
    guard let last = allocation.instructions.last else { return nil }
    inputs = allocation.inputs
    self.values = values
    nextRegister = allocation.count
    contents = Dictionary(uniqueKeysWithValues: (0..<inputs).map { (UInt16($0), .coordinate) })
    for instruction in allocation.instructions {
      if let power = computedPower(instruction) {
        contents[instruction.target] = .power(power)
        pending = power
        continue
      }
      if let step = stepOfPower(instruction) {
        append(step)
      } else if let step = LaneStep(instruction) {
        append(step, of: instruction)
      } else {
        return nil
      }
      contents[instruction.target] = .result(rest.count - 1)
      pending = nil
    }
    computePending(target: last.target)
    guard nextRegister <= RegisterAllocation.most else { return nil }
    if constants > 0 || !first.isEmpty || rest.contains(where: \.isStored) { registers = nextRegister }
  }

  /// The steps, and one more that ends the program.
  var steps: [LaneInstruction] { (first + rest).map(\.instruction) + [LaneInstruction()] }

  private func power(in register: UInt16) -> CoordinatePower? {
    if case .power(let power) = contents[register] { power } else { nil }
  }

  /// Whether the last step has computed what `register` holds.
  private func isLast(_ register: UInt16) -> Bool {
    if case .result(let step) = contents[register] { step == rest.count - 1 } else { false }
  }
}

// MARK: Powers

extension LaneTranslation {
  /// What `instruction` computes, if it is a power of a coordinate.
  private func computedPower(_ instruction: Instruction) -> CoordinatePower? {
    let a = power(in: instruction.a)
    switch instruction.operation {
    case .square: return power(of: instruction.a, .second) ?? a?.squared
    case .wholePower where instruction.exponent == 3: return power(of: instruction.a, .third)
    case .previousSquare: return pending?.squared
    case .multiply: return power(in: instruction.b).flatMap { a?.times($0) }
    case .multiplyPrevious: return pending.flatMap { a?.times($0) }
    default: return nil
    }
  }

  private func power(of register: UInt16, _ exponent: CoordinatePower.Exponent) -> CoordinatePower? {
    guard case .coordinate = contents[register] else { return nil }
    return CoordinatePower(coordinate: register, exponent: exponent)
  }

  /// A step that computes a power along with what `instruction` does with it; nil where there is no such operation.
  private mutating func stepOfPower(_ instruction: Instruction) -> LaneStep? {
    let (a, b, c, target) = (instruction.a, instruction.b, instruction.c, instruction.target)
    switch instruction.operation {
    // On p, which may have to be computed first.
    case .previousAdd:
      if let power = power(in: a) { return afterPending(.init(LanePreviousAddPower, power, target: target)) }
      return pending.flatMap { isLast(a) ? LaneStep(LanePreviousAddPower, $0, target: target) : nil }
    case .previousSubtract:
      return power(in: a).flatMap { afterPending(.init(LanePreviousSubtractPower, $0, target: target)) }
    case .multiplyPrevious:
      if let pending, power(in: a) == nil { return LaneStep(LanePowerMultiple, pending, factor: a, target: target) }
      return power(in: a).flatMap { afterPending(.init(LanePreviousMultiplyPower, $0, target: target)) }
    case .previousAddProduct:
      return multiple(a, b).flatMap {
        afterPending(.init(LanePreviousAddMultiple, $0.power, factor: $0.factor, target: target))
      }
    case .previousSubtractProduct:
      return multiple(a, b).flatMap {
        afterPending(.init(LanePreviousSubtractMultiple, $0.power, factor: $0.factor, target: target))
      }
    // With a power for p and what was computed before it.
    case .subtractPrevious:
      return pending.flatMap { isLast(a) ? LaneStep(LanePreviousSubtractPower, $0, target: target) : nil }
    case .multiplyPreviousAdd:
      return pending.flatMap { isLast(b) ? LaneStep(LanePreviousAddMultiple, $0, factor: a, target: target) : nil }
    case .subtractMultipleOfPrevious:
      return pending.flatMap { isLast(b) ? LaneStep(LanePreviousSubtractMultiple, $0, factor: a, target: target) : nil }
    case .previousDivideAdd:
      return pending.flatMap { isLast(b) ? LaneStep(LanePreviousAddQuotient, $0, factor: a, target: target) : nil }
    // Without p, on what was computed last or on nothing.
    case .add:
      for (power, other) in [(power(in: a), b), (power(in: b), a)] {
        if let power, isLast(other) { return LaneStep(LanePreviousAddPower, power, target: target) }
      }
      return nil
    case .multiplyAdd:
      return multiple(a, b).flatMap {
        isLast(c) ? LaneStep(LanePreviousAddMultiple, $0.power, factor: $0.factor, target: target) : nil
      }
    case .subtractProduct:
      return multiple(a, b).flatMap {
        isLast(c) ? LaneStep(LanePreviousSubtractMultiple, $0.power, factor: $0.factor, target: target) : nil
      }
    case .multiply:
      return multiple(a, b).map { LaneStep(LanePowerMultiple, $0.power, factor: $0.factor, target: target) }
    case .multiplySquare:
      return power(in: b)?.squared.map { LaneStep(LanePowerMultiple, $0, factor: a, target: target) }
    default: return nil
    }
  }

  /// Which of two factors is a power.
  private func multiple(_ a: UInt16, _ b: UInt16) -> (factor: UInt16, power: CoordinatePower)? {
    power(in: b).map { (a, $0) } ?? power(in: a).map { (b, $0) }
  }

  /// `step`, which is about to take p from the step before, that being there.
  private mutating func afterPending(_ step: LaneStep) -> LaneStep {
    computePending(target: step.target)
    return step
  }

  /// Computes the power that is pending in a step, which nobody reads from its `target`.
  private mutating func computePending(target: UInt16) {
    guard let power = pending else { return }
    rest.append(LaneStep(LanePowerItself, power, target: target))
    pending = nil
  }
}

// MARK: Steps

extension LaneTranslation {
  private mutating func append(_ step: LaneStep, of instruction: Instruction) {
    if instruction.operation.takesPrevious { computePending(target: instruction.target) }
    var step = step
    switch (instruction.operation, contents[instruction.operation.arity == 3 ? instruction.c : instruction.b]) {
    case (.previousAddSquareOfDifferenceAdd, .result(rest.count - 2)): step.takeEarlier(Int(LaneAddEarlier))
    case (.squareOfPreviousDifferenceAdd, .result(rest.count - 2)):
      step.takeEarlier(Int(LaneSquareOfPreviousDifferenceAddEarlier))
    default: break
    }
    append(step)
  }

  private mutating func append(_ step: LaneStep) {
    var step = step
    let computed = inputs + values.count
    step.takeConstant { register in
      (inputs..<computed).contains(Int(register)) ? values[Int(register) - inputs] : nil
    }
    for register in step.registersRead {
      switch contents[register] {
      case .result(let writer): rest[writer].isStored = true
      case .power(let power): step.replace(register, by: storedRegister(of: power))
      case .coordinate: break
      case nil: constants = max(constants, Int(register) - inputs + 1)
      }
    }
    rest.append(step)
  }

  /// A register that holds `power` from the beginning.
  private mutating func storedRegister(of power: CoordinatePower) -> UInt16 {
    if let known = firstRegisters.first(where: { $0.power == power }) { return known.register }
    let register = UInt16(truncatingIfNeeded: nextRegister)
    nextRegister += 1
    var step = LaneStep(LanePowerItself, power, target: register)
    step.isStored = true
    first.append(step)
    firstRegisters.append((power, register))
    return register
  }
}
