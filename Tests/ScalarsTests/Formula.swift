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
    return composite(x, y) * edge + S.pi * S.e - S.cosPi(y)
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
