import Scalars

/// How the constants of a program come from the literals of its expression, in any scalar.
struct ConstantSetup: Sendable {
  private let literals: [Literal]
  /// The steps, each writing the register that has its own number.
  private let steps: [Instruction]
  /// The registers that hold the program's constants.
  private let results: [Int]

  /// Nil where there are more constants than registers.
  init?(_ graph: ExpressionGraph, constants: [ExpressionGraph.ID]) {
    var isUsed = [Bool](repeating: false, count: graph.nodes.count)
    for id in constants { isUsed[Int(id)] = true }
    for id in graph.nodes.indices.reversed() where isUsed[id] {
      for operand in graph.nodes[id].operands { isUsed[Int(operand)] = true }
    }
    var registers: [ExpressionGraph.ID: UInt16] = [:]
    var steps: [Instruction] = []
    for (id, node) in graph.nodes.enumerated() where isUsed[id] {
      guard let target = UInt16(exactly: steps.count) else { return nil }
      registers[ExpressionGraph.ID(id)] = target
      let operands = node.operands.map { registers[$0] ?? 0 }
      steps.append(
        Instruction(
          operation: node.operation, target: target, a: operands.first ?? 0, b: operands.count > 1 ? operands[1] : 0,
          c: operands.count > 2 ? operands[2] : 0,
          exponent: node.operation == .wholePower ? node.b : node.operation == .literal ? node.a : 0))
    }
    literals = graph.literals
    self.steps = steps
    results = constants.map { Int(registers[$0] ?? 0) }
  }

  var count: Int { results.count }

  /// The constants in the order of their registers.
  func constants<S: RealScalar>(_ type: S.Type = S.self) -> [S] {
    var registers = [S](repeating: 0, count: steps.count)
    registers.withUnsafeMutableBufferPointer { buffer in
      for step in steps {
        switch step.operation {
        case .literal: buffer[Int(step.target)] = literals[Int(step.exponent)].scalar()
        case .pi: buffer[Int(step.target)] = S.pi
        case .e: buffer[Int(step.target)] = S.e
        default:
          if let base = buffer.baseAddress { buffer[Int(step.target)] = step.value(on: base, previous: base[0]) }
        }
      }
    }
    return results.map { registers[$0] }
  }
}

extension Literal {
  /// The number in `S`: itself where a double is exactly it, else what `S` makes of the nearest one or of the ratio.
  func scalar<S: RealScalar>() -> S {
    switch self {
    case .decimal(let value): return S(decimal: value)
    case .ratio(let ratio):
      if let value = ratio.exactDouble { return S(value) }
      let nearest = Double(ratio.numerator) / Double(ratio.denominator)
      // Multiples of 1/256 are taken for exact, which this ratio is not.
      if nearest * 256 != (nearest * 256).rounded(.towardZero) { return S(decimal: nearest) }
      return S(Double(ratio.numerator)) / S(Double(ratio.denominator))
    }
  }
}
