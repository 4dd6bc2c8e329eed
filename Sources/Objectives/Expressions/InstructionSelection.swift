/// Which nodes of a graph become steps of a program, in which order, and which of them are joined into one.
///
/// A node that only one other uses may be computed within that one's instruction: (x − y)² + c is one step, not three.
struct InstructionSelection {
  typealias ID = ExpressionGraph.ID

  /// A step that computes node `id`.
  struct Step {
    let id: ID
    let node: ExpressionGraph.Node
  }

  private(set) var steps: [Step] = []
  /// The nodes without coordinates that the steps, or the result, use; ascending.
  private(set) var constants: [ID] = []
  /// The step that is the last to read a node from its register; .max for the root.
  private(set) var lastUse: [ID: Int] = [:]
  private let graph: ExpressionGraph
  /// How often a node is used by nodes that are computed.
  private var uses: [Int]

  init(_ graph: ExpressionGraph, root: ID) {
    self.graph = graph
    uses = Array(repeating: 0, count: graph.nodes.count)
    uses[Int(root)] = 1
    // From the root down: a node stands behind its operands.
    for id in graph.nodes.indices.reversed() where uses[id] > 0 && !graph.isConstant[id] {
      for operand in graph.nodes[id].operands { uses[Int(operand)] += 1 }
    }
    var joined = Set<ID>()
    var chosen: [Step] = []
    for id in graph.nodes.indices.reversed() where uses[id] > 0 && !graph.isConstant[id] {
      let node = graph.nodes[id]
      guard node.operation != .coordinate, !joined.contains(ID(id)) else { continue }
      let (step, parts) = joining(node)
      joined.formUnion(parts)
      chosen.append(Step(id: ID(id), node: step))
    }
    for step in Self.squaringAtOnce(chosen.reversed()) { append(step) }
    for (index, step) in steps.enumerated() {
      for operand in step.node.operands { lastUse[operand] = index }
    }
    lastUse[root] = .max
    constants = lastUse.keys.filter { graph.isConstant[Int($0)] }.sorted()
  }

  /// The steps in an order in which the square of a result comes right behind it, which then need not be read from its
  /// register: a high power is a chain of such squares, for which all else waits.
  private static func squaringAtOnce(_ steps: [Step]) -> [Step] {
    var squares: [ID: Step] = [:]
    for step in steps where step.node.operation == .square { squares[step.node.a] = step }
    var moved = Set<ID>()
    var result: [Step] = []
    for step in steps where !moved.contains(step.id) {
      var next = step
      result.append(next)
      while let square = squares[next.id] {
        result.append(square)
        moved.insert(square.id)
        next = square
      }
    }
    return result
  }

  /// Joined with the step before, or at least taking its result from there, where that is possible.
  private mutating func append(_ step: Step) {
    guard let last = steps.last, let node = step.node.taking(previous: last.id) else { return steps.append(step) }
    if uses[Int(last.id)] == 1, let joined = last.node.joined(with: node) {
      steps[steps.count - 1] = Step(id: step.id, node: joined)
    } else {
      steps.append(Step(id: step.id, node: node))
    }
  }

  func isLastUse(of id: ID, at step: Int) -> Bool { lastUse[id] == step }
  /// Whether only the next step uses what a step computes, and that not from a register.
  func isPassedOn(_ id: ID) -> Bool { lastUse[id] == nil }

  /// `node` with operands that only it uses computed on the way, and those operands.
  private func joining(_ node: ExpressionGraph.Node) -> (node: ExpressionGraph.Node, parts: [ID]) {
    typealias Node = ExpressionGraph.Node
    let (a, b) = (node.a, node.b)
    switch node.operation {
    case .square:
      guard let inner = single(a, .subtract) else { break }
      return (Node(operation: .squareOfDifference, a: inner.a, b: inner.b), [a])
    case .multiply:
      for (part, rest) in [(b, a), (a, b)] {
        if let square = single(part, .square) {
          return (Node(operation: .multiplySquare, a: rest, b: square.a), [part])
        }
      }
    case .add:
      for (part, rest) in [(b, a), (a, b)] {
        if let square = single(part, .square) {
          if let inner = single(square.a, .subtract) {
            return (Node(operation: .squareOfDifferenceAdd, a: inner.a, b: inner.b, c: rest), [part, square.a])
          }
          return (Node(operation: .squareAdd, a: square.a, b: rest), [part])
        }
        if let product = single(part, .multiply) {
          return (Node(operation: .multiplyAdd, a: product.a, b: product.b, c: rest), [part])
        }
      }
    case .subtract:
      if let square = single(b, .square) { return (Node(operation: .subtractSquare, a: square.a, b: a), [b]) }
      if let product = single(b, .multiply) {
        return (Node(operation: .subtractProduct, a: product.a, b: product.b, c: a), [b])
      }
      if let square = single(a, .square) { return (Node(operation: .squareSubtract, a: square.a, b: b), [a]) }
      if let product = single(a, .multiply) {
        return (Node(operation: .multiplySubtract, a: product.a, b: product.b, c: b), [a])
      }
    default: break
    }
    return (node, [])
  }

  /// The node, if it is that operation, depends on coordinates and is used once.
  private func single(_ id: ID, _ operation: Operation) -> ExpressionGraph.Node? {
    let node = graph[id]
    return node.operation == operation && uses[Int(id)] == 1 && !graph.isConstant[Int(id)] ? node : nil
  }
}
