import Objectives
import Scalars
import Testing

/// Derivatives, batches and enclosures of the BBOB functions.
struct BBOBScalarTests {
  static let entries = ObjectiveCatalogue.bbob

  @Test("the value has the same bits in every scalar", arguments: entries)
  func sameBits(_ entry: ObjectiveCatalogue.Entry) {
    var generator = SeededGenerator(seed: 11)
    for dimension in [2, 5, 40] {
      let objective = entry.objective(dimension: dimension, instance: 4)
      for _ in 0..<5 {
        let batch = (0..<Lanes.width).map { _ in objective.domain.randomPoint(using: &generator) }
        var lanes = [Lanes](repeating: 0, count: dimension)
        for (lane, x) in batch.enumerated() {
          for i in x.indices { lanes[i].values[lane] = x[i] }
        }
        let together = objective.lanes(at: lanes.span)
        for (lane, x) in batch.enumerated() {
          let value = objective.value(at: x)
          #expect(together.values[lane] == value, "\(objective.id)")
          let variables = x.map { HyperDual($0) }
          #expect(objective.hyperDual(at: variables.span).value == value)
        }
      }
    }
  }

  @Test("gradients agree with central differences", arguments: entries)
  func gradients(_ entry: ObjectiveCatalogue.Entry) {
    var generator = SeededGenerator(seed: 12)
    // f16 has 10⁶ radians to a unit. f23 has a kink within every 2⁻³⁶ of x, and its differences, taken below that, have
    // two digits; some of them cross a kink.
    let (step, allowed, share) =
      switch entry.info.id {
      case "bbob-f16": (1e-9, 1e-4, 1.0)
      case "bbob-f23": (0x1p-42, 0.1, 0.75)
      default: (1e-7, 1e-4, 1.0)
      }
    var errors: [Double] = []
    for dimension in [2, 5] {
      let objective = entry.objective(dimension: dimension, instance: 2)
      for _ in 0..<20 {
        let x = objective.domain.randomPoint(using: &generator)
        let gradient = objective.gradient(at: x)
        for i in x.indices {
          func moved(_ by: Double) -> Double {
            objective.value(at: x.indices.map { x[$0] + ($0 == i ? by : 0) }) - objective.minimum.value
          }
          let difference = (moved(step) - moved(-step)) / (2 * step)
          let scale = gradient.reduce(1) { max($0, $1.magnitude) }
          errors.append((gradient[i] - difference).magnitude / scale)
        }
      }
    }
    errors.sort()
    let worst = errors[Int(share * Double(errors.count - 1))]
    #expect(worst <= allowed, "\(entry.info.id): \(worst)")
  }

  @Test("derivatives at the minimizer are finite", arguments: entries)
  func atMinimizer(_ entry: ObjectiveCatalogue.Entry) {
    for dimension in [2, 10] {
      let objective = entry.objective(dimension: dimension, instance: 3)
      let gradient = objective.gradient(at: objective.minimum.minimizers[0])
      #expect(gradient.allSatisfy { $0.isFinite }, "\(objective.id): \(gradient)")
    }
  }

  @Test("NaN in a coordinate makes the value NaN", arguments: entries)
  func notANumber(_ entry: ObjectiveCatalogue.Entry) {
    let objective = entry.objective(dimension: 3, instance: 5)
    for i in 0..<3 {
      let x = (0..<3).map { $0 == i ? Double.nan : 0.5 }
      #expect(objective.value(at: x).isNaN, "\(objective.id)")
    }
  }

  @Test("enclosures hold every value of the box, over boxes large and small", arguments: entries)
  func enclosures(_ entry: ObjectiveCatalogue.Entry) {
    var generator = SeededGenerator(seed: 13)
    for dimension in [2, 5] {
      let objective = entry.objective(dimension: dimension, instance: 2)
      let minimizer = objective.minimum.minimizers[0]
      for round in 0..<60 {
        let width = [10, 1, 1e-2, 1e-5, 0][round % 5]
        let around = round < 20 ? minimizer : objective.domain.randomPoint(using: &generator)
        let box = around.map { Interval($0 - 0.3 * width...$0 + 0.7 * width) }
        let enclosure = objective.enclosure(over: box)
        for _ in 0..<10 {
          let x = box.map { $0.lower == $0.upper ? $0.lower : generator.uniform(from: $0.lower, to: $0.upper) }
          #expect(enclosure.contains(objective.value(at: x)), "\(objective.id) over \(box)")
        }
        #expect(enclosure.contains(objective.value(at: around)))
        if width < 1e-4, entry.info.id != "bbob-f7" {
          #expect(enclosure.width <= 1e4 * max(1, enclosure.midpoint.magnitude), "\(objective.id) over \(box)")
        }
      }
    }
  }

  @Test("gradient enclosures hold the gradient at points of the box", arguments: entries)
  func gradientEnclosures(_ entry: ObjectiveCatalogue.Entry) {
    var generator = SeededGenerator(seed: 14)
    let objective = entry.objective(dimension: 3, instance: 2)
    for round in 0..<20 {
      let center = objective.domain.randomPoint(using: &generator)
      let width = [1, 1e-2, 1e-5][round % 3]
      let box = center.map { Interval($0 - width...$0 + width) }
      var enclosure = [Interval](repeating: 0, count: 3)
      _ = objective.gradientEnclosure(over: box, into: &enclosure)
      let gradient = objective.gradient(at: center)
      for i in 0..<3 {
        // The gradient itself is rounded.
        let slack = 1e-12 * max(1, gradient[i].magnitude)
        #expect(
          enclosure[i].lower - slack <= gradient[i] && gradient[i] <= enclosure[i].upper + slack,
          "\(objective.id) over \(box)")
      }
    }
  }
}
