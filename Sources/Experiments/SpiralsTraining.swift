import Networks
import Scalars

/// A small network trained on two spirals, 2-h-h-2: 100 points a spiral, Adam in batches of 32.
struct SpiralsTraining {
  let network: MultilayerPerceptron
  let loss: NetworkLoss
  let rows: [Int]
  let weights: [Double]

  /// - Parameter factor: of the first weights beside Glorot's, with which many trainings do not get beyond straight cuts.
  init(seed: UInt64, hidden: Int = 16, epochs: Int = 400, noise: Double = 0.02, factor: Double = 2) throws {
    var generator = SeededGenerator(seed: seed, axes: ["spirals"])
    let data = try Dataset.twoSpirals(count: 100, noise: noise, using: &generator)
    network = try MultilayerPerceptron(widths: [2, hidden, hidden, 2])
    loss = try NetworkLoss(network: network, dataset: data)
    rows = Array(0..<data.count)
    let training = Training(update: .adam(rate: 0.01), batchSize: 32, epochs: epochs)
    let start = network.initialParameters(factor: factor, using: &generator)
    weights = try training.run(loss, from: start, on: DataSplit(train: rows), seed: seed).parameters
  }

  /// The widths, 2-16-16-2.
  var name: String { network.widths.map(String.init).joined(separator: "-") }
}

/// The training loss around the weights whose answers `DecisionRegions` shows, in two random directions.
///
/// Filter-normalised (Li et al. 2018): one unit of a direction is as long as the weights it moves. The end is at (0, 0).
public struct SpiralsPlane {
  public let network: String
  public let seed: UInt64
  public let epochs: Int
  /// Of the weights themselves.
  public let endLoss: Double
  public let parameterCount: Int
  private let training: SpiralsTraining
  private let plane: FilterNormalisedPlane
  private let workspace: Workspace

  public init(seed: UInt64, epochs: Int = 400) throws {
    training = try SpiralsTraining(seed: seed, epochs: epochs)
    var generator = SeededGenerator(seed: seed, axes: ["random plane"])
    plane = FilterNormalisedPlane(of: training.network, at: training.weights, using: &generator)
    workspace = Workspace(for: training.network)
    network = training.name
    self.seed = seed
    self.epochs = epochs
    endLoss = training.loss.evaluate(training.rows, at: training.weights).loss
    parameterCount = training.network.parameterCount
  }

  /// The training loss at a point of the plane. For one thread at a time.
  public func loss(_ x: Double, _ y: Double) -> Double {
    training.loss.evaluate(rows: training.rows.span, at: plane.point(x, y).span, in: workspace).loss
  }
}
