import Scalars
import Testing

/// Decorations against plain evaluations: NaN is where a formula is undefined.
@Suite("Where formulas are defined")
struct DecoratedIntervalTests {
  /// Undefined in a part of [−2, 2]², some of them behind an operation that hides it from bounds.
  static func hidden<S: RealScalar>(_ number: Int, _ x: S, _ y: S) -> S {
    switch number {
    case 0: S.max(S.sqrt(x), 5) + x
    case 1: S.min(x, S.exp(S.log(y) / 2)) + y
    case 2: 0 * S.sqrt(x) + x
    case 3: S.floor(S.sqrt(x) / 10 + 0.5) + x
    case 4: S.select(S.sqrt(x) - 2, 5, 2 + x)
    case 5: S.abs(S.max(S.sqrt(1 - S.square(x) - S.square(y)), 0)) * 0 + x + y
    case 6: S.select(0.05 + S.pow(y, 1.5), y, S.abs(S.sin(x)))
    case 7: S.select(x, S.sqrt(y), S.log1p(y - 1))
    case 8: 0 * S.log(x - y) + S.power(x, 3)
    case 9: S.tanh(S.pow(x, y)) - S.cosPi(S.sqrt(y + 1))
    case 10: S.select(S.log(x), 1, 1)
    default: S.logistic(S.log(S.square(x) - 1)) * S.atan(y)
    }
  }

  @Test("defined everywhere means no NaN at any point, nowhere means NaN at all of them", arguments: 0..<12)
  func points(_ number: Int) {
    var generator = SeededGenerator(seed: 7, axes: ["decorations", String(number)])
    var counts = [0, 0, 0]
    for _ in 0..<2000 {
      let centers = [generator.uniform(from: -2, to: 2), generator.uniform(from: -2, to: 2)]
      let width = [1.0, 0.1, 0.01][generator.index(below: 3)]
      let box = centers.map { Interval($0 - width...$0 + width) }
      let found = Self.hidden(number, DecoratedInterval(box[0]), DecoratedInterval(box[1]))
      counts[Int(found.definition.rawValue)] += 1
      for _ in 0..<20 {
        let x = box.map { generator.uniform(from: $0.lower, to: $0.upper) }
        let value = Self.hidden(number, x[0], x[1])
        switch found.definition {
        case .everywhere: #expect(!value.isNaN && found.range.contains(value), "\(number) at \(x)")
        case .nowhere: #expect(value.isNaN, "\(number) at \(x)")
        case .unsure: break
        }
      }
    }
    // Small boxes are decided, one way and the other.
    #expect(counts[0] > 150 && counts[2] > 150 && counts[1] < 1200, "\(counts)")
  }

  @Test("ends of definition belong to it where there is a value")
  func ends() {
    func side(_ range: ClosedRange<Double>) -> DecoratedInterval { DecoratedInterval(Interval(range)) }
    let cases: [(DecoratedInterval, DecoratedInterval.Definition)] = [
      (.sqrt(side(0...1)), .everywhere), (.sqrt(side(-0x1p-1074...1)), .unsure), (.sqrt(side(-2 ... -1)), .nowhere),
      (.log(side(0...1)), .unsure), (.log(side(0x1p-1074...1)), .everywhere), (.log(side(-2 ... -1)), .nowhere),
      (.log1p(side(-1...1)), .unsure), (.log1p(side(-3 ... -2)), .nowhere), (1 / side(0...1), .unsure),
      (1 / side(1...2), .everywhere), (side(0...0) / side(0...0), .nowhere), (.tan(side(1...2)), .unsure),
      (.tan(side(-1...1)), .everywhere), (.power(side(-1...1), -2), .unsure), (.power(side(-1...1), 3), .everywhere),
      (.pow(side(0...1), 0.5), .everywhere), (.pow(side(0...1), -0.5), .unsure), (.pow(side(-2 ... -1), 0.5), .nowhere),
      (.pow(side(-2 ... -1), 3), .everywhere), (.pow(side(-2 ... -1), side(0.5...1.5)), .unsure),
      // C's pow, and ours: x⁰ = 1ʸ = 1 of any x and y.
      (.power(.sqrt(-1), 0), .everywhere), (.pow(.sqrt(-1), side(-1...1)), .unsure),
      (.pow(side(1...2), .sqrt(-1)), .unsure), (.pow(side(2...3), .sqrt(-1)), .nowhere),
      // What is not chosen does not count.
      (.select(1, 2, .sqrt(-1)), .everywhere), (.select(-1, 2, .sqrt(-1)), .nowhere),
      (.select(side(-1...1), 2, .sqrt(-1)), .unsure), (.select(.sqrt(-1), 1, 1), .nowhere),
      (DecoratedInterval(.nan), .nowhere),
    ]
    for (index, (number, definition)) in cases.enumerated() { #expect(number.definition == definition, "\(index)") }
  }
}
