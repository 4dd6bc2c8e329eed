import Objectives
import Scalars

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
    case .notConvex(let x, let eigenvalue?):
      "Not convex: at \(Self.point(x.map { Words.rounded($0, digits: 6) })) the Hessian has the eigenvalue \(Words.rounded(eigenvalue, digits: 2))."
    case .notConvex(let x, nil):
      "Not convex: near \(Self.point(x.map { Words.rounded($0) })) the graph lies above one of its chords."
    case .undecided: "Whether it is convex is not decided."
    }
  }

  private static func point(_ coordinates: [String]) -> String { "(\(coordinates.joined(separator: ", ")))" }

  /// How much of the domain bends which way.
  public var shareSentence: String {
    let parts = Curvature.allCases.map { ($0, convexity.share($0).estimate) }.filter { $0.1 > 0 }
    let shares = Words.list(parts.map { "\($0.phrase) on \(Words.percent($1))" })
    let basis =
      convexity.samples > 0
      ? "by the Hessians at \(convexity.samples) points"
      : convexity.undecided < 1e-9
        ? "proved" : "\(Words.percent(1 - convexity.undecided)) of it proved, the rest sampled"
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
        "The search stopped at its limit of boxes: \(Words.percent(1 - stationary.unresolvedShare)) of the domain is"
          + " settled, the lowest parts first, and counts are lower bounds.")
    }
    if let lines = linesSentence(stationary) { sentences.append(lines) }
    if stationary.isComplete, unproved == 0 {
      let points = stationary.unresolved.isEmpty ? "Every point is" : "Every point and every circle is"
      sentences.append("\(points) proved to exist and to be of its class, and there are no others.")
    }
    if let poles = polesSentence(stationary) { sentences.append(poles) }
    if stationary.undefinedShare > 0 {
      sentences.append(
        "The function is not defined on about \(Words.percent(stationary.undefinedShare)) of the domain; minima at the"
          + " edge of that part are not searched for.")
    }
    if unproved > 0 {
      sentences.append(
        "\(unproved == 1 ? "One point is" : "\(Words.count(unproved)) points are") not proved, but judged by the values around"
          + " \(unproved == 1 ? "it" : "them").")
    }
    return sentences.joined(separator: " ")
  }

  /// Where the function is unbounded; nil if nowhere.
  private func polesSentence(_ stationary: StationaryPoints) -> String? {
    let poles = stationary.poles
    guard !poles.isEmpty else { return nil }
    let places = poles.prefix(3).map { pole in
      let parts = zip(pole.lower, pole.upper).map { lower, upper in
        let (from, to) = (Words.rounded(lower, digits: 6), Words.rounded(upper, digits: 6))
        let middle = Interval(lower: lower, upper: upper).simplestDecimal
        return from == to || upper - lower < 1e-5 * Swift.max(lower.magnitude, 1)
          ? Words.rounded(middle, digits: 6) : "\(from) … \(to)"
      }
      return Self.point(parts)
    }
    let rest = poles.count > 3 ? ["\(Words.count(poles.count - 3, "other place"))"] : []
    return "The function is unbounded near \(Words.list(places + rest)); stationary points within the smallest boxes"
      + " there would be missed."
  }

  /// How many rings and lines of stationary points there are; nil if none.
  private func linesSentence(_ stationary: StationaryPoints) -> String? {
    let lines = stationary.unresolved
    guard !lines.isEmpty else { return nil }
    let valleys = lines.filter { $0.shape == .valley }.map(\.lowestValue)
    let depth =
      valleys.min().map { " (values from \(Words.rounded(($0 * 1e6).rounded() / 1e6 + 0, digits: 6)) upwards)" } ?? ""
    let parts = [
      counted(lines, .valley).map { "\($0) of minima\(depth)" }, counted(lines, .ridge).map { "\($0) of maxima" },
      counted(lines, .other).map { "\($0) of neither" },
    ]
    let list = parts.compactMap { $0 }.joined(separator: ", ")
    if lines.allSatisfy({ $0.outline != .boxes && $0.isProved }) {
      return "Beside the points counted there are circles of stationary points: \(list)."
    }
    let share = stationary.isUnfinished ? "" : ", on \(Words.percent(stationary.unresolvedShare)) of the domain"
    return "Beside the points counted there are sets that are not isolated points, or lie on kinks\(share), judged by"
      + " values: \(list)."
  }

  /// "9 rings and 16 arcs", of one shape; nil if there are none.
  private func counted(_ lines: [StationaryPoints.Region], _ shape: StationaryPoints.Region.Shape) -> String? {
    let parts = StationaryPoints.Region.Outline.allCases.compactMap { outline in
      let count = lines.count { $0.shape == shape && $0.outline == outline }
      return count == 0 ? nil : outline.counted(count)
    }
    return parts.isEmpty ? nil : Words.list(parts)
  }
}

extension StationaryPoints.Region.Outline {
  fileprivate func counted(_ number: Int) -> String {
    switch self {
    case .ring: Words.count(number, "ring", "rings")
    case .arc: Words.count(number, "arc", "arcs")
    case .boxes: Words.count(number, "line, ring or other set", "lines, rings or other sets")
    }
  }
}

extension StationaryPoints {
  /// "4 minima", "12 minima (8 on the boundary)" for each class of which there are points.
  package var countPhrases: [(kind: StationaryPoint.Kind, text: String)] {
    StationaryPoint.Kind.allCases.filter { count($0) > 0 }.map { kind in
      let boundary = count(kind, boundary: true)
      return (kind, kind.counted(count(kind)) + (boundary > 0 ? " (\(Words.count(boundary)) on the boundary)" : ""))
    }
  }
}

extension StationaryPoint.Kind {
  /// "1 minimum", "220 saddles".
  package func counted(_ number: Int, space: String = " ") -> String {
    switch self {
    case .minimum: Words.count(number, "minimum", "minima", space: space)
    case .saddle: Words.count(number, "saddle", space: space)
    case .maximum: Words.count(number, "maximum", "maxima", space: space)
    case .degenerate: Words.count(number, "degenerate point", space: space)
    }
  }
}
