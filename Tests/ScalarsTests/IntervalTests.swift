import Scalars
import Testing

@Suite("Intervals at the edges")
struct IntervalTests {
  static let largest = Double.greatestFiniteMagnitude
  static let smallest = 0x1p-1074

  /// Points, half lines, zeros of both signs, and bounds where an operation overflows or underflows.
  static let corners: [Interval] = {
    let bounds: [Double] = [
      -.infinity, -largest, -1e200, -2, -1, -0.5, -1e-200, -smallest, -0.0, 0, smallest, 1e-200, 0.5, 1, 2, 3, 1e200,
      largest, .infinity,
    ]
    return bounds.indices.flatMap { i in
      bounds[i...].map { Interval(lower: bounds[i], upper: $0) }
        .filter { i % 2 == 0 || $0.lower == $0.upper || !$0.isBounded }
    }
  }()

  static let unary: [(String, @Sendable (Interval) -> Interval, @Sendable (Double) -> Double)] = [
    ("negative", { -$0 }, { -$0 }), ("square", Interval.square, Double.square), ("cube", Interval.cube, Double.cube),
    ("fourthPower", Interval.fourthPower, Double.fourthPower), ("sqrt", Interval.sqrt, Double.sqrt),
    ("abs", Interval.abs, Double.abs), ("floor", Interval.floor, Double.floor), ("exp", Interval.exp, Double.exp),
    ("expm1", Interval.expm1, Double.expm1), ("log", Interval.log, Double.log), ("log1p", Interval.log1p, Double.log1p),
    ("sin", Interval.sin, Double.sin), ("cos", Interval.cos, Double.cos), ("tan", Interval.tan, Double.tan),
    ("sinPi", Interval.sinPi, Double.sinPi), ("cosPi", Interval.cosPi, Double.cosPi),
    ("atan", Interval.atan, Double.atan), ("tanh", Interval.tanh, Double.tanh),
    ("logistic", Interval.logistic, Double.logistic), ("1/x", { 1 / $0 }, { 1 / $0 }),
    ("x⁻¹", { Interval.power($0, -1) }, { Double.power($0, -1) }),
    ("x⁻²", { Interval.power($0, -2) }, { Double.power($0, -2) }),
    ("x⁷", { Interval.power($0, 7) }, { Double.power($0, 7) }),
    ("x⁰", { Interval.power($0, 0) }, { Double.power($0, 0) }),
    ("x^0.5", { Interval.pow($0, 0.5) }, { Double.pow($0, 0.5) }),
    ("x^-3", { Interval.pow($0, -3) }, { Double.pow($0, -3) }),
  ]
  static let binary: [(String, @Sendable (Interval, Interval) -> Interval, @Sendable (Double, Double) -> Double)] = [
    ("+", { $0 + $1 }, { $0 + $1 }), ("-", { $0 - $1 }, { $0 - $1 }), ("*", { $0 * $1 }, { $0 * $1 }),
    ("/", { $0 / $1 }, { $0 / $1 }), ("max", Interval.max, Double.max), ("min", Interval.min, Double.min),
    ("pow", Interval.pow, Double.pow), ("select", { .select($0, $1, $0) }, { .select($0, $1, $0) }),
    ("hull", Interval.hull, { x, _ in x }),
  ]

  /// Some numbers of an interval, its finite bounds among them.
  static func members(_ x: Interval) -> [Double] {
    [x.lower, x.upper, x.midpoint, 0, 1, -1, 2, 0.75, smallest].filter { $0.isFinite && x.contains($0) }
  }

  @Test("a function of the corners is an interval that holds the function's values", arguments: unary.indices)
  func unaryCorners(_ index: Int) {
    let (name, function, value) = Self.unary[index]
    for x in Self.corners {
      let image = function(x)
      expectSound(image, "\(name) \(x)")
      for point in Self.members(x) { expectHolds(image, value(point), "\(name) \(point) in \(x)") }
    }
  }

  @Test("an operation on the corners gives an interval that holds the operation's values", arguments: binary.indices)
  func binaryCorners(_ index: Int) {
    let (name, function, value) = Self.binary[index]
    for x in Self.corners {
      for y in Self.corners {
        let image = function(x, y)
        expectSound(image, "\(x) \(name) \(y)")
        for a in Self.members(x) {
          for b in Self.members(y) { expectHolds(image, value(a, b), "\(a) \(name) \(b) in \(x) \(name) \(y)") }
        }
      }
    }
  }

  private func expectSound(_ x: Interval, _ what: @autoclosure () -> String) {
    let isSound = x.lower <= x.upper && x.lower < .infinity && x.upper > -.infinity
    if !isSound { Issue.record("\(what()) is \(x)") }
  }

  /// NaN is no value of a real function, and an infinite double stands for an overflow or a pole.
  private func expectHolds(_ image: Interval, _ value: Double, _ what: @autoclosure () -> String) {
    if value.isNaN || value.isInfinite && !image.isBounded { return }
    if !image.contains(value) { Issue.record("\(what()): \(image) does not hold \(value)") }
  }

  @Test("NaN and disordered bounds are the entire line; what is undefined everywhere, too")
  func undefined() {
    let nowhere: [Interval] = [
      Interval(.nan), Interval(lower: 2, upper: 1), Interval(.infinity), .sqrt(-1), .log(-1), .log(0), .log1p(-2),
      .pow(-2, 0.5), 1 / Interval(0), Interval(0) / Interval(0), .power(0, -1), .tan(Interval(lower: 1, upper: 2)),
    ]
    for x in nowhere { #expect(x == .entire) }
    #expect(Interval.sqrt(Interval(lower: -1, upper: 4)).encloses(Interval(0...2)))
    #expect(Interval.log(Interval(lower: -1, upper: 1)).lower == -.infinity)
  }

  @Test("a power of a negative base is defined at the integers of its exponent")
  func negativeBases() {
    #expect(Interval.pow(Interval(-1...1), Interval(2...3)).encloses(Interval(-1...1)))
    #expect(Interval.pow(Interval(-3 ... -2), 3).encloses(Interval(-27 ... -8)))
    #expect(Interval.pow(-2, Interval(0x1p70 as Double)).lower > 1e308)
    #expect(Interval.pow(Interval(-1...4), 0.5).encloses(Interval(0...2)))
    // (−0)⁻¹ = −∞, and −1 is among the exponents.
    #expect(Interval.pow(0, Interval(-1.5 ... -0.5)) == .entire)
  }

  @Test("extreme exponents overflow or vanish and do not trap")
  func extremeExponents() {
    #expect(Double.power(2, .min) == 0 && Double.power(-1, .min) == 1 && Double.power(-1, .max) == -1)
    #expect(Interval.power(2, .min).contains(0) && Interval.power(2, .max).upper == .infinity)
    for n in [Int.min, .min + 1, -1 << 40, 1 << 40, .max] {
      #expect(Dual.power(Dual(variable: 2, lane: 0), n).value == Double.power(2, n))
      #expect(HyperDual.power(HyperDual(variable: 2, isFirst: true, lane: 0), n).value == Double.power(2, n))
      #expect(IntervalHyperDual.power(IntervalHyperDual(variable: 1, isFirst: true, lane: 0), n).value.contains(1))
    }
  }

  @Test("integer literals beyond 2⁵³ are enclosed by every scalar made of intervals")
  func largeIntegers() {
    let odd = 9_007_199_254_740_993  // 2⁵³ + 1 lies between two doubles
    let enclosures = [
      Interval(integerLiteral: odd), IntervalDual(integerLiteral: odd).value,
      IntervalHyperDual(integerLiteral: odd).value,
    ]
    for x in enclosures { #expect(x.encloses(Interval(0x1p53...0x1p53 + 2))) }
    #expect(Interval(integerLiteral: .max).contains(0x1p63) && IntervalDual(integerLiteral: -7).value == Interval(-7))
  }

  @Test("decimals are enclosed: exact where short, between the neighbours where not")
  func decimals() {
    let tenth: Interval = 0.1
    #expect(tenth.lower < 0.1 && tenth.upper > 0.1 && tenth.width <= 4 * 0.1.ulp)
    #expect(Interval(0.1 as Double) == Interval(0.1...0.1) && (0.375 as Interval) == Interval(0.375))
    for text in ["418.98288727243371", "0.30000000000000004", "1.0000000000000002", "2097152.1", "1e23", "5e-324"] {
      let value = Double(text)!
      let x = Interval(decimal: value)
      #expect(x.lower < value && value < x.upper && x.encloses(Interval(value - value.ulp / 2...value + value.ulp / 2)))
    }
  }

  @Test("negation moves no bound, also in derivatives")
  func negation() {
    let x = IntervalHyperDual(
      value: 0.1, first: 0.3, partials: IntervalFour(repeating: 0.7), mixed: IntervalFour(repeating: 0.9))
    let y = -(-x)
    #expect(y.value == x.value && y.first == x.first && y.partials == x.partials && y.mixed == x.mixed)
    let z = -(-IntervalDual(value: 0.1, partials: IntervalFour(repeating: 0.7)))
    #expect(z.value == 0.1 && z.partials == IntervalFour(repeating: 0.7))
  }
}
