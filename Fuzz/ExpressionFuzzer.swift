import Objectives
import Scalars

/// Takes any bytes for an expression. What is refused must be refused in words; what is understood must give the same
/// bits in every plain scalar, and intervals that contain them.
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  guard let first = bytes.first else { return 0 }
  let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
  let definition = ExpressionDefinition(
    expression: text, domain: [-5...5], parameters: [.init(name: "a", value: "2.5"), .init(name: "k", value: "pi/3")],
    dimension: first % 4 == 0 ? nil : Int(first % 4))
  do {
    check(try ExpressionObjective(definition))
  } catch {
    let message = error.description
    require(!message.isEmpty && message.utf8.count < 4000, "a message of \(message.utf8.count) bytes")
  }
  return 0
}

private func check(_ objective: ExpressionObjective) {
  let n = objective.dimension
  // More coordinates cost time and find nothing new.
  guard n <= 8 else { return }
  let special = [0.5, -1.25, 0, -0.0, 3, .nan, .infinity, -.infinity, 1e308, 5e-324]
  var points = special.indices.map { index in (0..<n).map { special[(index + 3 * $0) % special.count] } }
  var generator = SeededGenerator(seed: 1)
  for _ in 0..<6 { points.append((0..<n).map { _ in generator.uniform(from: -5, to: 5) }) }
  for group in stride(from: 0, to: points.count, by: Lanes.width) {
    var batch = [Lanes](repeating: 0, count: n)
    for lane in 0..<Lanes.width { for i in 0..<n { batch[i].values[lane] = points[group + lane][i] } }
    let lanes = objective.lanes(at: batch.span)
    for lane in 0..<Lanes.width { check(objective, at: points[group + lane], lanes.values[lane]) }
  }
}

private func check(_ objective: ExpressionObjective, at x: [Double], _ lane: Double) {
  let value = objective.value(at: x)
  func same(_ other: Double, _ name: String) {
    require(
      value.bitPattern == other.bitPattern || (value.isNaN && other.isNaN), "\(name) \(other), plain \(value) at \(x)")
  }
  same(lane, "lanes")
  same(objective.evaluate(x.span), "generic")
  let duals = x.enumerated().map { Dual(variable: $1, lane: $0) }
  same(objective.dual(at: duals.span).value, "dual")
  let variables = x.enumerated().map { HyperDual(variable: $1, isFirst: $0 == 0, lane: $0) }
  same(objective.hyperDual(at: variables.span).value, "hyper-dual")
  _ = objective.gradient(at: x)
  guard x.allSatisfy(\.isFinite) else { return }
  for width in [0.0, 0.01, 1] {
    let box = x.map { Interval(lower: $0 - width, upper: $0 + width) }
    func holds(_ interval: Interval, _ name: String) {
      require(!interval.lower.isNaN && !interval.upper.isNaN, "\(name) \(interval)")
      require(value.isNaN || interval.contains(value), "\(name) \(interval) lacks \(value) at \(x), width \(width)")
    }
    holds(objective.enclosure(over: box), "interval")
    holds(objective.evaluate(box.span), "generic interval")
    let duals = box.enumerated().map { IntervalDual(variable: $1, lane: $0) }
    holds(objective.enclosure(over: duals.span).value, "interval dual")
    let hyperDuals = box.enumerated().map { IntervalHyperDual(variable: $1, isFirst: $0 == 0, lane: $0) }
    holds(objective.enclosure(over: hyperDuals.span).value, "interval hyper-dual")
  }
}

private func require(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { fatalError(message()) }
}
