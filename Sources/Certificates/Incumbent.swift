import Objectives
import Scalars

/// The best point known, and a proved upper bound of the objective's value there.
struct Incumbent: Sendable {
  private let objective: any Objective
  private(set) var point: [Double] = []
  /// The global minimum is not above it; ∞ as long as no point is known.
  private(set) var upper = Double.infinity
  private(set) var origin = Certificate.Origin.none

  init(_ objective: any Objective) { self.objective = objective }

  /// Takes `candidate` if it lies in the domain and an enclosure proves that it is better.
  ///
  /// A value that is not finite in plain arithmetic is not trusted: the formula may be undefined there.
  mutating func offer(_ candidate: [Double], _ origin: Certificate.Origin) {
    guard candidate.count == objective.dimension, objective.domain.contains(candidate),
      objective.value(at: candidate).isFinite
    else { return }
    take(candidate, bound: objective.enclosure(over: candidate.map { Interval($0) }).upper, origin)
  }

  private mutating func take(_ candidate: [Double], bound: Double, _ origin: Certificate.Origin) {
    guard bound < upper else { return }
    (point, upper, self.origin) = (candidate, bound, origin)
  }

  /// Looks near `start`, where a box's model has its minimum; descends from there if that gains more than `gain`.
  mutating func explore(from start: [Double], gain: Double) {
    let inside = objective.domain.clamping(start)
    let value = objective.value(at: inside)
    guard value < upper else { return }
    if value < upper - gain {
      offer(ProjectedNewton(objective).descend(from: inside), .search)
    }
    offer(inside, .search)
  }

  /// Samples the domain evenly and descends from the best points.
  mutating func sample(count: Int, descents: Int) {
    let points = GoldenSequence.points(count, in: objective.domain)
    let ranked = points.map { (point: $0, value: objective.value(at: $0)) }
      .filter { $0.value.isFinite }
      .sorted { $0.value < $1.value }
    let descent = ProjectedNewton(objective)
    for (point, _) in ranked.prefix(descents) { offer(descent.descend(from: point), .sampled) }
  }
}
