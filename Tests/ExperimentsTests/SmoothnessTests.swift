import Networks
import Scalars
import Testing

@testable import Experiments

@Suite("Smoothness along a training")
struct SmoothnessTests {
  /// (b − 3)² of the one input 0: curvature 2, a slope without influence.
  static func parabola() throws -> NetworkLoss {
    let data = try Dataset(features: [0], featureCount: 1, target: .values([3], width: 1))
    return try NetworkLoss(network: MultilayerPerceptron(widths: [1, 1], loss: .meanSquaredError), dataset: data)
  }

  @Test("along a parabola's gradient, loss and gradient change as its formula says")
  func parabolaStep() throws {
    // At b = 5 the gradient is 4. Steps of ½ and 1 times it end at 3 and 1: losses 4, 0, 4; gradients 4, 0, −4.
    let step = try Self.parabola().gradientStep(at: [7, 5], rows: [0], rates: [0.5, 1])
    #expect(abs(step.lossRange - 4) < 1e-14)
    #expect(abs(step.gradientChange - 2) < 1e-14)
    let none = try Self.parabola().gradientStep(at: [7, 3], rows: [0], rates: [0.5, 1])
    #expect(none.lossRange == 0 && none.gradientChange == 0)
  }

  @Test("the weights at a loss have that loss, and lie on the way of the training")
  func equalLoss() throws {
    let loss = try Self.parabola()
    let training = Training(update: .momentum(rate: 0.1), batchSize: 1, epochs: 50)
    let x = try #require(try loss.weights(atLoss: 0.5, rows: [0], from: [7, 5], training: training, seed: 1))
    // (b − 3)² = 0.5 from above.
    #expect(x[0] == 7 && abs(x[1] - (3 + 0.5.squareRoot())) < 1e-8)
    #expect(try loss.weights(atLoss: 5, rows: [0], from: [7, 5], training: training, seed: 1) == nil)
    #expect(try loss.weights(atLoss: -1, rows: [0], from: [7, 5], training: training, seed: 1) == nil)
  }

  @Test("nets with dropout and without reach the loss at which they are compared")
  func levels() throws {
    let problem = try DigitsTask().problem(seed: 3, hidden: 32, train: 300)
    for dropout in [0, 0.5] {
      let training = Training(update: .adam(rate: 0.005), batchSize: 32, epochs: 60, dropout: dropout)
      let x = try #require(
        try problem.loss.weights(
          atLoss: 0.1, rows: problem.split.train, from: problem.start, training: training, seed: 3))
      #expect(abs(problem.loss.evaluate(problem.split.train, at: x).loss - 0.1) < 1e-6)
    }
  }

  @Test("of two trainings, one that never gets there has lost")
  func neverThere() {
    #expect(areSmaller([1, 3], than: [2, 2], count: 2) == [[1], [0]])
    #expect(areSmaller(nil, than: [2, 2], count: 2) == [[0], [0]])
    #expect(areSmaller([1, 3], than: nil, count: 2) == [[1], [1]])
    #expect(areSmaller(nil, than: nil, count: 2) == [[0], [0]])
  }
}
