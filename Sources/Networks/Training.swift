import Scalars

/// How a network is trained: the rule, its batches, and when to stop.
public struct Training: Sendable, Hashable {
  public var update: UpdateRule
  /// Rows a step.
  public var batchSize: Int
  /// At most so many times through the training rows.
  public var epochs: Int
  /// The probability that a hidden unit is left out of a step.
  public var dropout: Double
  /// Epochs without a new lowest validation loss after which to stop; nil trains to the end.
  ///
  /// Prechelt, Early Stopping — But When? (1998). With it, the weights with the lowest validation loss are the result.
  public var patience: Int?

  public init(
    update: UpdateRule = .adam(), batchSize: Int = 64, epochs: Int = 100, dropout: Double = 0, patience: Int? = nil
  ) {
    self.update = update
    self.batchSize = batchSize
    self.epochs = epochs
    self.dropout = dropout
    self.patience = patience
  }

  func check() throws(InvalidModel) {
    try update.check()
    guard batchSize > 0 else { throw InvalidModel("batchSize", batchSize, allowed: "1 or more rows") }
    guard epochs >= 0 else { throw InvalidModel("epochs", epochs, allowed: "0 or more") }
    guard dropout >= 0, dropout < 1 else { throw InvalidModel("dropout", dropout, allowed: "0 or more, below 1") }
    if let patience, patience < 1 { throw InvalidModel("patience", patience, allowed: "1 or more epochs") }
  }

  /// Trains on `split.train` from `parameters`; the same arguments give the same bits.
  ///
  /// Throws `InvalidModel` for what is not allowed, early stopping without validation rows included. A loss that is not
  /// finite ends the run as `diverged`.
  public func run(
    _ loss: NetworkLoss, from parameters: [Double], on split: DataSplit, seed: UInt64
  ) throws(InvalidModel) -> TrainingRun {
    if patience != nil, split.validation.isEmpty {
      throw InvalidModel("validation", "[]", allowed: "1 or more rows, which early stopping looks at")
    }
    if let bad = (split.validation + split.test).first(where: { !(0..<loss.dataset.count).contains($0) }) {
      throw InvalidModel("rows", bad, allowed: "0 to \(loss.dataset.count - 1)")
    }
    var loop = try TrainingLoop(loss: loss, rows: split.train, parameters: parameters, training: self, seed: seed)
    var run = TrainingRun(start: loop, on: split)
    while run.history.count <= epochs {
      loop.runEpoch()
      run.record(loop, on: split)
      guard run.history[run.history.count - 1].train.loss.isFinite, loop.parameters.allSatisfy(\.isFinite) else {
        run.end = .diverged
        break
      }
      if let patience, run.history.count - 1 - run.bestEpoch >= patience {
        run.end = .noImprovement
        break
      }
    }
    if patience == nil { run.parameters = loop.parameters }
    return run
  }
}
