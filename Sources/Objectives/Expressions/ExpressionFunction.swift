/// A function that expressions can call; the raw value is its name.
enum ExpressionFunction: String, CaseIterable {
  case sqrt, abs, exp, expm1, log, log1p, sin, cos, tan, sinpi, cospi, tanh, atan, logistic, floor
  case pow, min, max, select

  /// How many arguments the function takes.
  var arguments: ClosedRange<Int> {
    switch self {
    case .pow: 2...2
    case .min, .max: 2...100
    case .select: 3...3
    default: 1...1
    }
  }

  /// The arguments in words.
  var signature: String {
    switch self {
    case .pow: "pow(x, y)"
    case .min, .max: "\(rawValue)(x, y, …)"
    case .select: "select(condition, positive, other)"
    default: "\(rawValue)(x)"
    }
  }
}
