/// Gives every step a register, the one freed last where there is one: few registers stay in the nearest memory.
struct RegisterAllocation {
  typealias ID = ExpressionGraph.ID

  /// Registers are numbered in 16 bits.
  static let most = 65_535

  /// How many coordinates there are.
  let inputs: Int
  private(set) var instructions: [Instruction] = []
  /// Registers in use at some time: coordinates, constants, then what is computed.
  private(set) var count: Int
  private var registers: [ID: Int] = [:]
  private var free: [Int] = []
  private let firstComputed: Int

  init(_ graph: ExpressionGraph, inputs: Int, constants: [ID]) {
    self.inputs = inputs
    firstComputed = inputs + constants.count
    count = firstComputed
    for (id, node) in graph.nodes.enumerated() where node.operation == .coordinate { registers[ID(id)] = Int(node.a) }
    for (index, id) in constants.enumerated() { registers[id] = inputs + index }
  }

  /// Where a node's value is, from its step to its last use.
  func register(of id: ID) -> Int { registers[id] ?? 0 }

  mutating func append(_ step: InstructionSelection.Step, of selection: InstructionSelection) {
    let node = step.node
    let operands = node.operands.map { UInt16(truncatingIfNeeded: register(of: $0)) }
    // An instruction reads before it writes, so that its target may be an operand that nobody needs any more.
    for operand in Set(node.operands).sorted() where selection.isLastUse(of: operand, at: instructions.count) {
      if register(of: operand) >= firstComputed { free.append(register(of: operand)) }
    }
    let target = free.popLast() ?? count
    count = Swift.max(count, target + 1)
    registers[step.id] = target
    if selection.isPassedOn(step.id) { free.append(target) }
    instructions.append(
      Instruction(
        operation: node.operation, target: UInt16(truncatingIfNeeded: target), a: operands.first ?? 0,
        b: operands.count > 1 ? operands[1] : 0, c: operands.count > 2 ? operands[2] : 0,
        exponent: node.operation == .wholePower ? node.b : 0))
  }
}
