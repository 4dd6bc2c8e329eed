import Networks
import Scalars
import Testing

@Suite("Training")
struct TrainingTests {
  static func digits(_ training: Training, seed: UInt64 = 1) throws -> TrainingRun {
    let data = try Dataset.digits()
    var generator = SeededGenerator(seed: seed)
    let split = try data.split(validation: 0.2, test: 0.2, using: &generator)
    let network = try MultilayerPerceptron(widths: [64, 32, 10])
    let start = network.initialParameters(using: &generator)
    return try training.run(NetworkLoss(network: network, dataset: data), from: start, on: split, seed: seed)
  }

  @Test("A small network reads more than 93 of 100 digits that it has not seen")
  func readsDigits() throws {
    let run = try Self.digits(Training(epochs: 100))
    let last = try #require(run.history.last)
    #expect(try #require(last.test?.accuracy) > 0.93)
    #expect(run.history.count == 101)
    #expect(run.end == .epochs)
    #expect(last.train.loss < 0.1)
  }

  @Test("The same seed gives the same bits, with dropout; another seed others")
  func replay() throws {
    let training = Training(epochs: 3, dropout: 0.3)
    let run = try Self.digits(training)
    #expect(run == (try Self.digits(training)))
    #expect(run.parameters != (try Self.digits(training, seed: 2)).parameters)
  }

  @Test("Early stopping gives the weights of the epoch with the lowest validation loss")
  func earlyStopping() throws {
    let run = try Self.digits(Training(update: .adam(rate: 0.05), epochs: 400, patience: 5))
    #expect(run.end == .noImprovement)
    let losses = run.history.compactMap { $0.validation?.loss }
    #expect(run.bestEpoch == losses.firstIndex(of: try #require(losses.min())))
    #expect(run.history.count == run.bestEpoch + 6)
    let again = try Self.digits(Training(update: .adam(rate: 0.05), epochs: run.bestEpoch))
    #expect(again.parameters == run.parameters)
  }

  @Test("The first steps of Adam and of momentum are those of their papers")
  func firstSteps() throws {
    // One row x = 1, y = 0, a line: gradient (2z, 2z) with z = w + b.
    let data = try Dataset(features: [1], featureCount: 1, target: .values([0], width: 1))
    let loss = try NetworkLoss(network: MultilayerPerceptron(widths: [1, 1], loss: .meanSquaredError), dataset: data)
    let split = DataSplit(train: [0])
    let adam = try Training(update: .adam(rate: 0.1), batchSize: 1, epochs: 1).run(
      loss, from: [1, 1], on: split, seed: 1)
    // Adam's first step has the length of the rate.
    #expect(adam.parameters.allSatisfy { ($0 - 0.9).magnitude < 1e-9 })
    let momentum = try Training(update: .momentum(rate: 0.1, momentum: 0.5), batchSize: 1, epochs: 2)
      .run(loss, from: [1, 1], on: split, seed: 1)
    // 1 − 0.1·4 = 0.6; then the velocity is 0.5·4 + 2.4 = 4.4.
    #expect(momentum.parameters.allSatisfy { ($0 - 0.16).magnitude < 1e-15 })
  }

  @Test("A step too long diverges and says so")
  func divergence() throws {
    var generator = SeededGenerator(seed: 1)
    let data = try Dataset.linearRegression(count: 20, weights: [1, 0], noise: 0, using: &generator)
    let loss = try NetworkLoss(network: MultilayerPerceptron(widths: [1, 1], loss: .meanSquaredError), dataset: data)
    let run = try Training(update: .momentum(rate: 50), batchSize: 20, epochs: 1000)
      .run(loss, from: [0, 0], on: DataSplit(train: Array(0..<20)), seed: 1)
    #expect(run.end == .diverged)
  }
}
