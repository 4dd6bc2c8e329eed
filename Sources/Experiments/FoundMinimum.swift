import Networks
import Objectives
import Optimizers
import Scalars

/// Where a descent came to rest on a training loss with its penalty, and what speaks for a minimum.
public struct FoundMinimum: Sendable, Equatable {
  public let weights: [Double]
  /// ‖∇f‖, with the penalty.
  public let gradientNorm: Double
  /// The lowest eigenvalue of the Hessian that Lanczos steps found; the lowest of all is not above it.
  public let lowestCurvature: Double
  /// Gradients that the descent took after the training.
  public let gradients: Int

  /// Descends by L-BFGS until no element of the gradient exceeds 10⁻⁹, from where a training ended.
  init(below end: [Double], of problem: DigitsTask.Problem) throws {
    let rows = problem.split.train
    let training = try NetworkLoss(
      network: problem.loss.network, dataset: problem.loss.dataset.subset(rows))
    let objective = NetworkObjective(
      id: "digits", training: training,
      minimum: KnownMinimum(value: 0, minimizers: [], listsAll: false, status: .bound))
    let method = try MethodCatalogue.method(Spec(parsing: "l-bfgs[memory=20,gradientTolerance=1e-9]"))
    let descent = Descent.run(method, on: objective, from: end, budget: 50_000, generator: SeededGenerator(seed: 0))
    let x = descent.xLast
    var gradient = x
    _ = objective.value(at: x.span, gradient: &gradient)
    weights = x
    gradients = descent.counts.gradient
    gradientNorm = dot(gradient, gradient).squareRoot()
    lowestCurvature =
      training.curvatures(at: x, rows: Array(0..<rows.count), seed: 0, steps: 200).values.last ?? .nan
  }

  /// What the caption may call it: no eigenvalue below rounding was found, and the gradient vanishes.
  public var isMinimum: Bool { gradientNorm < 1e-7 && lowestCurvature > -1e-8 }
}

extension DigitsTask.Problem {
  /// Minima below the ends of trainings with weights and batches of their own on the same rows.
  func minima(count: Int, epochs: Int, seed: UInt64) throws -> [FoundMinimum] {
    try ends(count: count, epochs: epochs, seed: seed).map { try FoundMinimum(below: $0, of: self) }
  }
}
