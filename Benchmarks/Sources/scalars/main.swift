import Objectives
import Scalars

// What being written once for every scalar costs: functions of two variables at 1024 points, nanoseconds per
// evaluation (of eight points, for Lanes) and the ratio to code that was written by hand for that number alone.
// "by any": through `any Objective`, as the report's command does. Every figure is the fastest of 1001 rounds, in which
// all ways take turns: what else the machine does only slows a round down. Results are stored, each in a place of its
// own: a sum would be a chain through memory, whose 6.5 ns hid what is faster.

let count = 1024
nonisolated(unsafe) var generator = SeededGenerator(seed: 1)
let points = (0..<2 * count).map { _ in generator.uniform(from: -5, to: 5) }
let batches = stride(from: 0, to: 2 * count, by: 16).flatMap { start in
  (0..<2).map { i in Lanes(values: SIMD8((0..<8).map { points[start + 2 * $0 + i] })) }
}
let boxes = points.map { Interval(lower: $0, upper: $0 + 0.125) }
nonisolated(unsafe) let results = UnsafeMutablePointer<Double>.allocate(capacity: count)
nonisolated(unsafe) let batchResults = UnsafeMutablePointer<Lanes>.allocate(capacity: count / 8)
results.initialize(repeating: 0, count: count)
batchResults.initialize(repeating: 0, count: count / 8)
nonisolated(unsafe) var sink = 0.0

/// Seconds of one pass.
func time(_ pass: () -> Void) -> Double {
  let start = ContinuousClock.now
  for _ in 0..<2 { pass() }
  let elapsed = ContinuousClock.now - start
  sink += results[generator.index(below: count)] + batchResults[0].values[0]
  return Double(elapsed.components.attoseconds) * 1e-18 / 2
}

/// Prints one line: nanoseconds of every way, and ratios to the first; `pass` makes one of the way with a number.
func compare(_ name: String, evaluations: Int, rounds: Int = 1001, _ ways: [String], _ pass: (Int) -> Void) {
  var times = ways.map { _ in [Double]() }
  for _ in 0..<rounds {
    for way in ways.indices { times[way].append(time { pass(way) }) }
  }
  let fastest = times.map { $0.min()! / Double(evaluations) * 1e9 }
  let cells = zip(ways, fastest).map { way, nanoseconds in
    "\(way) \(rounded(nanoseconds, 10)) (\(rounded(nanoseconds / fastest[0], 100)))"
  }
  print("\(name): \(cells.joined(separator: ", "))")
}

func rounded(_ x: Double, _ scale: Double) -> Double { (x * scale).rounded() / scale }

// The loops of all ways of a number are inlined into one function: of functions that differ only in what they call, the
// optimizer makes one that calls through a pointer, and then it depends on addresses, which change with every start,
// whether the processor foresees the call: 0.8 ns, for one way or another.
@inline(__always)
func values(_ f: (Span<Double>) -> Double) {
  for i in 0..<count { results[i] = f(points.span.extracting(2 * i..<2 * i + 2)) }
}

@inline(__always)
func lanes(_ f: (Span<Lanes>) -> Lanes) {
  for i in 0..<batches.count / 2 { batchResults[i] = f(batches.span.extracting(2 * i..<2 * i + 2)) }
}

@inline(__always)
func gradients(_ f: (Span<Double>, inout [Double]) -> Double) {
  var gradient = [0.0, 0.0]
  for i in 0..<count { results[i] = f(points.span.extracting(2 * i..<2 * i + 2), &gradient) }
}

// What goes through `any Objective` is called through a pointer anyway.
@inline(never)
func values(of objective: any Objective) { values { objective.value(at: $0) } }
@inline(never)
func lanes(of objective: any Objective) { lanes { objective.lanes(at: $0) } }
@inline(never)
func gradients(of objective: any Objective) { gradients { objective.value(at: $0, gradient: &$1) } }

func enclosures(_ f: ([Interval]) -> Interval) {
  for i in 0..<count { results[i] = f([boxes[2 * i], boxes[2 * i + 1]]).upper }
}

/// The ways that are compared are functions of their own, never inlined: what a method calls is one, too.
enum Ways<Hand: HandWritten> {
  @inline(never) static func value(_ x: Span<Double>) -> Double { Hand.value(x[0], x[1]) }
  @inline(never) static func loopValue(_ x: Span<Double>) -> Double { Hand.loopValue(x) }
  @inline(never) static func loopLanes(_ x: Span<Lanes>) -> Lanes { Hand.loopLanes(x) }
  @inline(never) static func loopDual(_ x: Span<Double>, _ gradient: inout [Double]) -> Double {
    let variables: InlineArray<2, HandDual> = [
      HandDual(value: x[0], slopes: SIMD4(1, 0, 0, 0)), HandDual(value: x[1], slopes: SIMD4(0, 1, 0, 0)),
    ]
    let f = Hand.loopDual(variables.span)
    (gradient[0], gradient[1]) = (f.slopes[0], f.slopes[1])
    return f.value
  }
  @inline(never) static func genericValue(_ x: Span<Double>) -> Double { Hand.generic(x) }
  @inline(never) static func lanes(_ x: Span<Lanes>) -> Lanes { Hand.lanes(x[0], x[1]) }
  @inline(never) static func genericLanes(_ x: Span<Lanes>) -> Lanes { Hand.generic(x) }
  @inline(never) static func dual(_ x: Span<Double>, _ gradient: inout [Double]) -> Double {
    let f = Hand.dual(
      HandDual(value: x[0], slopes: SIMD4(1, 0, 0, 0)), HandDual(value: x[1], slopes: SIMD4(0, 1, 0, 0)))
    (gradient[0], gradient[1]) = (f.slopes[0], f.slopes[1])
    return f.value
  }
  @inline(never) static func paper(_ x: Span<Double>, _ gradient: inout [Double]) -> Double {
    let f = Hand.gradient(x[0], x[1])
    (gradient[0], gradient[1]) = (f.x, f.y)
    return f.value
  }
  @inline(never) static func genericDual(_ x: Span<Double>, _ gradient: inout [Double]) -> Double {
    let variables: InlineArray<2, Dual> = [Dual(variable: x[0], lane: 0), Dual(variable: x[1], lane: 1)]
    let f = Hand.generic(variables.span)
    (gradient[0], gradient[1]) = (f.partials[0], f.partials[1])
    return f.value
  }
}

@inline(__always)
func measure<Hand: HandWritten>(_ hand: Hand.Type) throws {
  typealias Way = Ways<Hand>
  let objective = try ObjectiveCatalogue.objective(Spec(parsing: Hand.name))
  let moved = try ObjectiveCatalogue.objective(Spec(parsing: "\(Hand.name)[instance=1]"))
  compare("\(Hand.name), Double", evaluations: count, ["by hand", "loop", "generic", "by any", "instance"]) {
    switch $0 {
    case 0: values { Way.value($0) }
    case 1: values { Way.loopValue($0) }
    case 2: values { Way.genericValue($0) }
    case 3: values(of: objective)
    default: values(of: moved)
    }
  }
  compare("\(Hand.name), Lanes", evaluations: count / 8, ["by hand", "loop", "generic", "by any", "instance"]) {
    switch $0 {
    case 0: lanes { Way.lanes($0) }
    case 1: lanes { Way.loopLanes($0) }
    case 2: lanes { Way.genericLanes($0) }
    case 3: lanes(of: objective)
    default: lanes(of: moved)
    }
  }
  compare(
    "\(Hand.name), gradient", evaluations: count,
    ["dual by hand", "loop", "on paper", "generic", "by any", "instance"]
  ) {
    switch $0 {
    case 0: gradients { Way.dual($0, &$1) }
    case 1: gradients { Way.loopDual($0, &$1) }
    case 2: gradients { Way.paper($0, &$1) }
    case 3: gradients { Way.genericDual($0, &$1) }
    case 4: gradients(of: objective)
    default: gradients(of: moved)
    }
  }

  var hessian = [0.0, 0, 0, 0]
  var slopes: [Interval] = [0, 0]
  var curvatures: [Interval] = [0, 0, 0, 0]
  compare(
    "\(Hand.name), others by any", evaluations: count, rounds: 101,
    ["value", "Hessian", "enclosure", "of gradient", "of Hessian"]
  ) {
    switch $0 {
    case 0: values(of: objective)
    case 1:
      values {
        objective.hessian(at: $0, into: &hessian)
        return hessian[0]
      }
    case 2: enclosures { objective.enclosure(over: $0) }
    case 3: enclosures { objective.gradientEnclosure(over: $0, into: &slopes) }
    default: enclosures { objective.hessianEnclosure(over: $0, gradient: &slopes, into: &curvatures) }
    }
  }
}

try measure(HandRastrigin.self)
try measure(HandRosenbrock.self)
try measure(HandHimmelblau.self)
if sink.isNaN { print("not a number") }
