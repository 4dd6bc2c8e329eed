import Objectives
import Sweeps

/// What the models are worth that the runs of a cell ended with: quantiles over runs, at the last iterate.
public struct ModelQuality: Sendable {
  public typealias Spread = (median: Double, q10: Double, q90: Double)

  /// Penalties excepted.
  public let trainingLoss: Spread
  /// Shares of rows that get their own class; nil where targets are numbers.
  public let trainingAccuracy: Spread?
  /// On rows that no run saw; nil for a model without.
  public let testLoss: Spread?
  public let testAccuracy: Spread?
  /// The largest eigenvalue of the Hessian of the training loss.
  public let leadingCurvature: Spread
  /// The sum of its eigenvalues.
  public let curvatureTrace: Spread
  /// The most that the loss rises within a twentieth of the parameters' length.
  public let rise: Spread
}

/// The models of a cell's runs, taken in one by one.
struct ModelTally {
  private let objective: NetworkObjective
  private var training: [(loss: Double, accuracy: Double?)] = []
  private var test: [(loss: Double, accuracy: Double?)] = []
  private var sharpness: [Sharpness] = []

  /// Nil where the objective is not the loss of a model.
  init?(_ objective: any Objective) {
    guard let model = objective.withoutNoise as? NetworkObjective else { return nil }
    self.objective = model
  }

  mutating func add(_ record: RunRecord) {
    guard record.xLast.allSatisfy(\.isFinite) else { return }
    let own = objective.trainingEvaluation(at: record.xLast)
    training.append((own.loss, own.accuracy))
    if let other = objective.testEvaluation(at: record.xLast) { test.append((other.loss, other.accuracy)) }
    sharpness.append(objective.sharpness(at: record.xLast))
  }

  /// Nil without a run that ended on finite numbers.
  var quality: ModelQuality? {
    guard !training.isEmpty else { return nil }
    return ModelQuality(
      trainingLoss: Self.spread(training.map(\.loss)), trainingAccuracy: Self.spread(ofSome: training.map(\.accuracy)),
      testLoss: Self.spread(ofSome: test.map(\.loss)), testAccuracy: Self.spread(ofSome: test.map(\.accuracy)),
      leadingCurvature: Self.spread(sharpness.map(\.leadingCurvature)),
      curvatureTrace: Self.spread(sharpness.map(\.trace)), rise: Self.spread(sharpness.map(\.rise)))
  }

  private static func spread(_ values: [Double]) -> ModelQuality.Spread {
    let quantiles = Quantiles(values)
    return (quantiles[0.5], quantiles[0.1], quantiles[0.9])
  }

  private static func spread(ofSome values: [Double?]) -> ModelQuality.Spread? {
    let known = values.compactMap(\.self)
    return known.isEmpty ? nil : spread(known)
  }
}
