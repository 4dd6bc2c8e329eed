import Scalars

/// Formulas that derivatives.py differentiates too.
enum Formula {
  static func one<S: RealScalar>(_ name: String, _ x: S) -> S? {
    switch name {
    case "square": S.square(x)
    case "sqrt": S.sqrt(x)
    case "abs": S.abs(x)
    case "exp": S.exp(x)
    case "log": S.log(x)
    case "sin": S.sin(x)
    case "cos": S.cos(x)
    case "sinPi": S.sinPi(x)
    case "cosPi": S.cosPi(x)
    case "cube": S.cube(x)
    case "fourthPower": S.fourthPower(x)
    case "reciprocal": 1 / x
    case "tan": S.tan(x)
    case "atan": S.atan(x)
    case "tanh": S.tanh(x)
    case "logistic": S.logistic(x)
    case "expm1": S.expm1(x)
    case "log1p": S.log1p(x)
    case "pow": S.pow(x, 2.75)
    case "inverse": S.power(x, -3)
    case "seventh": S.power(x, 7)
    case "exponent": S.pow(0.375, x)
    case "self": S.pow(x, x)
    default: nil
    }
  }

  static func composite<S: RealScalar>(_ x: S, _ y: S) -> S {
    let a = S.exp(S.sin(x * y)) / (1 + y * y)
    let b = S.sqrt(x * x + 1) * S.log(2 + S.cos(y))
    let c = S.sinPi(x) * S.cosPi(y) - S.cube(S.abs(x - 2 * y))
    return a + b - c / (3 + S.fourthPower(x))
  }

  /// Every operation once more, with kinks: only the value is compared.
  static func everything<S: RealScalar>(_ x: S, _ y: S) -> S {
    let edge = S.max(x, S.cos(y)) - S.min(-y, S.square(x))
    let bent = S.tanh(x) + S.atan(y) * S.logistic(x) - S.log1p(S.square(y)) + S.expm1(-S.abs(x))
    let powers = S.power(y, 5) - S.pow(S.abs(x), 1.5) * S.tan(0.25 * S.sin(x))
    let steps = S.select(x - y, S.square(x), y) + S.floor(x) / (4 + S.power(y, 2))
    return composite(x, y) * edge + S.pi * S.e - S.cosPi(y) + bent - powers * steps
  }

  /// The numbers of one line of derivatives.txt.
  struct Line {
    var name: String
    var numbers: [Double]

    static func all() throws -> [Line] {
      try Fixture.lines("derivatives").map { line in
        let words = line.split(separator: " ")
        return Line(name: String(words[0]), numbers: words.dropFirst().compactMap { Double($0) })
      }
    }
  }
}

/// Within `tolerance` of `expected`, relative to the larger of `expected` and `scale`.
func isClose(_ value: Double, _ expected: Double, scale: Double = 0, tolerance: Double) -> Bool {
  (value - expected).magnitude <= tolerance * max(expected.magnitude, scale)
}
