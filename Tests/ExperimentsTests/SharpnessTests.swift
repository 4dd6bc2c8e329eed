import Networks
import Scalars
import Testing

@testable import Experiments

@Suite("Sharpness")
struct SharpnessTests {
  /// Features ±a on their own axis, balanced, so that the Hessian of the mean squared error is diagonal.
  ///
  /// Of rows ±(3, 0) and ±(0, 1): the mean of x² is 4.5 and 0.5, of the bias 1; twice that is the curvature: 9, 1 and 2.
  static func regression() throws -> NetworkLoss {
    let data = try Dataset(
      features: [3, 0, -3, 0, 0, 1, 0, -1], featureCount: 2, target: .values([6, -6, 1, -1], width: 1))
    return try NetworkLoss(network: MultilayerPerceptron(widths: [2, 1], loss: .meanSquaredError), dataset: data)
  }

  /// Where the loss is 0.
  static let minimizer = [2.0, 1, 0]

  @Test("around a quadratic's minimum, the loss rises by half the leading curvature times the radius squared")
  func quadratic() throws {
    let loss = try Self.regression()
    let squaredRadius = 0.01 * 5
    let rise = loss.largestRise(around: Self.minimizer, rows: [0, 1, 2, 3], radius: 0.1, steps: 60, seed: 1)
    #expect(abs(rise - 0.5 * 9 * squaredRadius) < 1e-9)
    #expect(loss.largestRise(around: Self.minimizer, rows: [0, 1, 2, 3], radius: 0, steps: 5, seed: 1) == 0)
  }

  @Test("away from the minimum, the largest rise solves the problem on the sphere, and no point of it is higher")
  func sphere() throws {
    let loss = try Self.regression()
    let x = [2.5, 0.5, 0.3]
    let radius = 0.3
    let squares = x.reduce(0) { $0 + $1 * $1 } * radius * radius
    let found = loss.largestRise(around: x, rows: [0, 1, 2, 3], radius: radius, steps: 200, seed: 2)
    // max gᵀd + ½dᵀHd over ‖d‖² = r² has d = (μ − H)⁻¹g with μ above the largest curvature: μ by bisection.
    let curvatures = [9.0, 1, 2]
    let gradient = zip(curvatures, zip(x, Self.minimizer)).map { $0 * ($1.0 - $1.1) }
    func step(_ mu: Double) -> [Double] { zip(gradient, curvatures).map { $0 / (mu - $1) } }
    var (low, high) = (9.0, 1e6)
    for _ in 0..<200 {
      let middle = 0.5 * (low + high)
      if step(middle).reduce(0, { $0 + $1 * $1 }) > squares { low = middle } else { high = middle }
    }
    let exact = step(high).indices.reduce(0.0) {
      $0 + gradient[$1] * step(high)[$1] + 0.5 * curvatures[$1] * step(high)[$1] * step(high)[$1]
    }
    #expect(abs(found - exact) < 1e-9)
  }

  @Test("the trace of a diagonal Hessian is its sum, and the leading curvature its largest number")
  func trace() throws {
    let loss = try Self.regression()
    let trace = loss.curvatureTrace(at: [0.4, 7, -1], rows: [0, 1, 2, 3], samples: 3, seed: 1)
    #expect(abs(trace.mean - 12) < 1e-12 && trace.standardError < 1e-12)
    #expect(abs(loss.leadingCurvature(at: [0.4, 7, -1], rows: [0, 1, 2, 3], seed: 1) - 9) < 1e-12)
  }

  @Test("a filter-normalised direction moves each unit by its own length and no bias")
  func filters() throws {
    let network = try MultilayerPerceptron(widths: [3, 4, 2], batchNormalisation: true)
    var generator = SeededGenerator(seed: 1)
    let x = (0..<network.parameterCount).map { _ in generator.gaussian() }
    let d = network.filterNormalisedDirection(at: x, using: &generator)
    for layer in network.layers {
      #expect(layer.biases.allSatisfy { d[$0] == 0 } && layer.gains.allSatisfy { d[$0] == 0 })
      for unit in 0..<layer.outputs {
        func length(_ v: [Double]) -> Double {
          (0..<layer.inputs).reduce(0) {
            let value = v[layer.weights.lowerBound + unit * layer.inputs + $1]
            return $0 + value * value
          }.squareRoot()
        }
        #expect(abs(length(d) - length(x)) < 1e-14)
      }
    }
  }
}
