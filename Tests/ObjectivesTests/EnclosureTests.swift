import Objectives
import Scalars
import Testing

@Suite("Enclosures of every objective")
struct EnclosureTests {
  @Test("points: the enclosures hold values, gradients and Hessians of 50-digit arithmetic", arguments: Reference.all)
  func references(_ reference: Reference) throws {
    for point in try #require(ReferencePoint.byObjective[reference.id]) {
      let n = point.x.count
      let objective = try ObjectiveCatalogue.objective(reference.id, dimension: n)
      let box = point.x.map { Interval($0) }
      let value = objective.enclosure(over: box)
      expectHolds(value, point.value, "f(\(point.x))")
      #expect(value.width <= 1e-9 * max(1, point.value.magnitude), "at \(point.x)")

      var (gradient, hessian) = (box, [Interval](repeating: 0, count: n * n))
      expectHolds(objective.gradientEnclosure(over: box, into: &gradient), point.value, "f(\(point.x))")
      for i in 0..<n { expectHolds(gradient[i], point.gradient[i], "∂\(i) at \(point.x)") }
      guard let expected = point.hessian else { continue }
      expectHolds(objective.hessianEnclosure(over: box, gradient: &gradient, into: &hessian), point.value, "f")
      for i in 0..<n { expectHolds(gradient[i], point.gradient[i], "∂\(i) at \(point.x)") }
      for i in 0..<n * n { expectHolds(hessian[i], expected[i], "∂²\(i) at \(point.x)") }
    }
  }

  /// `truth` is rounded to a double: its neighbours surround the number itself.
  private func expectHolds(_ x: Interval, _ truth: Double, _ what: String) {
    if x.lower > truth.nextUp || x.upper < truth.nextDown { Issue.record("\(what) is \(truth), not in \(x)") }
  }

  @Test("boxes: the enclosure holds the value at every point", arguments: ObjectiveCatalogue.all)
  func boxes(_ entry: ObjectiveCatalogue.Entry) {
    var generator = SeededGenerator(seed: 51, axes: [entry.info.id])
    forEachObjective(of: entry) { objective in
      for i in 0..<40 {
        let box = randomBox(in: objective.domain, size: [1, 0.3, 1e-2, 1e-5, 0][i % 5], using: &generator)
        let enclosure = objective.enclosure(over: box)
        for _ in 0..<10 {
          let x = box.map { Double.random(in: $0.lower...$0.upper, using: &generator) }
          let value = objective.value(at: x)
          if !enclosure.contains(value) { Issue.record("\(objective.id) at \(x) is \(value), not in \(enclosure)") }
        }
      }
    }
  }

  @Test("boxes: slopes and curvatures bound every change between two points", arguments: ObjectiveCatalogue.all)
  func meanValues(_ entry: ObjectiveCatalogue.Entry) {
    var generator = SeededGenerator(seed: 52, axes: [entry.info.id])
    forEachObjective(of: entry) { objective in
      let n = objective.dimension
      for i in 0..<24 {
        let box = randomBox(in: objective.domain, size: [1, 0.1, 1e-3, 1e-5][i % 4], using: &generator)
        var (slopes, curvatures) = (box, [Interval](repeating: 0, count: n * n))
        _ = objective.hessianEnclosure(over: box, gradient: &slopes, into: &curvatures)
        var alone = box
        _ = objective.gradientEnclosure(over: box, into: &alone)
        let ends = (0..<2).map { _ in box.map { Double.random(in: $0.lower...$0.upper, using: &generator) } }
        let steps = zip(ends[0], ends[1]).map { Interval($1) - Interval($0) }
        let points = ends.map { $0.map { Interval($0) } }
        var gradients = points
        let values = (0..<2).map { objective.gradientEnclosure(over: points[$0], into: &gradients[$0]) }
        for bounds in [slopes, alone] {
          let bound = zip(bounds, steps).reduce(Interval(0)) { $0 + $1.0 * $1.1 }
          if bound.intersection(values[1] - values[0]) == nil {
            Issue.record("\(objective.id) changes by \(values[1] - values[0]) over \(box), not by \(bound)")
          }
        }
        for row in 0..<n {
          let bend = (0..<n).reduce(Interval(0)) { $0 + curvatures[row * n + $1] * steps[$1] }
          let turn = gradients[1][row] - gradients[0][row]
          if bend.intersection(turn) == nil {
            Issue.record("∂\(row) of \(objective.id) changes by \(turn) over \(box), not by \(bend)")
          }
        }
      }
    }
  }

  @Test("a batch has the bits of eight plain evaluations", arguments: ObjectiveCatalogue.all)
  func lanes(_ entry: ObjectiveCatalogue.Entry) {
    var generator = SeededGenerator(seed: 53, axes: [entry.info.id])
    forEachObjective(of: entry) { objective in
      for _ in 0..<12 {
        let points = (0..<Lanes.width).map { _ in objective.domain.randomPoint(using: &generator) }
        let batch = (0..<objective.dimension).map { i in Lanes(values: SIMD8(points.map { $0[i] })) }
        let values = objective.lanes(at: batch.span).values
        for lane in points.indices {
          let plain = objective.value(at: points[lane])
          if values[lane].bitPattern != plain.bitPattern {
            Issue.record("\(objective.id) at \(points[lane]) is \(plain), and \(values[lane]) in a batch")
          }
        }
      }
    }
  }

  /// As published and moved, in one or a few dimensions.
  private func forEachObjective(of entry: ObjectiveCatalogue.Entry, _ body: (any Objective) -> Void) {
    for dimension in 1...6 where entry.info.dimensions.contains(dimension) {
      for instance in 0...2 where entry.info.instanceNumbers(dimension: dimension).contains(instance) {
        body(entry.objective(dimension: dimension, instance: instance))
      }
    }
  }

  /// A box around a random point that takes `size` of the domain's width, cut where it leaves the domain.
  private func randomBox(in domain: Box, size: Double, using generator: inout SeededGenerator) -> [Interval] {
    let center = domain.randomPoint(using: &generator)
    return domain.widths.indices.map { i in
      let reach = 0.5 * size * domain.widths[i]
      return Interval(
        max(
          domain.lower[i], center[i] - reach * generator.uniform())...min(
            domain.upper[i], center[i] + reach * generator.uniform()))
    }
  }
}
