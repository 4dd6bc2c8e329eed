import Networks
import Objectives

/// What the model is worth that a run ended with, at its last iterate.
public struct ModelEnd: Sendable {
  /// The run's start, counted from 0.
  public let start: Int
  /// On the rows it was trained with, penalty and dropout excepted.
  public let training: NetworkLoss.Evaluation
  /// On rows that no run saw; nil for a model without.
  public let test: NetworkLoss.Evaluation?
  /// ‖∇f‖ of the training loss with its penalty: 0 at a stationary point.
  public let gradientNorm: Double
  public let sharpness: Sharpness

  init(start: Int, at x: [Double], of objective: NetworkObjective) {
    self.start = start
    training = objective.trainingEvaluation(at: x)
    test = objective.testEvaluation(at: x)
    var gradient = x
    _ = objective.value(at: x.span, gradient: &gradient)
    gradientNorm = gradient.reduce(0) { $0 + $1 * $1 }.squareRoot()
    sharpness = objective.sharpness(at: x)
  }
}
