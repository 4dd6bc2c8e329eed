import Objectives
import Scalars

// What an expression costs beside the same function compiled: both through `any Objective`, by turns. Printed are the
// fastest rounds and the median of the ratios, round by round. The scalar that counts is Lanes, eight points at a time.

/// x²/20 − cos 2πx, which the catalogue does not have.
struct Ripples: Objective {
  let id = "ripples"
  let domain = Box(-5...5)
  let minimum = KnownMinimum(value: -1, minimizers: [[0]])
  func evaluate<S: RealScalar>(_ x: Span<S>) -> S { S.square(x[0]) / 20 - S.cosPi(2 * x[0]) }
}

let pairs: [(compiled: any Objective, text: String)] = [
  (Ripples(), "x^2/20 - cos(2*pi*x)"),
  (try catalogue("rastrigin", 2), "10*n + sum(i, 1, n, x[i]^2 - 10*cos(2*pi*x[i]))"),
  (try catalogue("himmelblau", 2), "(x^2 + y - 11)^2 + (x + y^2 - 7)^2"),
  (try catalogue("booth", 2), "(x + 2*y - 7)^2 + (2*x + y - 5)^2"),
  (try catalogue("three-hump-camel", 2), "2*x^2 - 1.05*x^4 + x^6/6 + x*y + y^2"),
  (try catalogue("rosenbrock", 2), "100*(y - x^2)^2 + (1 - x)^2"),
  (try catalogue("rosenbrock", 10), "sum(i, 1, n-1, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2)"),
  (try catalogue("sphere", 10), "sum(i, 1, n, x[i]^2)"),
]

func catalogue(_ id: String, _ dimension: Int) throws -> any Objective {
  try ObjectiveCatalogue.entry(named: id).objective(dimension: dimension)
}

/// So many points are evaluated one after the other, so many times a round.
let (count, repeats, rounds) = (64, 40, 201)

/// Nanoseconds per call in the fastest of rounds of the expression and of the compiled function, and their ratio.
func compare(_ name: String, _ pair: (any Objective, any Objective), _ body: (any Objective, Int) -> Double) {
  func nanoseconds(_ objective: any Objective) -> Double {
    var sink = 0.0
    let begin = ContinuousClock.now
    for _ in 0..<repeats { for index in 0..<count { sink += body(objective, index) } }
    let elapsed = (ContinuousClock.now - begin) / .nanoseconds(1)
    // What is never looked at would not be computed.
    if sink == 0.123 { print(sink) }
    return elapsed / Double(repeats * count)
  }
  let times = (0..<rounds).map { _ in (nanoseconds(pair.0), nanoseconds(pair.1)) }
  let (best, peer) = (times.map(\.0).min() ?? 0, times.map(\.1).min() ?? 0)
  let ratio = times.map { $0.0 / $0.1 }.sorted()[rounds / 2]
  print("  \(name): \(rounded(best)) ns, compiled \(rounded(peer)) ns, ratio \(rounded(ratio))")
}

func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

for (compiled, text) in pairs {
  let n = compiled.dimension
  let pair = (try ExpressionObjective(ExpressionDefinition(expression: text, domain: [-5...5], dimension: n)), compiled)
  var generator = SeededGenerator(seed: 1)
  // The numbers of all points, one point after the other.
  let lanes = (0..<count * n).map { _ in
    var values = SIMD8<Double>.zero
    for lane in 0..<Lanes.width { values[lane] = generator.uniform(from: -5, to: 5) }
    return Lanes(values: values)
  }
  let doubles = lanes.map { $0.values[0] }
  let intervals = doubles.map { Interval(lower: $0, upper: $0 + 0.01) }
  var gradient = [Double](repeating: 0, count: n)
  let (some, plain, boxes) = (lanes.span, doubles.span, intervals.span)
  print("\(compiled.id): \(text)")
  compare("Lanes", pair) { $0.lanes(at: some.extracting($1 * n..<($1 + 1) * n)).values[0] }
  compare("Double", pair) { $0.value(at: plain.extracting($1 * n..<($1 + 1) * n)) }
  compare("gradient", pair) { $0.value(at: plain.extracting($1 * n..<($1 + 1) * n), gradient: &gradient) }
  compare("Interval", pair) { $0.enclosure(over: boxes.extracting($1 * n..<($1 + 1) * n)).lower }
}
