import Networks
import Scalars

/// One training of a network that learns wrong labels by heart in the end, epoch by epoch, and where early stopping ends.
public struct TrainingHistory: Sendable, Equatable {
  /// On one part of the data; element k is after k epochs, element 0 the start.
  public struct Curve: Sendable, Equatable {
    public let loss: [Double]
    public let accuracy: [Double]
  }

  public let network: String
  public let seed: UInt64
  /// How many of the rows that are seen have a wrong label.
  public let wrongLabels: Double
  public let train: Curve
  public let validation: Curve
  /// All labels right; nothing is decided by it.
  public let test: Curve
  /// After how many epochs without a lower validation loss early stopping ends.
  public let patience: Int
  /// The epoch whose weights early stopping gives.
  public let bestEpoch: Int
  /// The epoch after which early stopping ends; the last one where it never does.
  public let stopEpoch: Int

  /// The digits, 64-32-10, 200 rows and 100 to validate with, Adam in batches of 32; the set-up of `early-stopping`.
  public init(seed: UInt64, epochs: Int = 150, patience: Int = 15, wrongLabels: Double = 0.2) throws {
    let problem = try DigitsTask().problem(
      seed: seed, hidden: 32, train: 200, validation: 100, wrongLabels: wrongLabels)
    var training = Training(update: .adam(rate: 0.005), batchSize: 32, epochs: epochs)
    let whole = try training.run(problem.loss, from: problem.start, on: problem.split, seed: seed).history
    training.patience = patience
    let stopped = try training.run(problem.loss, from: problem.start, on: problem.split, seed: seed)
    network = problem.name
    self.seed = seed
    self.wrongLabels = wrongLabels
    self.patience = patience
    bestEpoch = stopped.bestEpoch
    stopEpoch = stopped.history.count - 1
    train = Curve(whole.map(\.train))
    validation = Curve(whole.compactMap(\.validation))
    test = Curve(whole.compactMap(\.test))
  }
}

extension TrainingHistory.Curve {
  init(_ epochs: [NetworkLoss.Evaluation]) {
    self.init(loss: epochs.map(\.loss), accuracy: epochs.map { $0.accuracy ?? 0 })
  }
}
