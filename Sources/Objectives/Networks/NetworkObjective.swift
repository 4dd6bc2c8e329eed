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
  /// The probability that a hidden unit is left out of what methods see.
  public let dropout: Double
  private let workspaces: WorkspacePool
  /// For the network whose normalised layers keep their statistics.
  private let plainWorkspaces: WorkspacePool
  private let rows: [Int]
  /// The rows of the largest of the three parts.
  private let anyRows: [Int]

  package init(
    id: String, training: NetworkLoss, validation: NetworkLoss? = nil, test: NetworkLoss? = nil,
    start: ModelStart = ModelStart(), dropout: Double = 0, minimum: KnownMinimum
  ) {
    self.id = id
    self.training = training
    self.validation = validation
    self.test = test
    self.start = start
    self.dropout = dropout
    self.minimum = minimum
    let bound = Self.bound(minimum)
    domain = Box(-bound...bound, dimension: training.parameterCount)
    workspaces = WorkspacePool(for: training.network)
    plainWorkspaces = WorkspacePool(for: training.withoutNormalisation.network)
    rows = Array(0..<training.dataset.count)
    anyRows = Array(0..<([training, validation, test].compactMap { $0?.dataset.count }.max() ?? 0))
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

  public var termCount: Int { rows.count }
  public var isMeasuredAtEveryBatch: Bool { false }
  public var isCostly: Bool { true }
  public var disturbance: String? {
    dropout > 0 ? "hidden units left out with probability \(dropout.shortest) (dropout)" : nil
  }

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

  public func value(
    ofTerms terms: Span<Int>, at x: Span<Double>, gradient: inout [Double], using generator: inout SeededGenerator
  ) -> Double {
    workspaces.lend {
      training.value(
        ofRows: terms, at: x, gradient: &gradient, dropout: dropout, using: &generator, in: $0.primal)
    }
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

  public func evaluate(batches wanted: [Bool], at x: Span<Lanes>, values: inout [Lanes], gradient: inout [Lanes]) {
    evaluateOneByOne(batches: wanted, at: x, values: &values, gradient: &gradient)
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

  /// How sharp the training loss is at x.
  public func sharpness(at x: [Double]) -> Sharpness {
    workspaces.lend { Sharpness(of: training, at: x, rows: rows, in: $0) }
  }

  /// Points that differ in the order, the signs or the scales of hidden units only are the same model.
  public func canonicalForm(of x: [Double]) -> [Double] { training.network.canonicalForm(of: x) }

  /// What the model with parameters `x` is worth on the rows it is trained with.
  public func trainingEvaluation(at x: [Double]) -> NetworkLoss.Evaluation { evaluation(of: training, at: x) }
  /// The same on the rows that no run sees; normalised layers keep the statistics of the training rows.
  public func testEvaluation(at x: [Double]) -> NetworkLoss.Evaluation? { test.map { evaluation(of: $0, at: x) } }

  private func evaluation(of loss: NetworkLoss, at x: [Double]) -> NetworkLoss.Evaluation {
    let plain = workspaces.lend { training.folded(at: x, statisticsOf: rows, in: $0.primal).parameters }
    let all = anyRows.span.extracting(0..<loss.dataset.count)
    return plainWorkspaces.lend { loss.withoutNormalisation.evaluate(rows: all, at: plain.span, in: $0.primal) }
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
