/// What a training did, epoch by epoch.
public struct TrainingRun: Sendable, Equatable {
  /// The parts of the data before an epoch, or after the last one.
  public struct Epoch: Sendable, Equatable {
    public let train: NetworkLoss.Evaluation
    /// None without validation rows.
    public let validation: NetworkLoss.Evaluation?
    /// None without test rows; nothing is decided by it.
    public let test: NetworkLoss.Evaluation?
  }

  /// Why a training ended.
  public enum End: String, Sendable, Hashable {
    case epochs, noImprovement = "no improvement", diverged
  }

  /// Element k is after k epochs, element 0 the start.
  public private(set) var history: [Epoch] = []
  /// With early stopping those after `bestEpoch`, otherwise the last ones.
  public internal(set) var parameters: [Double]
  /// After how many epochs the validation loss was lowest, or without validation rows the training loss.
  public private(set) var bestEpoch = 0
  public internal(set) var end = End.epochs
  private var bestLoss = Double.infinity

  init(start loop: TrainingLoop, on split: DataSplit) {
    parameters = loop.parameters
    record(loop, on: split)
  }

  mutating func record(_ loop: TrainingLoop, on split: DataSplit) {
    let answering = loop.answering
    let epoch = Epoch(
      train: answering.evaluate(split.train),
      validation: split.validation.isEmpty ? nil : answering.evaluate(split.validation),
      test: split.test.isEmpty ? nil : answering.evaluate(split.test))
    let deciding = (epoch.validation ?? epoch.train).loss
    if deciding < bestLoss {
      bestLoss = deciding
      bestEpoch = history.count
      parameters = loop.parameters
    }
    history.append(epoch)
  }
}
