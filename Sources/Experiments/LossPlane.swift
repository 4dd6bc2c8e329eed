import Networks

/// A network's training loss, with its penalty if it has one, over a plane through weight space: what a figure draws.
public protocol LossPlane {
  /// Its widths, 64-16-10.
  var network: String { get }
  var seed: UInt64 { get }
  var epochs: Int { get }
  /// Dimensions of the space that the plane cuts.
  var parameterCount: Int { get }
  /// Where named weights lie.
  var marks: [PlaneMark] { get }
  /// The training loss at a point of the plane. For one thread at a time.
  func loss(_ x: Double, _ y: Double) -> Double
}

/// Named weights, as seen from a plane.
public struct PlaneMark: Sendable, Equatable {
  public let name: String
  public let x: Double
  public let y: Double
  /// From the plane, in weight space.
  public let distance: Double
  /// On the training rows, of the weights themselves, penalty included.
  public let loss: Double
  /// On the test rows, of the weights themselves.
  public let testAccuracy: Double

  init(_ name: String, _ weights: [Double], on plane: some WeightPlane, of problem: DigitsTask.Problem) {
    self.name = name
    (x, y, distance) = plane.projection(of: weights)
    loss = problem.trainingLoss(at: weights)
    testAccuracy = problem.loss.evaluate(problem.split.test, at: weights).accuracy ?? 0
  }
}

/// What losses on a plane are computed with.
struct PlaneProblem<Plane: WeightPlane> {
  let plane: Plane
  let problem: DigitsTask.Problem
  let workspace: Workspace

  init(_ plane: Plane, _ problem: DigitsTask.Problem) {
    self.plane = plane
    self.problem = problem
    workspace = Workspace(for: problem.loss.network)
  }

  var parameterCount: Int { problem.loss.network.parameterCount }

  func loss(_ x: Double, _ y: Double) -> Double {
    problem.loss.value(ofRows: problem.split.train.span, at: plane.point(x, y).span, in: workspace)
  }
}

extension TrainingPlane: LossPlane {}
