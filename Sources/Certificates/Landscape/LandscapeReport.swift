import Objectives

/// What is known of an objective's landscape: its stationary points and how it bends.
public struct LandscapeReport: Sendable {
  /// The objective's resolved specification.
  public let objective: String
  public let dimension: Int
  /// Nil above `StationaryPoints.dimensionLimit` dimensions.
  public let stationary: StationaryPoints?
  public let convexity: Convexity

  public init(of objective: any Objective, limits: SearchLimits = SearchLimits()) {
    self.objective = objective.id
    dimension = objective.dimension
    stationary = StationaryPoints(of: objective, limits: limits)
    convexity = Convexity(of: objective)
  }
}

/// In words, for the command line and for pages.
extension LandscapeReport {
  /// What convexity means here: one sentence, or two.
  public var convexitySentence: String {
    switch convexity.verdict {
    case .convex: "Convex, which is proved: every local minimum is global here."
    case .notConvex(let x):
      "Not convex: near (\(x.map { (($0 * 1e4).rounded() / 1e4 + 0).shortest }.joined(separator: ", "))) its graph bends"
        + " downwards."
    case .undecided: "Whether it is convex is not decided."
    }
  }

  /// How much of the domain bends which way.
  public var shareSentence: String {
    let parts = [
      ("convex", convexity.positiveDefinite), ("saddle-like", convexity.indefinite),
      ("concave", convexity.negativeDefinite),
    ]
    let shares = parts.map { "\($0.0) on \(Self.percent($0.1.estimate))" }.joined(separator: ", ")
    let basis =
      convexity.samples > 0
      ? "by the Hessians at \(convexity.samples) points"
      : convexity.undecided < 1e-9
        ? "proved" : "\(Self.percent(1 - convexity.undecided)) of it proved, the rest sampled"
    return "The function is \(shares) of the domain (\(basis))."
  }

  /// Whether the list of stationary points is complete, and if not, why.
  public var completenessSentence: String {
    guard let stationary else {
      return "Stationary points are searched in up to \(StationaryPoints.dimensionLimit) dimensions; this objective has"
        + " \(dimension)."
    }
    let unproved = stationary.points.count { !$0.isProved }
    var sentences: [String] = []
    if stationary.isUnfinished {
      sentences.append(
        "The search stopped at its limit of boxes, with \(Self.percent(stationary.unresolvedShare)) of the domain"
          + " unresolved: counts are lower bounds.")
    } else if !stationary.unresolved.isEmpty {
      let count = stationary.unresolved.count
      sentences.append(
        "\(count) connected \(count == 1 ? "part" : "parts") of the domain could not be resolved into isolated points"
          + " (\(Self.percent(stationary.unresolvedShare)) of it): stationary points there are not isolated, or lie on"
          + " lines of kinks; counts are of the isolated ones elsewhere.")
    } else if unproved == 0 {
      sentences.append("Every point is proved to exist and to be of its class, and there are no others.")
    }
    if unproved > 0 {
      sentences.append(
        "\(unproved == 1 ? "One point is" : "\(unproved) points are") not proved, but judged by the values around"
          + " \(unproved == 1 ? "it" : "them").")
    }
    return sentences.joined(separator: " ")
  }

  /// "12 %", "0.4 %", "< 0.1 %", "> 99.9 %": never 0 or 100 of what is neither.
  public static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    let number =
      switch tenths {
      case 0: share > 0 ? "< 0.1" : "0"
      case 1000...: share < 1 ? "> 99.9" : "100"
      case 100...990: "\(Int((share * 100).rounded()))"
      default: tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
      }
    return number + "\u{202F}%"
  }
}
