import Networks

/// How sharp a training loss, penalty included, is around a point.
public struct Sharpness: Sendable, Equatable {
  /// The largest eigenvalues of the Hessian, descending: up to five, by 30 Lanczos steps.
  public let curvatures: [Double]
  /// An eigenvalue lies within so much of each of them.
  public let curvatureError: Double
  /// The sum of all eigenvalues, by Hutchinson's estimate from 10 directions, and its standard error.
  public let trace: Double
  public let traceError: Double
  /// The most that the loss was found to rise within `radius` times the length of the point.
  public let rise: Double

  public static let curvatureCount = 5
  public static let radius = 0.05

  init(of loss: NetworkLoss, at x: [Double], rows: [Int], in workspace: CurvatureWorkspace) {
    let spectrum = loss.curvatures(at: x, rows: rows, seed: 0, in: workspace)
    let sum = loss.curvatureTrace(at: x, rows: rows, samples: 10, seed: 0, in: workspace)
    curvatures = Array(spectrum.values.prefix(Self.curvatureCount))
    curvatureError = spectrum.residuals.prefix(Self.curvatureCount).max() ?? .nan
    (trace, traceError) = (sum.mean, sum.standardError)
    rise = loss.largestRise(around: x, rows: rows, radius: Self.radius, seed: 0, in: workspace.primal)
  }

  /// The largest curvature; NaN where none is finite.
  public var leadingCurvature: Double { curvatures.first ?? .nan }
}
