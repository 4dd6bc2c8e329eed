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
  private var made: [LaneStep] = []
  /// What registers hold at this place of the program; nothing of constants.
  private var contents: [UInt16: Content]
  /// What the instruction before computed, if it is a power.
  private var previous: CoordinatePower?
  /// The same, if no step has computed it.
  private var pending: CoordinatePower?
  /// Instructions whose powers some step can only read from a register, though they are no steps.
  private var missing = Set<Int>()

  private enum Content {
    case coordinate
    /// The result of this step.
    case result(Int)
    /// What this instruction computes, and in which step, if in one.
    case power(CoordinatePower, instruction: Int, step: Int?)
  }

  /// Nil where there is an instruction that is not plain arithmetic, or none at all.
  init?(_ allocation: RegisterAllocation, constants values: UnsafeBufferPointer<Double>) {
    var stored = Set<Int>()
    // Each round finds more powers that have to be steps, or is the last; in the end, all are.
    for round in 0... {
      if round == 8 { stored = Set(allocation.instructions.indices) }
      guard let translation = Self(allocation, constants: values, stored: stored) else { return nil }
      if translation.missing.isEmpty {
        self = translation
        return
      }
      stored.formUnion(translation.missing)
    }
    return nil
  }

  /// The translation in which those instructions are steps that are `stored`, whatever they compute.
  private init?(_ allocation: RegisterAllocation, constants values: UnsafeBufferPointer<Double>, stored: Set<Int>) {
    guard let last = allocation.instructions.last else { return nil }
    inputs = allocation.inputs
    self.values = values
    contents = Dictionary(uniqueKeysWithValues: (0..<inputs).map { (UInt16($0), .coordinate) })
    for (index, instruction) in allocation.instructions.enumerated() {
      if let power = computedPower(instruction) {
        previous = power
        pending = power
        if stored.contains(index) { computePending(target: instruction.target) }
        contents[instruction.target] = .power(
          power, instruction: index, step: stored.contains(index) ? made.count - 1 : nil)
        continue
      }
      if let step = stepOfPower(instruction) {
        append(step)
      } else if let step = LaneStep(instruction) {
        append(step, of: instruction)
      } else {
        return nil
      }
      contents[instruction.target] = .result(made.count - 1)
      previous = nil
      pending = nil
    }
    computePending(target: last.target)
    if constants > 0 || made.contains(where: \.isStored) { registers = allocation.count }
  }

  /// The steps, and one more that ends the program.
  var steps: [LaneInstruction] { made.map(\.instruction) + [LaneInstruction()] }

  private func power(in register: UInt16) -> CoordinatePower? {
    if case .power(let power, _, _) = contents[register] { power } else { nil }
  }

  /// The step that has computed what `register` holds.
  private func writer(of register: UInt16) -> Int? {
    switch contents[register] {
    case .result(let step): step
    case .power(_, _, let step): step
    case .coordinate, nil: nil
    }
  }

  /// Whether the last step has computed what `register` holds.
  private func isLast(_ register: UInt16) -> Bool { writer(of: register) == made.count - 1 }
}

// MARK: Powers

extension LaneTranslation {
  /// What `instruction` computes, if it is a power of a coordinate.
  private func computedPower(_ instruction: Instruction) -> CoordinatePower? {
    let a = power(in: instruction.a)
    switch instruction.operation {
    case .square: return power(of: instruction.a, .second) ?? a?.squared
    case .wholePower where instruction.exponent == 3: return power(of: instruction.a, .third)
    case .previousSquare: return previous?.squared
    case .multiply: return power(in: instruction.b).flatMap { a?.times($0) }
    case .multiplyPrevious: return previous.flatMap { a?.times($0) }
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
    made.append(LaneStep(LanePowerItself, power, target: target))
    pending = nil
  }
}

// MARK: Steps

extension LaneTranslation {
  private mutating func append(_ step: LaneStep, of instruction: Instruction) {
    if instruction.operation.takesPrevious { computePending(target: instruction.target) }
    var step = step
    let beforeLast = made.count - 2
    switch instruction.operation {
    case .previousAddSquareOfDifferenceAdd where writer(of: instruction.c) == beforeLast:
      step.takeEarlier(Int(LaneAddEarlier))
    case .squareOfPreviousDifferenceAdd where writer(of: instruction.b) == beforeLast:
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
      case .result(let writer), .power(_, _, let writer?): made[writer].isStored = true
      case .power(_, let instruction, nil): missing.insert(instruction)
      case .coordinate: break
      case nil: constants = max(constants, Int(register) - inputs + 1)
      }
    }
    made.append(step)
  }
}
