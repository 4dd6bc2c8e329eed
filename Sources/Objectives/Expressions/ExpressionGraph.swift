/// An expression as a graph in which every sub-expression stands once, in an order in which it can be computed.
///
/// Nodes are made through the methods below, which simplify only where the value stays the same number: constants are
/// folded as exact ratios, x·x becomes a square, cos(2·pi·x) becomes cosPi(2·x). What is not exact is left to the scalar
/// that the program runs in, so that an interval encloses it.
struct ExpressionGraph {
  typealias ID = Int32

  struct Node: Hashable {
    var operation: Operation
    var a: ID = 0
    var b: ID = 0
    var c: ID = 0

    /// The nodes that this one is computed from.
    var operands: ArraySlice<ID> { [a, b, c].prefix(operation.arity) }
  }

  private(set) var nodes: [Node] = []
  /// Whether a node depends on no coordinate.
  private(set) var isConstant: [Bool] = []
  private(set) var literals: [Literal] = []
  private var known: [Node: ID] = [:]
  private var knownLiterals: [Literal: ID] = [:]
  /// Answers of `withoutPi`, negative for "no".
  private var quotientsByPi: [ID: ID] = [:]

  subscript(_ id: ID) -> Node { nodes[Int(id)] }

  private mutating func node(_ operation: Operation, _ a: ID = 0, _ b: ID = 0, _ c: ID = 0) -> ID {
    var node = Node(operation: operation, a: a, b: b, c: c)
    if operation.isCommutative, a > b { (node.a, node.b) = (b, a) }
    if let id = known[node] { return id }
    let id = ID(nodes.count)
    nodes.append(node)
    isConstant.append(operation != .coordinate && node.operands.allSatisfy { isConstant[Int($0)] })
    known[node] = id
    return id
  }

  /// The exact value of a node, where it is known as a ratio.
  func ratio(_ id: ID) -> Rational? {
    let node = self[id]
    guard node.operation == .literal, case .ratio(let ratio) = literals[Int(node.a)] else { return nil }
    return ratio
  }
}

// MARK: Leaves

extension ExpressionGraph {
  mutating func literal(_ literal: Literal) -> ID {
    if let id = knownLiterals[literal] { return id }
    literals.append(literal)
    let id = node(.literal, ID(literals.count - 1))
    knownLiterals[literal] = id
    return id
  }

  mutating func whole(_ value: Int) -> ID { literal(.ratio(Rational(value))) }
  mutating func coordinate(_ index: Int) -> ID { node(.coordinate, ID(index)) }
  mutating func pi() -> ID { node(.pi) }
  mutating func e() -> ID { node(.e) }
}

// MARK: Arithmetic

extension ExpressionGraph {
  mutating func negate(_ a: ID) -> ID {
    if let ratio = ratio(a) { return literal(.ratio(ratio.negated)) }
    let inner = self[a]
    switch inner.operation {
    case .negate: return inner.a
    case .multiply where ratio(inner.a) != nil: return multiply(negate(inner.a), inner.b)
    default: return node(.negate, a)
    }
  }

  mutating func add(_ a: ID, _ b: ID) -> ID {
    if let left = ratio(a), let right = ratio(b), let sum = left.adding(right) { return literal(.ratio(sum)) }
    if ratio(a)?.numerator == 0 { return b }
    if ratio(b)?.numerator == 0 { return a }
    if self[b].operation == .negate { return subtract(a, self[b].a) }
    return node(.add, a, b)
  }

  mutating func subtract(_ a: ID, _ b: ID) -> ID {
    if let left = ratio(a), let right = ratio(b), let difference = left.adding(right.negated) {
      return literal(.ratio(difference))
    }
    if ratio(b)?.numerator == 0 { return a }
    if ratio(a)?.numerator == 0 { return negate(b) }
    if self[b].operation == .negate { return add(a, self[b].a) }
    return node(.subtract, a, b)
  }

  mutating func multiply(_ a: ID, _ b: ID) -> ID {
    if let left = ratio(a), let right = ratio(b), let product = left.multiplied(by: right) {
      return literal(.ratio(product))
    }
    if a == b { return node(.square, a) }
    for (factor, other) in [(a, b), (b, a)] {
      switch ratio(factor)?.whole {
      case 1: return other
      case -1: return negate(other)
      default: break
      }
    }
    return node(.multiply, a, b)
  }

  mutating func divide(_ a: ID, _ b: ID) -> ID {
    if let divisor = ratio(b) {
      if let dividend = ratio(a), let quotient = dividend.divided(by: divisor) { return literal(.ratio(quotient)) }
      // A product by an exact reciprocal has the same bits, and is many times as fast.
      if let reciprocal = Rational(1).divided(by: divisor), reciprocal.exactDouble != nil {
        return multiply(literal(.ratio(reciprocal)), a)
      }
    }
    return node(.divide, a, b)
  }

  /// a to the power b.
  ///
  /// - Parameter multipliesOut: whether fourth and sixth powers are products; otherwise they are within two units in the
  ///   last place, as other powers are.
  mutating func power(_ a: ID, _ b: ID, multipliesOut: Bool = true) -> ID {
    if let exponent = ratio(b) {
      if let whole = exponent.whole, let small = ID(exactly: whole) {
        return power(a, whole: small, multipliesOut: multipliesOut)
      }
      if exponent.numerator == 1, exponent.denominator == 2 { return node(.sqrt, a) }
    }
    return self[a].operation == .e ? node(.exp, b) : node(.pow, a, b)
  }

  private mutating func power(_ a: ID, whole exponent: ID, multipliesOut: Bool) -> ID {
    switch exponent {
    case 0: return whole(1)
    case 1: return a
    case 2: return multiply(a, a)
    // Multiplied out, as compiled formulas are: x⁶ is within 3.52 units in the last place, where a power of its own would
    // be within two and take many times as long. Even powers lose nothing in intervals that way.
    case 4 where multipliesOut, 6 where multipliesOut:
      let square = multiply(a, a)
      let fourth = multiply(square, square)
      return exponent == 4 ? fourth : multiply(square, fourth)
    default: break
    }
    if let base = ratio(a), exponent.magnitude <= 64 {
      var result: Rational? = Rational(1)
      for _ in 0..<exponent.magnitude {
        result = result.flatMap { exponent > 0 ? $0.multiplied(by: base) : $0.divided(by: base) }
      }
      if let result { return literal(.ratio(result)) }
    }
    return node(.wholePower, a, exponent)
  }

  mutating func function(_ operation: Operation, _ a: ID) -> ID {
    switch operation {
    case .sin: if let turns = withoutPi(a) { return node(.sinPi, turns) }
    case .cos: if let turns = withoutPi(a) { return node(.cosPi, turns) }
    default: break
    }
    return node(operation, a)
  }

  mutating func minimum(_ a: ID, _ b: ID) -> ID { a == b ? a : node(.min, a, b) }
  mutating func maximum(_ a: ID, _ b: ID) -> ID { a == b ? a : node(.max, a, b) }
  /// Also of two equal branches: where the condition is undefined, so is the choice.
  mutating func select(_ condition: ID, _ positive: ID, _ other: ID) -> ID {
    node(.select, condition, positive, other)
  }
}

// MARK: Multiples of pi

extension ExpressionGraph {
  /// The expression whose product with π is `id`, where π can be divided out of it exactly.
  private mutating func withoutPi(_ id: ID) -> ID? {
    if let answer = quotientsByPi[id] { return answer < 0 ? nil : answer }
    let node = self[id]
    var quotient: ID?
    switch node.operation {
    case .pi: quotient = whole(1)
    case .negate: quotient = withoutPi(node.a).map { negate($0) }
    case .multiply:
      if let a = withoutPi(node.a) {
        quotient = multiply(a, node.b)
      } else if let b = withoutPi(node.b) {
        quotient = multiply(node.a, b)
      }
    case .divide: quotient = withoutPi(node.a).map { divide($0, node.b) }
    case .add: if let a = withoutPi(node.a), let b = withoutPi(node.b) { quotient = add(a, b) }
    case .subtract: if let a = withoutPi(node.a), let b = withoutPi(node.b) { quotient = subtract(a, b) }
    default: break
    }
    quotientsByPi[id] = quotient ?? -1
    return quotient
  }
}
