import Objectives
import Scalars
import Testing

/// One definition, many numbers: the value is the same, bit for bit, whichever scalar carries it.
struct ScalarAgreementTests {
  @Test("the value has the same bits with and without derivatives", arguments: ObjectiveCatalogue.entries, [0, 1])
  func sameBits(_ entry: ObjectiveCatalogue.Entry, _ instance: Int) {
    var generator = SeededGenerator(seed: 11)
    for dimension in [1, 2, 3, 4, 5, 6] where entry.info.dimensions.contains(dimension) {
      guard entry.info.instanceNumbers(dimension: dimension).contains(instance) else { continue }
      let objective = entry.objective(dimension: dimension, instance: instance)
      for _ in 0..<50 {
        let x = objective.domain.randomPoint(using: &generator)
        let bits = objective.value(at: x).bitPattern
        #expect(gradientValue(objective, x).bitPattern == bits)
        #expect(dualValue(objective, x).bitPattern == bits)
        #expect(hyperDualValue(objective, x).bitPattern == bits)
      }
    }
  }

  private func gradientValue(_ objective: any Objective, _ x: [Double]) -> Double {
    var gradient = x
    return objective.value(at: x.span, gradient: &gradient)
  }

  private func dualValue(_ objective: any Objective, _ x: [Double]) -> Double {
    let variables = x.map { Dual($0) }
    return objective.dual(at: variables.span).value
  }

  private func hyperDualValue(_ objective: any Objective, _ x: [Double]) -> Double {
    let variables = x.map { HyperDual($0) }
    return objective.hyperDual(at: variables.span).value
  }

  @Test("eight gradients at once have the bits of eight gradients", arguments: ObjectiveCatalogue.all, [0, 1])
  func lockstep(_ entry: ObjectiveCatalogue.Entry, _ instance: Int) {
    var generator = SeededGenerator(seed: 12)
    for dimension in [1, 2, 3, 4, 5, 6, 9] where entry.info.dimensions.contains(dimension) {
      guard entry.info.instanceNumbers(dimension: dimension).contains(instance) else { continue }
      let objective = entry.objective(dimension: dimension, instance: instance)
      for round in 0..<20 {
        var points = (0..<Lanes.width).map { _ in objective.domain.randomPoint(using: &generator) }
        // On grid lines and axes lie the kinks; and one lane is far away, where the others must not follow it.
        if round % 4 == 1 { points[3] = points[3].map { $0.rounded() } }
        if round % 4 == 2 { points[5] = points[5].map { _ in 0 } }
        if round % 4 == 3 { points[1] = points[1].map { $0 * 1e9 } }
        let x = (0..<dimension).map { i in
          Lanes(values: SIMD8(points.map { $0[i] }))
        }
        var gradients = x
        let values = objective.lanes(at: x.span, gradient: &gradients)
        for (lane, point) in points.enumerated() {
          var gradient = point
          let value = objective.value(at: point.span, gradient: &gradient)
          #expect(isSame(values.values[lane], value), "\(objective.id) at \(point)")
          for i in 0..<dimension {
            #expect(isSame(gradients[i].values[lane], gradient[i]), "∂\(i) of \(objective.id) at \(point)")
          }
        }
      }
    }
  }

  private func isSame(_ a: Double, _ b: Double) -> Bool { a.isNaN && b.isNaN || a.bitPattern == b.bitPattern }

  @Test("an objective written outside the package gets its derivatives")
  func custom() {
    struct Product: Objective {
      let id = "product"
      let domain = Box(-1...1, dimension: 5)
      let minimum = KnownMinimum(value: -1, minimizers: [])
      func evaluate<S: RealScalar>(_ x: Span<S>) -> S { x[0] * x[1] * x[2] * x[3] * x[4] }
    }
    let objective: any Objective = Product()
    #expect(objective.motion == "published")
    #expect(objective.gradient(at: [1, 2, 3, 4, 5]) == [120, 60, 40, 30, 24])
    let hessian = objective.hessian(at: [1, 2, 3, 4, 5])
    for i in 0..<5 {
      for j in 0..<5 { #expect(hessian[5 * i + j] == (i == j ? 0 : 120 / Double((i + 1) * (j + 1)))) }
    }
  }
}
