import Objectives
import Optimizers
import Scalars

/// Looks for the global minimum of an objective that nobody has stated one for.
///
/// Values on a grid (one or two dimensions) or at seeded uniform points, then local descent from the most promising of
/// them. Deterministic, and no proof: what it finds is best known.
public enum MinimumSearch {
  /// Values closer than this, relative to f* or absolute below 1, count as the same minimum.
  private static let tolerance = 1e-10
  private static let descents = 64
  /// Beyond so many dimensions Hessians cost too much.
  private static let largestForNewton = 10

  /// The best known minimum over the domain; nil where no value tried is a finite number.
  public static func minimum(of objective: any Objective) -> KnownMinimum? {
    let starts = objective.dimension <= 2 ? gridMinima(of: objective) : promisingPoints(of: objective)
    let ends = starts.prefix(descents).map { tidied(descend(from: $0, on: objective), on: objective) }
    guard let best = ends.map(\.value).min() else { return nil }
    let widths = objective.domain.widths
    var minimizers: [[Double]] = []
    for end in ends.sorted(by: { $0.value < $1.value })
    where end.value <= best + tolerance * Swift.max(1, best.magnitude) {
      let isNew = minimizers.allSatisfy { other in
        other.indices.contains { (other[$0] - end.x[$0]).magnitude > 1e-5 * widths[$0] }
      }
      if isNew { minimizers.append(end.x) }
    }
    return KnownMinimum(value: best, minimizers: minimizers, listsAll: false, status: .bestKnown)
  }

  private typealias Sample = (x: [Double], value: Double)

  /// The points of a grid that no neighbour lies below, lowest first.
  private static func gridMinima(of objective: any Objective) -> [Sample] {
    let domain = objective.domain
    let (columns, rows) = domain.dimension == 1 ? (10_001, 1) : (201, 201)
    func coordinate(_ i: Int, _ index: Int, of count: Int) -> Double {
      let share = Double(index) / Double(count - 1)
      return domain.lower[i] * (1 - share) + domain.upper[i] * share
    }
    func point(_ column: Int, _ row: Int) -> [Double] {
      let x = coordinate(0, column, of: columns)
      return domain.clamping(domain.dimension == 1 ? [x] : [x, coordinate(1, row, of: rows)])
    }
    var values = [Double](repeating: 0, count: columns * rows)
    for row in 0..<rows {
      for column in 0..<columns { values[row * columns + column] = objective.value(at: point(column, row)) }
    }
    var minima: [Sample] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let value = values[row * columns + column]
        guard value.isFinite else { continue }
        let isLowest = (Swift.max(row - 1, 0)...Swift.min(row + 1, rows - 1)).allSatisfy { other in
          (Swift.max(column - 1, 0)...Swift.min(column + 1, columns - 1)).allSatisfy {
            !(values[other * columns + $0] < value)
          }
        }
        if isLowest { minima.append((point(column, row), value)) }
      }
    }
    return sorted(minima)
  }

  /// Seeded uniform points: the lowest of many, and among them some that are not chosen by their value.
  private static func promisingPoints(of objective: any Objective) -> [Sample] {
    let domain = objective.domain
    var generator = SeededGenerator(seed: 0, axes: ["minimum search", String(domain.dimension)])
    var samples: [Sample] = [(domain.center, objective.value(at: domain.center))]
    for _ in 0..<Swift.max(1000, 100_000 / domain.dimension) {
      let x = domain.lower.indices.map { generator.uniform(from: domain.lower[$0], to: domain.upper[$0]) }
      samples.append((x, objective.value(at: x)))
    }
    samples.removeAll { !$0.value.isFinite }
    let unchosen = samples.prefix(descents / 4)
    return unchosen + sorted(Array(samples.dropFirst(unchosen.count)))
  }

  /// Lowest first, and equal ones in the order in which they came.
  private static func sorted(_ samples: [Sample]) -> [Sample] {
    samples.enumerated().sorted { ($0.element.value, $0.offset) < ($1.element.value, $1.offset) }.map(\.element)
  }

  /// Where descent from `start` ends, inside the domain; never above it.
  private static func descend(from start: Sample, on objective: any Objective) -> Sample {
    if objective.dimension <= largestForNewton {
      let end = LocalDescent(objective).rest(from: start.x, confined: true, goal: -.infinity, iterations: 1000)
      return end.map { $0.value < start.value ? $0 : start } ?? start
    }
    guard let method = try? MethodCatalogue.method(Spec(name: "l-bfgs")) else { return start }
    let descent = Descent.run(
      method, on: objective, from: start.x, budget: Swift.max(100, 20_000 / objective.dimension),
      generator: SeededGenerator(seed: 0))
    return descent.fBest < start.value ? (descent.xBest, descent.fBest) : start
  }

  /// The point with its coordinates rounded to 10⁻⁹ of the domain's width, where that is no worse: 0 rather than 1e-17.
  private static func tidied(_ end: Sample, on objective: any Objective) -> Sample {
    let widths = objective.domain.widths
    let rounded = end.x.indices.map { i in
      let unit = widths[i] > 1 ? 1e9 : 1e12
      return (end.x[i] * unit).rounded() / unit
    }
    guard objective.domain.contains(rounded) else { return end }
    let value = objective.value(at: rounded)
    return value <= end.value ? (rounded, value) : end
  }
}
