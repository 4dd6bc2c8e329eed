import Networks
import Scalars

/// The training loss of a model as a function of its parameters: an objective like any other, and a finite sum.
///
/// With batch normalisation the terms of a mini-batch are normalised together, so that its mean is not that of terms.
/// x holds the parameters in the order of `MultilayerPerceptron`. Values and gradients are computed by reverse mode,
/// Hessians by products with it; every other number goes through the formula, whose last bits differ from those of
/// `value(at:)`. Runs start where the model's initialisation puts them, not uniformly in the domain.
public struct NetworkObjective: FiniteSum, ValidatedObjective {
  public let id: String
  public let domain: Box
  public let minimum: KnownMinimum
  /// The loss on the rows to train with, which are all rows of its data set.
  public let training: NetworkLoss
  /// The loss on rows that decide when to stop; nil where none are set aside.
  public let validation: NetworkLoss?
  /// The loss on rows that no run sees; nil for a model without.
  public let test: NetworkLoss?
  public let start: ModelStart
  private let workspaces: WorkspacePool
  private let rows: [Int]

  init(
    id: String, training: NetworkLoss, validation: NetworkLoss? = nil, test: NetworkLoss? = nil,
    start: ModelStart = ModelStart(), minimum: KnownMinimum
  ) {
    self.id = id
    self.training = training
    self.validation = validation
    self.test = test
    self.start = start
    self.minimum = minimum
    let bound = Self.bound(minimum)
    domain = Box(-bound...bound, dimension: training.parameterCount)
    workspaces = WorkspacePool(for: training.network)
    rows = Array(0..<training.dataset.count)
  }

  /// Weights and biases stay within ±10, or the power of ten that holds a known minimizer twice over; within ±100 where
  /// the loss goes to 0 as they grow without end.
  private static func bound(_ minimum: KnownMinimum) -> Double {
    guard minimum.status != .bound else { return 100 }
    let largest = minimum.minimizers.joined().map(\.magnitude).max() ?? 0
    var bound = 10.0
    while bound < 2 * largest { bound *= 10 }
    return bound
  }

  public var motion: String { "as defined" }
  public var termCount: Int { rows.count }
  public var isMeasuredAtEveryBatch: Bool { false }
  public var isCostly: Bool { true }

  public func drawStart(using generator: inout SeededGenerator) -> [Double] {
    domain.clamping(
      training.network.initialParameters(start.initialisation, factor: start.factor, using: &generator))
  }

  public func evaluate<S: RealScalar>(_ x: Span<S>) -> S { training.evaluate(rows: rows.span, at: x) }
  public func evaluate<S: RealScalar>(terms: Span<Int>, at x: Span<S>) -> S { training.evaluate(rows: terms, at: x) }

  public func value(at x: Span<Double>) -> Double { value(ofTerms: rows.span, at: x) }
  public func value(at x: Span<Double>, gradient: inout [Double]) -> Double {
    value(ofTerms: rows.span, at: x, gradient: &gradient)
  }
  public func value(ofTerms terms: Span<Int>, at x: Span<Double>) -> Double {
    workspaces.lend { training.value(ofRows: terms, at: x, in: $0.primal) }
  }
  public func value(ofTerms terms: Span<Int>, at x: Span<Double>, gradient: inout [Double]) -> Double {
    workspaces.lend { training.value(ofRows: terms, at: x, gradient: &gradient, in: $0.primal) }
  }

  public func lanes(at x: Span<Lanes>) -> Lanes { eachLane(of: x) { point, _ in value(at: point) } }
  public func lanes(at x: Span<Lanes>, gradient: inout [Lanes]) -> Lanes {
    var own = [Double](repeating: 0, count: x.count)
    return eachLane(of: x) { point, lane in
      let value = value(at: point, gradient: &own)
      for i in own.indices { gradient[i].values[lane] = own[i] }
      return value
    }
  }

  private func eachLane(of x: Span<Lanes>, _ body: (Span<Double>, Int) -> Double) -> Lanes {
    var result = Lanes(0)
    var point = [Double](repeating: 0, count: x.count)
    for lane in 0..<Lanes.width {
      for i in point.indices { point[i] = x[i].values[lane] }
      result.values[lane] = body(point.span, lane)
    }
    return result
  }

  public func hessian(at x: Span<Double>, into hessian: inout [Double]) {
    workspaces.lend { training.hessian(ofRows: rows.span, at: x, into: &hessian, in: $0) }
  }

  public var isValidated: Bool { validation != nil }
  public func validationValue(at x: [Double]) -> Double { validation.map { evaluation(of: $0, at: x).loss } ?? .nan }

  /// The largest eigenvalue of the training loss's Hessian at x: how sharp a minimum is.
  public func leadingCurvature(at x: [Double]) -> Double {
    var generator = SeededGenerator(seed: 0, axes: ["leading curvature"])
    return workspaces.lend { workspace in
      Lanczos(dimension: x.count, steps: min(30, x.count), using: &generator) { direction, product in
        training.hessianProduct(
          ofRows: rows.span, at: x.span, with: direction.span, into: &product, in: workspace)
      }.values.first ?? .nan
    }
  }

  /// What the model with parameters `x` is worth on the rows it is trained with.
  public func trainingEvaluation(at x: [Double]) -> NetworkLoss.Evaluation { evaluation(of: training, at: x) }
  /// The same on the rows that no run sees; normalised layers keep the statistics of the training rows.
  public func testEvaluation(at x: [Double]) -> NetworkLoss.Evaluation? { test.map { evaluation(of: $0, at: x) } }

  private func evaluation(of loss: NetworkLoss, at x: [Double]) -> NetworkLoss.Evaluation {
    let plain = workspaces.lend { training.folded(at: x, statisticsOf: rows, in: $0.primal) }
    guard let folded = try? NetworkLoss(network: plain.loss.network, dataset: loss.dataset) else {
      preconditionFailure("a network without normalisation takes the data of the one with it")
    }
    let all = Array(0..<folded.dataset.count)
    return folded.evaluate(rows: all.span, at: plain.parameters.span, in: Workspace(for: folded.network))
  }
}

/// How the parameters of a model are drawn at the start of a run.
public struct ModelStart: Sendable, Hashable {
  public let initialisation: Initialisation
  /// What the drawn weights are multiplied with.
  public let factor: Double

  public init(_ initialisation: Initialisation = .glorot, factor: Double = 1) {
    self.initialisation = initialisation
    self.factor = factor
  }
}
