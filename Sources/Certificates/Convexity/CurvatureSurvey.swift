import Objectives
import Scalars

/// Collects what Hessians over a domain, or at points of it, say of its curvature.
struct CurvatureSurvey {
  /// The signs of the eigenvalues.
  enum Signs: Sendable { case positive, mixed, negative, singular }

  private let objective: any Objective
  private let domain: Box
  private var proved: [Signs: Double] = [:]
  private var estimated: [Signs: Double] = [:]
  private(set) var samples = 0
  /// A point at which the curvature is surely negative in some direction.
  private(set) var witness: [Double]?
  /// Whether boxes on which the Hessian is semidefinite cover the domain.
  private(set) var isSemidefinite = false

  init(_ objective: any Objective) {
    self.objective = objective
    domain = objective.domain
  }

  func share(_ signs: Signs) -> Convexity.Share {
    let volume = samples > 0 ? Double(samples) : domain.widths.reduce(1, *)
    let sure = proved[signs, default: 0] / volume
    return Convexity.Share(estimate: sure + estimated[signs, default: 0] / volume, proved: sure)
  }

  private var wholeDomain: [Interval] {
    domain.lower.indices.map { Interval(lower: domain.lower[$0], upper: domain.upper[$0]) }
  }

  /// Divides the domain breadth first, until all but a thousandth of it is decided or the boxes are used up.
  mutating func divide(into limit: Int) {
    var frontier = [wholeDomain]
    var undecided: [HessianBox] = []
    var count = 0
    let volume = domain.widths.reduce(1, *)
    repeat {
      undecided = []
      count += frontier.count
      for box in frontier {
        let part = HessianBox(objective, over: box)
        if witness == nil, part.inertia.hasNegativeDirection { witness = box.map(\.simplestDecimal) }
        switch part.signs {
        case .singular: undecided.append(part)
        case let signs: proved[signs, default: 0] += part.volume
        }
      }
      frontier = undecided.flatMap { $0.halves(widths: domain.widths) }
    } while !frontier.isEmpty && count + frontier.count <= limit
      && undecided.reduce(0) { $0 + $1.volume } > 1e-3 * volume
    isSemidefinite = witness == nil && proved[.mixed] == nil && undecided.allSatisfy(\.isSemidefinite)
    estimate(undecided)
  }

  /// Points in each box that no proof reaches.
  private static let pointsInBox = 16

  private mutating func estimate(_ boxes: [HessianBox]) {
    let unit = GoldenSequence.points(Self.pointsInBox, in: Box(0...1, dimension: domain.dimension))
    for part in boxes {
      for place in unit {
        let point = place.indices.map { part.box[$0].lower + place[$0] * (part.box[$0].upper - part.box[$0].lower) }
        let signs = signs(at: point)
        estimated[signs, default: 0] += part.volume / Double(unit.count)
        seekWitness(point, signs)
      }
    }
  }

  private mutating func seekWitness(_ point: [Double], _ signs: Signs) {
    guard witness == nil, signs == .mixed || signs == .negative else { return }
    let inertia = HessianBox(objective, over: point.map { Interval($0) }).inertia
    if inertia.hasNegativeDirection { witness = point }
  }

  /// Evaluates the Hessian at points that fill the domain evenly.
  mutating func sample() {
    let n = domain.dimension
    samples = Swift.max(64, Swift.min(2048, 1_000_000 / (n * n * n)))
    for point in GoldenSequence.points(samples, in: domain) {
      let signs = signs(at: point)
      estimated[signs, default: 0] += 1
      seekWitness(point, signs)
    }
  }

  /// Whether the Hessian is proved semidefinite on all of the domain by no more than `limit` boxes.
  func provesSemidefinite(within limit: Int) -> Bool {
    var frontier = [wholeDomain]
    var count = 0
    while let box = frontier.popLast() {
      count += 1
      let part = HessianBox(objective, over: box)
      if part.isSemidefinite { continue }
      if part.inertia.hasNegativeDirection || count + frontier.count > limit { return false }
      frontier += part.halves(widths: domain.widths)
    }
    return true
  }

  /// A point half way between two others at which f surely exceeds the mean of theirs: for kinks that bend downwards.
  func pointAboveChord() -> [Double]? {
    let points = GoldenSequence.points(48, in: domain)
    let values = points.map { value(at: $0) }
    for i in points.indices {
      for j in 0..<i {
        let middle = zip(points[i], points[j]).map { 0.5 * ($0 + $1) }
        if value(at: middle).lower > (0.5 * (values[i] + values[j])).upper { return middle }
      }
    }
    return nil
  }

  private func value(at x: [Double]) -> Interval { objective.enclosure(over: x.map { Interval($0) }) }

  private func signs(at x: [Double]) -> Signs {
    let hessian = objective.hessian(at: x)
    guard hessian.allSatisfy(\.isFinite) else { return .singular }
    var solver = SymmetricEigensolver(dimension: x.count)
    solver.decompose(hessian)
    let noise = 1e-14 * (solver.values.map(\.magnitude).max() ?? 0)
    let positive = solver.values.count { $0 > noise }
    let negative = solver.values.count { $0 < -noise }
    if positive > 0 && negative > 0 { return .mixed }
    return positive == x.count ? .positive : negative == x.count ? .negative : .singular
  }
}

extension HessianBox {
  /// What is proved of the eigenvalues everywhere in the box; `singular` if nothing.
  fileprivate var signs: CurvatureSurvey.Signs {
    if inertia.isPositiveDefinite { return .positive }
    if inertia.isNegativeDefinite { return .negative }
    return inertia.isIndefinite ? .mixed : .singular
  }
}
