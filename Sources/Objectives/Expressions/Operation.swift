/// What a node of an expression's graph, or an instruction of its program, computes from its operands a, b, c.
enum Operation: UInt8 {
  // Plain arithmetic, in the order of the code for eight points, which is in C (`CExpressions`).
  case negate, square, sqrt, abs, floor
  /// a to the whole power that `b` says.
  case wholePower
  case add, subtract, multiply, divide, min, max
  case select
  // Several operations in one instruction; only programs have them. Each rounds as the operations it stands for.
  /// a² + b, a² − b, b − a².
  case squareAdd, squareSubtract, subtractSquare
  /// a b².
  case multiplySquare
  /// a b + c, a b − c, c − a b.
  case multiplyAdd, multiplySubtract, subtractProduct
  /// (a − b)², (a − b)² + c, c (b − a²)².
  case squareOfDifference, squareOfDifferenceAdd, multiplySquareOfSubtractSquare
  // The same on p, what the step before computed: taken as it is, not from its register, which takes longer than a sum.
  /// p + a, p − a, a − p, a p, p / a, p², a p².
  case previousAdd, previousSubtract, subtractPrevious, multiplyPrevious, previousDivide, previousSquare
  case multiplyPreviousSquare
  /// p² + a, a p + b, b − a p, p / a + b, (p − a)², (p − a)² + b.
  case previousSquareAdd, multiplyPreviousAdd, subtractMultipleOfPrevious, previousDivideAdd
  case squareOfPreviousDifference, squareOfPreviousDifferenceAdd
  /// p + a², p − a², p + a b, p − a b, p + (a − b)².
  case previousAddSquare, previousSubtractSquare, previousAddProduct, previousSubtractProduct
  case previousAddSquareOfDifference
  /// (p + a²) + b², (p + a b) + c², (p + (a − b)²) + c.
  case previousAddSquares, previousAddProductAddSquare, previousAddSquareOfDifferenceAdd
  // Functions.
  case exp, expm1, log, log1p, sin, cos, tan, sinPi, cosPi, tanh, atan, logistic, pow
  // Without operands; `a` says which.
  case coordinate, literal, pi, e

  /// How many of a, b, c are operands.
  var arity: Int {
    switch self {
    case .coordinate, .literal, .pi, .e, .previousSquare: 0
    case .negate, .square, .sqrt, .abs, .exp, .expm1, .log, .log1p, .sin, .cos, .tan, .sinPi, .cosPi, .tanh, .atan,
      .logistic, .floor, .wholePower, .previousAdd, .previousSubtract, .subtractPrevious, .multiplyPrevious,
      .previousDivide, .multiplyPreviousSquare, .previousSquareAdd, .squareOfPreviousDifference, .previousAddSquare,
      .previousSubtractSquare:
      1
    case .add, .subtract, .multiply, .divide, .pow, .min, .max, .squareAdd, .squareSubtract, .subtractSquare,
      .multiplySquare, .squareOfDifference, .multiplyPreviousAdd, .subtractMultipleOfPrevious, .previousDivideAdd,
      .squareOfPreviousDifferenceAdd, .previousAddProduct, .previousSubtractProduct, .previousAddSquareOfDifference,
      .previousAddSquares:
      2
    case .select, .multiplyAdd, .multiplySubtract, .subtractProduct, .squareOfDifferenceAdd,
      .multiplySquareOfSubtractSquare, .previousAddProductAddSquare, .previousAddSquareOfDifferenceAdd:
      3
    }
  }

  /// Whether p is an operand, what the step before computed.
  var takesPrevious: Bool {
    (Operation.previousAdd.rawValue...Operation.previousAddSquareOfDifferenceAdd.rawValue).contains(rawValue)
  }

  /// Whether the operands may change places without changing a bit.
  var isCommutative: Bool { self == .add || self == .multiply }
}
