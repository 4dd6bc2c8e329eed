import Objectives
import Scalars

// What an expression costs beside the same function compiled: both through `any Objective`, in turns, medians of ratios.
// The scalar that counts is Lanes, eight points at a time; the others are shown beside it.

let pairs: [(id: String, dimension: Int, text: String)] = [
  ("rastrigin", 2, "10*n + sum(i, 1, n, x[i]^2 - 10*cos(2*pi*x[i]))"),
  ("himmelblau", 2, "(x^2 + y - 11)^2 + (x + y^2 - 7)^2"),
  ("rosenbrock", 10, "sum(i, 1, n-1, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2)"),
]

/// Points of the cube [−5, 5]ⁿ, one after the other.
func points(_ count: Int, dimension: Int) -> [Double] {
  var generator = SeededGenerator(seed: 1)
  return (0..<count * dimension).map { _ in generator.uniform(from: -5, to: 5) }
}

/// Nanoseconds per call of `body`, which is given the numbers of `count` points in turn.
func nanoseconds(_ rounds: Int, count: Int, _ body: (Int) -> Double) -> Double {
  var sink = 0.0
  let begin = ContinuousClock.now
  for _ in 0..<rounds { for index in 0..<count { sink += body(index) } }
  let elapsed = ContinuousClock.now - begin
  // What is never looked at would not be computed.
  if sink == 0.123 { print(sink) }
  return (Double(elapsed.components.seconds) * 1e9 + Double(elapsed.components.attoseconds) * 1e-9)
    / Double(rounds * count)
}

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

/// Times of the expression and of the compiled function, by turns, and their ratio.
func compare(_ name: String, _ measure: (any Objective) -> Double, _ text: any Objective, _ compiled: any Objective) {
  var times: [(Double, Double)] = []
  for _ in 0..<15 { times.append((measure(text), measure(compiled))) }
  print(
    "  \(name): \(tenths(median(times.map(\.0)))) ns, compiled \(tenths(median(times.map(\.1)))) ns,",
    "ratio \(hundredths(median(times.map { $0.0 / $0.1 })))")
}

func tenths(_ value: Double) -> String { String((value * 10).rounded() / 10) }
func hundredths(_ value: Double) -> String { String((value * 100).rounded() / 100) }

for (id, n, text) in pairs {
  let compiled = try ObjectiveCatalogue.entry(named: id).objective(dimension: n)
  let expression = try ExpressionObjective(
    ExpressionDefinition(expression: text, domain: [-5...5], dimension: n))
  let count = 64
  let flat = points(count * Lanes.width, dimension: n)
  let batches = (0..<count).map { batch in
    (0..<n).map { i in
      var lanes = Lanes(0)
      for lane in 0..<Lanes.width { lanes.values[lane] = flat[(batch * Lanes.width + lane) * n + i] }
      return lanes
    }
  }
  let plain = (0..<count).map { Array(flat[$0 * n..<($0 + 1) * n]) }
  let boxes = plain.map { point in point.map { Interval(lower: $0, upper: $0 + 0.01) } }
  var gradient = [Double](repeating: 0, count: n)
  print("\(id), \(n)-D")
  func each(_ rounds: Int, _ body: @escaping (any Objective, Int) -> Double) -> (any Objective) -> Double {
    { f in nanoseconds(rounds, count: count) { body(f, $0) } }
  }
  compare("Lanes", each(400) { f, i in lanes(f, batches[i]) }, expression, compiled)
  compare("Double", each(400) { f, i in value(f, plain[i]) }, expression, compiled)
  compare("gradient", each(400) { f, i in value(f, plain[i], &gradient) }, expression, compiled)
  compare("Interval", each(100) { f, i in lower(f, boxes[i]) }, expression, compiled)
}

func lanes(_ objective: any Objective, _ x: [Lanes]) -> Double { objective.lanes(at: x.span).values[0] }
func value(_ objective: any Objective, _ x: [Double]) -> Double { objective.value(at: x.span) }
func lower(_ objective: any Objective, _ box: [Interval]) -> Double { objective.enclosure(over: box.span).lower }
func value(_ objective: any Objective, _ x: [Double], _ gradient: inout [Double]) -> Double {
  objective.value(at: x.span, gradient: &gradient)
}
