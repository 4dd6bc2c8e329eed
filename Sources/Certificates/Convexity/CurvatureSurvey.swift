import Objectives
import Scalars

/// Collects what Hessians over a domain, or at points of it, say of its curvature.
struct CurvatureSurvey {
  private let objective: any Objective
  private let domain: Box
  private var sampler: CurvatureSampler
  private var proved: [Curvature: Double] = [:]
  private var estimated: [Curvature: Double] = [:]
  private(set) var samples = 0
  /// A point at which the curvature is surely negative in some direction, and the Hessian's lowest eigenvalue there.
  ///
  /// Of all points surveyed, the one with the lowest.
  private(set) var witness: (point: [Double], eigenvalue: Double)?
  /// Whether boxes on which the Hessian is semidefinite cover the domain.
  private(set) var isSemidefinite = false

  init(_ objective: any Objective) {
    self.objective = objective
    domain = objective.domain
    sampler = CurvatureSampler(objective)
  }

  /// Of every class; estimates add up to 1.
  var shares: [Curvature: Convexity.Share] {
    let volume = samples > 0 ? Double(samples) : domain.widths.reduce(1, *)
    let pairs = Curvature.allCases.map { curvature in
      let sure = proved[curvature, default: 0] / volume
      return (
        curvature, Convexity.Share(estimate: sure + estimated[curvature, default: 0] / volume, proved: sure)
      )
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  private var wholeDomain: [Interval] {
    domain.lower.indices.map { Interval(lower: domain.lower[$0], upper: domain.upper[$0]) }
  }

  /// Takes the Hessian as constant all over the domain.
  mutating func settle(_ curvature: Curvature) {
    proved = [curvature: domain.widths.reduce(1, *)]
    isSemidefinite = curvature.isConvex
  }

  /// Divides the domain breadth first, until all but a thousandth of it is decided or the boxes are used up.
  mutating func divide(into limit: Int) {
    var frontier = [wholeDomain]
    var undecided: [HessianBox] = []
    var constant: [HessianBox] = []
    var count = 0
    let volume = domain.widths.reduce(1, *)
    repeat {
      undecided = []
      count += frontier.count
      for box in frontier {
        let part = HessianBox(objective, over: box)
        if part.inertia.hasNegativeDirection { call(box.map(\.simplestDecimal)) }
        if let curvature = part.inertia.curvature {
          proved[curvature, default: 0] += part.volume
        } else if part.isConstant {
          constant.append(part)
        } else {
          undecided.append(part)
        }
      }
      frontier = undecided.flatMap { $0.halves(widths: domain.widths) }
    } while !frontier.isEmpty && count + frontier.count <= limit
      && undecided.reduce(0) { $0 + $1.volume } > 1e-3 * volume
    undecided += constant
    let falling: [Curvature] = [.indefinite, .negativeSemidefinite, .negativeDefinite]
    isSemidefinite =
      witness == nil && falling.allSatisfy { proved[$0] == nil } && undecided.allSatisfy(\.isSemidefinite)
    estimate(undecided)
    seekLowest()
  }

  /// Boxes that were decided while they were large have witnesses that tell little; points that fill the domain do better.
  private mutating func seekLowest() {
    guard witness != nil else { return }
    let reach = domain.widths.map { $0 / 2000 }
    for point in GoldenSequence.points(512, in: domain) {
      examine(point, sampler.eigenvalues(at: point), reach: reach)
    }
  }

  /// Points in each box that no proof reaches.
  private static let pointsInBox = 16

  private mutating func estimate(_ boxes: [HessianBox]) {
    let unit = GoldenSequence.points(Self.pointsInBox, in: Box(0...1, dimension: domain.dimension))
    for part in boxes {
      for place in unit {
        let point = place.indices.map { part.box[$0].lower + place[$0] * (part.box[$0].upper - part.box[$0].lower) }
        let eigenvalues = sampler.eigenvalues(at: point)
        estimated[Curvature(eigenvalues: eigenvalues), default: 0] += part.volume / Double(unit.count)
        examine(point, eigenvalues, reach: part.box.map { $0.width / 8 })
      }
    }
  }

  /// Takes a point of surely negative curvature as the witness, if no other's is lower.
  private mutating func call(_ point: [Double]) {
    let lowest = sampler.eigenvalues(at: point).first ?? 0
    if lowest < witness?.eigenvalue ?? .infinity { witness = (point, lowest) }
  }

  /// Calls a sampled point, or one with fewer decimals within `reach`, if its curvature promises to be the lowest.
  private mutating func examine(_ point: [Double], _ eigenvalues: [Double], reach: [Double]) {
    guard let lowest = eigenvalues.first, lowest < witness?.eigenvalue ?? 0 else { return }
    let short = point.indices.map { i in
      Interval(
        lower: Swift.max(domain.lower[i], point[i] - reach[i]), upper: Swift.min(domain.upper[i], point[i] + reach[i])
      ).simplestDecimal
    }
    for candidate in [short, point] {
      let inertia = HessianBox(objective, over: candidate.map { Interval($0) }).inertia
      if inertia.hasNegativeDirection { return call(candidate) }
    }
  }

  /// Evaluates the Hessian at points that fill the domain evenly.
  mutating func sample() {
    let n = domain.dimension
    // Eigenvalues take n³: a second and more of 600 of them.
    samples = Swift.max(n <= 200 ? 64 : 8, Swift.min(2048, 1_000_000 / (n * n * n)))
    let reach = domain.widths.map { $0 / 2000 }
    for point in GoldenSequence.points(samples, in: domain) {
      let eigenvalues = sampler.eigenvalues(at: point)
      estimated[Curvature(eigenvalues: eigenvalues), default: 0] += 1
      examine(point, eigenvalues, reach: reach)
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

  /// Of all chords that are looked at.
  private static let chordOperations = 1e8

  /// A point half way between two others at which f surely exceeds the mean of theirs: for kinks that bend downwards.
  func pointAboveChord() -> [Double]? {
    // Where a formula is as long as a data set, fewer pairs have to do.
    let count = Int((2 * Self.chordOperations / Double(objective.operationCount)).squareRoot())
    let points = GoldenSequence.points(Swift.max(4, Swift.min(48, count)), in: domain)
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
}
