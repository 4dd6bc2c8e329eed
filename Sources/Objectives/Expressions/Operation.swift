/// What a node of an expression's graph, or an instruction of its program, computes from its operands a, b, c.
enum Operation: UInt8 {
  // Without operands; `a` says which.
  case coordinate, literal, pi, e
  case negate, square, sqrt, abs, exp, expm1, log, log1p, sin, cos, tan, sinPi, cosPi, tanh, atan, logistic, floor
  /// a to the whole power that `b` says.
  case wholePower
  case add, subtract, multiply, divide, pow, min, max
  case select
  // Several operations in one instruction; only programs have them. Each rounds as the operations it stands for.
  /// a² + b, a² − b, b − a².
  case squareAdd, squareSubtract, subtractSquare
  /// a b².
  case multiplySquare
  /// a b + c, a b − c, c − a b.
  case multiplyAdd, multiplySubtract, subtractProduct
  /// (a − b)², (a − b)² + c.
  case squareOfDifference, squareOfDifferenceAdd

  /// How many of a, b, c are operands.
  var arity: Int {
    switch self {
    case .coordinate, .literal, .pi, .e: 0
    case .negate, .square, .sqrt, .abs, .exp, .expm1, .log, .log1p, .sin, .cos, .tan, .sinPi, .cosPi, .tanh, .atan,
      .logistic, .floor, .wholePower:
      1
    case .add, .subtract, .multiply, .divide, .pow, .min, .max, .squareAdd, .squareSubtract, .subtractSquare,
      .multiplySquare, .squareOfDifference:
      2
    case .select, .multiplyAdd, .multiplySubtract, .subtractProduct, .squareOfDifferenceAdd: 3
    }
  }

  /// Whether the operands may change places without changing a bit.
  var isCommutative: Bool { self == .add || self == .multiply }
}
