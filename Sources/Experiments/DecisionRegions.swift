import Networks
import Scalars

/// What a small network learned of two spirals: the class that it answers everywhere in the plane.
public struct DecisionRegions: Sendable, Equatable {
  /// A point that the network learned from.
  public struct Point: Sendable, Equatable {
    public let x: Double
    public let y: Double
    public let label: Int
  }

  /// Its widths, 2-16-16-2.
  public let network: String
  public let seed: UInt64
  public let epochs: Int
  /// The grid covers [−extent, extent]², edges included.
  public let extent: Double
  /// Points of the grid along each axis.
  public let size: Int
  /// How far the answer for class 1 lies above that for class 0 at (column, row), at `row * size + column`; columns from
  /// the left, rows from below.
  public let margins: [Double]
  public let points: [Point]
  /// The share of the points that the network gives their own class.
  public let accuracy: Double
  /// On the points.
  public let loss: Double

  /// 100 points a spiral, Adam in batches of 32.
  ///
  /// - Parameter factor: of the first weights beside Glorot's, with which many trainings do not get beyond straight cuts.
  public init(
    seed: UInt64, size: Int = 101, hidden: Int = 16, epochs: Int = 400, noise: Double = 0.02, factor: Double = 2
  ) throws {
    precondition(size > 1, "a grid has two edges")
    var generator = SeededGenerator(seed: seed, axes: ["spirals"])
    let data = try Dataset.twoSpirals(count: 100, noise: noise, using: &generator)
    let network = try MultilayerPerceptron(widths: [2, hidden, hidden, 2])
    let training = Training(update: .adam(rate: 0.01), batchSize: 32, epochs: epochs)
    let rows = Array(0..<data.count)
    let task = try NetworkLoss(network: network, dataset: data)
    let start = network.initialParameters(factor: factor, using: &generator)
    let weights = try training.run(task, from: start, on: DataSplit(train: rows), seed: seed).parameters
    let end = task.evaluate(rows, at: weights)
    self.network = network.widths.map(String.init).joined(separator: "-")
    self.seed = seed
    self.epochs = epochs
    self.size = size
    extent = 1.2
    points = Self.points(data)
    accuracy = end.accuracy ?? 0
    loss = end.loss
    margins = try Self.margins(network, weights, size: size, extent: extent)
  }

  /// The class that is answered at every place of the grid.
  public var classes: [Int] { margins.map { $0 > 0 ? 1 : 0 } }

  /// The place of a column or row.
  public func coordinate(_ index: Int) -> Double { Self.coordinate(index, size: size, extent: extent) }

  private static func coordinate(_ index: Int, size: Int, extent: Double) -> Double {
    extent * (2 * Double(index) / Double(size - 1) - 1)
  }

  private static func points(_ data: Dataset) -> [Point] {
    guard case .labels(let labels, _) = data.target else { return [] }
    return labels.indices.map { Point(x: data.features[2 * $0], y: data.features[2 * $0 + 1], label: labels[$0]) }
  }

  private static func margins(
    _ network: MultilayerPerceptron, _ weights: [Double], size: Int, extent: Double
  ) throws -> [Double] {
    let features = (0..<size * size).flatMap { k in
      [k % size, k / size].map { coordinate($0, size: size, extent: extent) }
    }
    let count = size * size
    let grid = try Dataset(
      features: features, featureCount: 2, target: .labels([Int](repeating: 0, count: count), classCount: 2))
    let answers = try NetworkLoss(network: network, dataset: grid)
      .answers(toRows: Array(0..<count), at: weights, in: Workspace(for: network))
    return (0..<count).map { answers[2 * $0 + 1] - answers[2 * $0] }
  }
}
