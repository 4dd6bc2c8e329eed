import Objectives
import Scalars

/// How a function bends over its domain, and whether it is convex.
public struct Convexity: Sendable, Equatable {
  public enum Verdict: Sendable, Equatable {
    /// Proved: every local minimum over the domain is global.
    case convex
    /// Proved by this point, at which the graph lies above one of its chords.
    ///
    /// With the lowest eigenvalue of the Hessian there: of the points surveyed, the lowest of all. Nil where a chord
    /// between two other points is the proof, as it is for kinks.
    case notConvex(at: [Double], eigenvalue: Double?)
    case undecided
  }

  /// A share of the domain's volume.
  public struct Share: Sendable, Equatable {
    /// With what Hessians at points say where there is no proof.
    public let estimate: Double
    /// The part that is proved; 0 where the share is sampled.
    public let proved: Double
  }

  public let verdict: Verdict
  /// Of every class; estimates add up to 1.
  public let shares: [Curvature: Share]
  /// Points at which the Hessian was sampled; 0 where the domain was divided into boxes with proofs.
  public let samples: Int

  public func share(_ curvature: Curvature) -> Share { shares[curvature] ?? Share(estimate: 0, proved: 0) }
  /// Where every eigenvalue of the Hessian is positive.
  public var positiveDefinite: Share { share(.positiveDefinite) }
  /// Where there are eigenvalues of both signs.
  public var indefinite: Share { share(.indefinite) }
  /// Where every eigenvalue is negative.
  public var negativeDefinite: Share { share(.negativeDefinite) }

  /// The estimated share on which no eigenvalue is negative.
  public var convexShare: Double {
    Swift.min(1, Curvature.allCases.filter(\.isConvex).reduce(0) { $0 + share($1).estimate })
  }

  /// The share for which no box is small enough for a proof; 1 where shares are sampled.
  public var undecided: Double {
    Swift.max(0, Curvature.allCases.reduce(1) { $0 - share($1).proved })
  }

  /// The largest dimension in which the domain is divided for its shares.
  public static let dimensionLimit = 2

  /// The largest dimension in which Hessians are enclosed, which takes n²/4 evaluations.
  private static let enclosureLimit = 200

  /// - Parameter boxes: how many boxes the domain of one or two dimensions may be divided into.
  public init(of objective: any Objective, boxes: Int = 20_000) {
    let domain = objective.domain.intervals
    let objective = objective.withSlopesWhereDefined(in: domain)
    // √(1 − x²) is defined up to the rim of [−1, 1], but there a bound is a rounding beyond that.
    let interior = domain.map { side in
      Interval(lower: side.lower + 0x1p-40 * side.width, upper: side.upper - 0x1p-40 * side.width)
    }
    let n = objective.dimension
    let shape = Self.shape(of: objective)
    let isConvexByRules = shape.isConvex && objective.isDefined(throughout: interior)
    var survey = CurvatureSurvey(objective)
    if isConvexByRules, let curvature = shape.quadratic?.curvature(dimension: n) {
      survey.settle(curvature)
    } else if n <= Self.dimensionLimit {
      survey.divide(into: boxes)
    } else {
      survey.sample()
    }
    samples = survey.samples
    shares = survey.shares
    if let witness = survey.witness {
      verdict = .notConvex(at: witness.point, eigenvalue: witness.eigenvalue)
    } else if survey.isSemidefinite || isConvexByRules {
      verdict = .convex
    } else if n > Self.dimensionLimit, n <= Self.enclosureLimit,
      survey.provesSemidefinite(within: Swift.max(8, 100_000 / (n * n * n)))
    {
      verdict = .convex
    } else if let point = survey.pointAboveChord() {
      verdict = .notConvex(at: point, eigenvalue: nil)
    } else {
      verdict = .undecided
    }
  }

  /// What the rules of composition, and exact coefficients of a quadratic, tell of the formula over the domain.
  private static func shape(of objective: any Objective) -> (isConvex: Bool, quadratic: ExactQuadratic?) {
    let domain = objective.domain
    let n = domain.dimension
    let variables = domain.lower.indices.map {
      ShapeNumber(variable: Interval(lower: domain.lower[$0], upper: domain.upper[$0]), index: $0)
    }
    let shape = objective.evaluate(variables.span)
    guard n <= 2, let quadratic = shape.quadratic else { return (shape.isConvex, nil) }
    return (shape.isConvex || quadratic.curvature(dimension: n)?.isConvex == true, quadratic)
  }
}
