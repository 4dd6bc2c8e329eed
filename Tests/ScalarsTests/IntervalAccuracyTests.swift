import Scalars
import Testing

@Suite("Intervals against exact and 50-digit values")
struct IntervalAccuracyTests {
  /// Every operation on points, and how many places apart its bounds may be.
  static let operations: [String: (@Sendable (Interval, Interval) -> Interval, places: Int)] = [
    "+": ({ $0 + $1 }, 4), "-": ({ $0 - $1 }, 4), "*": ({ $0 * $1 }, 4), "/": ({ $0 / $1 }, 4),
    "square": ({ x, _ in .square(x) }, 4), "sqrt": ({ x, _ in .sqrt(x) }, 3),
    // Whole powers are products up to the sixteenth, perhaps inverted.
    "power": ({ .power($0, Int($1.midpoint)) }, 40), "pow": (Interval.pow, 40),
    "exp": ({ x, _ in .exp(x) }, 8), "expm1": ({ x, _ in .expm1(x) }, 8), "log": ({ x, _ in .log(x) }, 8),
    "log1p": ({ x, _ in .log1p(x) }, 8), "sin": ({ x, _ in .sin(x) }, 8), "cos": ({ x, _ in .cos(x) }, 8),
    "tan": ({ x, _ in .tan(x) }, 8), "sinPi": ({ x, _ in .sinPi(x) }, 8), "cosPi": ({ x, _ in .cosPi(x) }, 8),
    "atan": ({ x, _ in .atan(x) }, 8), "tanh": ({ x, _ in .tanh(x) }, 8), "logistic": ({ x, _ in .logistic(x) }, 8),
  ]

  /// A line of enclosures.txt: arguments, and the doubles next to the true value.
  struct Line {
    var x: Double
    /// NaN where the operation has one argument.
    var y: Double
    var below: Double
    var above: Double

    static let sections: [String: [Line]] = {
      var sections: [String: [Line]] = [:]
      var name = ""
      for line in (try? Fixture.lines("enclosures")) ?? [] {
        if line.hasPrefix("# ") {
          name = String(line.dropFirst(2))
        } else {
          let n = line.split(separator: " ").compactMap { UInt64($0, radix: 16).map(Double.init(bitPattern:)) }
          sections[name, default: []].append(
            Line(x: n[0], y: n.count == 4 ? n[1] : .nan, below: n[n.count - 2], above: n[n.count - 1]))
        }
      }
      return sections
    }()
  }

  @Test("holds the true value, and little else", arguments: operations.keys.sorted())
  func points(_ name: String) throws {
    let (operation, places) = try #require(Self.operations[name])
    let lines = try #require(Line.sections[name])
    #expect(lines.count == 120)
    for line in lines {
      let image = operation(Interval(line.x), Interval(line.y))
      let truth = Interval(lower: line.below, upper: line.above)
      #expect(image.encloses(truth), "\(name) \(line): \(image)")
      // Next to the subnormals a bound moves two places at once, and the inverse of an overflow is any of them.
      let isTiny = image.magnitude < 1e-307
      #expect(Self.places(image) <= (isTiny ? 2 : 1) * places || name == "power" && isTiny, "\(name) \(line): \(image)")
      if name == "pow", line.y != line.y.rounded() { #expect(Self.places(image) <= 8, "\(name) \(line): \(image)") }
    }
  }

  @Test("an interval's image holds the true values at points inside", arguments: operations.keys.sorted())
  func containment(_ name: String) throws {
    var generator = SeededGenerator(seed: 41, axes: [name])
    let operation = try #require(Self.operations[name]).0
    for line in try #require(Line.sections[name]) {
      for _ in 0..<20 {
        let x = Self.around(line.x, using: &generator)
        let y = name == "power" ? Interval(line.y) : Self.around(line.y, using: &generator)
        let image = operation(x, y)
        #expect(image.encloses(Interval(lower: line.below, upper: line.above)), "\(name) of \(x), \(y): \(image)")
      }
    }
  }

  @Test("a part has an image inside the image of the whole", arguments: operations.keys.sorted())
  func isotonicity(_ name: String) throws {
    var generator = SeededGenerator(seed: 42, axes: [name])
    let operation = try #require(Self.operations[name]).0
    for line in try #require(Line.sections[name]) {
      for _ in 0..<10 {
        var (x, y) = (Interval(line.x), Interval(line.y))
        var image = operation(x, y)
        for _ in 0..<3 {
          x = .hull(x, Self.around(line.x, using: &generator))
          if name != "power" { y = .hull(y, Self.around(line.y, using: &generator)) }
          let larger = operation(x, y)
          // Whole powers and others are computed in two ways: only here, the part may stand out by a few places.
          let slack = name == "pow" ? 1e-14 : 0
          let allowed = larger * Interval(1 - slack...1 + slack)
          #expect(allowed.encloses(image), "\(name) of \(x), \(y): \(larger) does not hold \(image)")
          image = larger
        }
      }
    }
  }

  @Test("a random interval's image holds the image of each of its points", arguments: operations.keys.sorted())
  func images(_ name: String) throws {
    var generator = SeededGenerator(seed: 43, axes: [name])
    let operation = try #require(Self.operations[name]).0
    for i in 0..<400 {
      let scale = [0.1, 3, 40, 1e4][i % 4]
      let bounds = (0..<4).map { _ in generator.uniform(from: -scale, to: scale) }
      let x = Interval(lower: min(bounds[0], bounds[1]), upper: max(bounds[0], bounds[1]))
      var y = Interval(lower: min(bounds[2], bounds[3]), upper: max(bounds[2], bounds[3]))
      if name == "power" { y = Interval(Double(i % 13 - 6)) }
      let image = operation(x, y)
      for _ in 0..<10 {
        let a = generator.uniform(from: x.lower, to: x.upper)
        let b = y.lower == y.upper ? y.lower : generator.uniform(from: y.lower, to: y.upper)
        let point = operation(Interval(a), Interval(b))
        // A point where the function is undefined says nothing of the others.
        #expect(point == .entire || image.encloses(point), "\(name) of \(a), \(b) in \(x), \(y): \(image)")
      }
    }
  }

  /// An interval of any size around a number, often one-sided; the entire line around NaN.
  private static func around(_ x: Double, using generator: inout SeededGenerator) -> Interval {
    func reach() -> Double {
      let share = generator.uniform()
      if share < 0.25 { return 0 }
      if share < 0.3 { return .infinity }
      return Elementary.exp(generator.uniform(from: -40, to: 3)) * (x.magnitude + 1e-3)
    }
    return Interval(lower: x - reach(), upper: x + reach())
  }

  /// How many doubles further the upper bound is.
  private static func places(_ x: Interval) -> Int {
    func rank(_ y: Double) -> Int { y < 0 ? -Int(y.magnitude.bitPattern) : Int(y.bitPattern) }
    return rank(x.upper) - rank(x.lower)
  }
}
