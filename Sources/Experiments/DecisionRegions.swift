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

  /// Trains as `SpiralsTraining` does.
  public init(
    seed: UInt64, size: Int = 101, hidden: Int = 16, epochs: Int = 400, noise: Double = 0.02, factor: Double = 2
  ) throws {
    precondition(size > 1, "a grid has two edges")
    let training = try SpiralsTraining(seed: seed, hidden: hidden, epochs: epochs, noise: noise, factor: factor)
    let end = training.loss.evaluate(training.rows, at: training.weights)
    network = training.name
    self.seed = seed
    self.epochs = epochs
    self.size = size
    extent = 1.2
    points = Self.points(training.loss.dataset)
    accuracy = end.accuracy ?? 0
    loss = end.loss
    margins = try Self.margins(training.network, training.weights, size: size, extent: extent)
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
