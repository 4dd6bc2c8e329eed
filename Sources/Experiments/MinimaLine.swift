import Networks
import Scalars

/// Loss and accuracy on the straight line between minima below two trainings' ends, as they are and after alignment.
public struct MinimaLine: Sendable, Equatable {
  /// At one point of a line.
  public struct Point: Sendable, Equatable {
    /// Of the way, from 0 to 1.
    public let share: Double
    /// With the penalty, as trainings minimise it.
    public let trainLoss: Double
    public let trainAccuracy: Double
    /// Without.
    public let testLoss: Double
    public let testAccuracy: Double
  }

  /// A line from minimum to minimum.
  public struct Profile: Sendable, Equatable {
    public let points: [Point]
    /// The distance between the ends in weight space.
    public let length: Double
    /// The most that the loss lies above the straight line between the ends' losses, of the points.
    public let trainBarrier: Double
    public let testBarrier: Double
  }

  public let network: String
  public let seed: UInt64
  public let epochs: Int
  /// λ of the penalty ½λ Σ w².
  public let l2: Double
  /// Dimensions of the space that the line crosses.
  public let parameterCount: Int
  /// As they were found.
  public let minima: [FoundMinimum]
  /// Between the minima as they were found.
  public let plain: Profile
  /// With the second network's hidden units in the order and with the signs of the first's: the same two functions.
  public let aligned: Profile

  /// The digits, 64-`hidden`-10, 300 rows, Adam in batches of 32, then L-BFGS.
  public init(seed: UInt64, epochs: Int = 40, hidden: Int = 16, l2: Double = 0.001, count: Int = 41) throws {
    let problem = try DigitsTask().problem(seed: seed, hidden: hidden, train: 300, l2: l2)
    minima = try problem.minima(count: 2, epochs: epochs, seed: seed)
    let line = WeightLine(from: minima[0].weights, to: minima[1].weights)
    self.l2 = l2
    network = problem.name
    parameterCount = problem.loss.network.parameterCount
    self.seed = seed
    self.epochs = epochs
    plain = Profile(line, problem, count: count)
    aligned = Profile(line.aligned(in: problem.loss.network), problem, count: count)
  }
}

extension MinimaLine.Profile {
  init(_ line: WeightLine, _ problem: DigitsTask.Problem, count: Int) {
    let shares = WeightLine.shares(count)
    let points = shares.map { share -> MinimaLine.Point in
      let x = line.point(share)
      let train = problem.loss.evaluate(problem.split.train, at: x)
      let test = problem.loss.evaluate(problem.split.test, at: x)
      return MinimaLine.Point(
        share: share, trainLoss: problem.trainingLoss(at: x), trainAccuracy: train.accuracy ?? 0, testLoss: test.loss,
        testAccuracy: test.accuracy ?? 0)
    }
    self.init(
      points: points, length: line.length, trainBarrier: WeightLine.barrier(points.map(\.trainLoss), at: shares),
      testBarrier: WeightLine.barrier(points.map(\.testLoss), at: shares))
  }
}
