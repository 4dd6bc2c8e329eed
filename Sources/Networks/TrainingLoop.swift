import Scalars

/// Epochs of mini-batch training on some rows; a step allocates nothing. Copies share their memory: one at a time.
public struct TrainingLoop {
  public let loss: NetworkLoss
  public private(set) var parameters: [Double]
  let workspace: Workspace
  /// For evaluation: the same without batch normalisation.
  private let evaluating: Workspace
  private let rows: [Int]
  private var order: [Int]
  private let batchSize: Int
  private var gradient: [Double]
  private var update: UpdateState
  private var dropout: Dropout
  private var shuffling: SeededGenerator

  /// Throws `InvalidModel` for what of `training` or `rows` is not allowed.
  public init(
    loss: NetworkLoss, rows: [Int], parameters: [Double], training: Training, seed: UInt64
  ) throws(InvalidModel) {
    try training.check()
    guard !rows.isEmpty else { throw InvalidModel("train", "[]", allowed: "1 or more rows") }
    guard parameters.count == loss.parameterCount else {
      throw InvalidModel("parameters", parameters.count, allowed: "\(loss.parameterCount) numbers")
    }
    if let bad = rows.first(where: { !(0..<loss.dataset.count).contains($0) }) {
      throw InvalidModel("rows", bad, allowed: "0 to \(loss.dataset.count - 1)")
    }
    self.loss = loss
    self.parameters = parameters
    workspace = Workspace(for: loss.network)
    evaluating = loss.network.batchNormalisation ? Workspace(for: loss.network.withoutNormalisation) : workspace
    self.rows = rows
    order = rows
    batchSize = training.batchSize
    gradient = Array(repeating: 0, count: parameters.count)
    update = UpdateState(training.update, count: parameters.count)
    dropout = Dropout(rate: training.dropout, generator: SeededGenerator(seed: seed, axes: ["dropout"]))
    shuffling = SeededGenerator(seed: seed, axes: ["batches"])
  }

  /// One step for every batch of the rows in a new order; the last batch may be smaller.
  ///
  /// Returns the mean of the batches' losses, each before its step, weighted by their rows.
  @discardableResult
  public mutating func runEpoch() -> Double {
    order.shuffle(using: &shuffling)
    var total = 0.0
    for start in stride(from: 0, to: order.count, by: batchSize) {
      let end = min(start + batchSize, order.count)
      let value = Self.gradient(
        of: loss, rows: order, from: start, to: end, at: parameters, into: &gradient, &dropout, workspace)
      update.step(&parameters, gradient: gradient)
      total += value * Double(end - start)
    }
    return total / Double(order.count)
  }

  /// The loss of a batch; spans of properties cannot live beside changes of others, those of arguments can.
  private static func gradient(
    of loss: NetworkLoss, rows: [Int], from start: Int, to end: Int, at parameters: [Double],
    into gradient: inout [Double], _ dropout: inout Dropout, _ workspace: Workspace
  ) -> Double {
    let rows = rows.span
    return loss.value(
      ofRows: rows.extracting(start..<end), at: parameters.span, gradient: &gradient, dropout: &dropout, in: workspace)
  }

  /// What the parameters are worth on `rows`, all units present and normalised as the training rows together are.
  public func evaluate(_ rows: [Int]) -> NetworkLoss.Evaluation { answering.evaluate(rows) }

  /// The network as it answers outside of a step.
  var answering: Answering {
    let folded = loss.folded(at: parameters, statisticsOf: rows, in: workspace)
    return Answering(loss: folded.loss, parameters: folded.parameters, workspace: evaluating)
  }

  struct Answering {
    let loss: NetworkLoss
    let parameters: [Double]
    let workspace: Workspace

    func evaluate(_ rows: [Int]) -> NetworkLoss.Evaluation {
      loss.evaluate(rows: rows.span, at: parameters.span, in: workspace)
    }
  }
}
