import Objectives
import Scalars

/// An objective of the catalogue of which no minimum is known, so that the search has to find its own upper bound.
struct Anonymous: Objective {
  let base: any Objective
  var id: String { base.id }
  var domain: Box { base.domain }
  var minimum: KnownMinimum { .unknown }
  func evaluate<S: RealScalar>(_ x: Span<S>) -> S { base.evaluate(x) }
  func value(at x: Span<Double>) -> Double { base.value(at: x) }
  func enclosure(over box: Span<Interval>) -> Interval { base.enclosure(over: box) }
  func enclosure(over box: Span<IntervalDual>) -> IntervalDual { base.enclosure(over: box) }
  func enclosure(over box: Span<IntervalHyperDual>) -> IntervalHyperDual { base.enclosure(over: box) }
}

/// a·x on a cube: the minimizer is a corner.
struct Linear: Objective {
  let id = "linear"
  let domain: Box
  let minimum = KnownMinimum.unknown
  let slopes: [Double]
  init(_ slopes: [Double]) {
    self.slopes = slopes
    domain = Box(-1...3, dimension: slopes.count)
  }
  func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for i in x.indices { sum += S(slopes[i]) * x[i] }
    return sum
  }
}

/// The same value everywhere: every point is a minimizer.
struct Constant: Objective {
  let id = "constant"
  let domain = Box(-1...1, -1...1)
  let minimum = KnownMinimum.unknown
  func evaluate<S: RealScalar>(_ x: Span<S>) -> S { 7 + 0 * x[0] }
}

/// (x² + y² − 1)²: a circle of minimizers.
struct Ring: Objective {
  let id = "ring"
  let domain = Box(-2...2, -2...2)
  let minimum = KnownMinimum.unknown
  func evaluate<S: RealScalar>(_ x: Span<S>) -> S { S.square(S.square(x[0]) + S.square(x[1]) - 1) }
}

/// A function of one variable by its number, each hard in its own way.
struct Trap: Objective {
  enum Kind: String, CaseIterable, Sendable {
    /// x^1.5 + x/10, undefined below 0: the minimum 0 is where it begins, though its slope is positive.
    case endsInside
    /// tan x, without a lower bound, though increasing wherever it is defined.
    case pole
    /// x above 0 and 5 below: the infimum 0 is not attained.
    case jump
    /// x − 3 ⌊x⌋, which falls at every whole number: the minimum is −2, at 1.
    case staircase
    /// max(x, −2x) with its minimum 0 at the kink.
    case kink
    /// √x, with an infinite slope at its minimizer 0.
    case root
    /// log(x) − x, undefined below 0, without a lower bound.
    case logarithm
    /// √(x − 2) on a domain where it is defined nowhere.
    case nowhere
    /// (x − 1/3)⁸: flat around its minimizer.
    case flat
    /// −|x|: minimizers at both ends, a kink at its maximum.
    case roof
  }

  let kind: Kind
  var id: String { kind.rawValue }
  let domain = Box(-1.1...1.9)
  let minimum = KnownMinimum.unknown

  func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let x = x[0]
    return switch kind {
    case .endsInside: S.pow(x, 1.5) + x / 10
    case .pole: S.tan(x)
    case .jump: S.select(x, x, 5)
    case .staircase: x - 3 * S.floor(x)
    case .kink: S.max(x, -2 * x)
    case .root: S.sqrt(x)
    case .logarithm: S.log(x) - x
    case .nowhere: S.sqrt(x - 2)
    case .flat: S.power(x - S(1) / 3, 8)
    case .roof: -S.abs(x)
    }
  }
}

/// A sum of waves and a bowl with coefficients drawn from a seed, in n dimensions.
struct RandomWaves: Objective {
  let id: String
  let domain: Box
  let minimum = KnownMinimum.unknown
  private let terms: [(frequency: [Double], phase: Double, size: Double)]
  private let quadratic: [Double]
  private let offset: [Double]

  init(seed: UInt64, dimension n: Int, waves: Int) {
    var generator = SeededGenerator(seed: seed, axes: ["waves"])
    id = "waves-\(seed)"
    domain = Box(-2...2, dimension: n)
    terms = (0..<waves).map { _ in
      ((0..<n).map { _ in generator.uniform(from: -3, to: 3) }, generator.uniform(from: 0, to: 6), generator.uniform())
    }
    // Neither convex nor concave in general; the minimum may be inside, on a face or at a corner.
    quadratic = (0..<n * n).map { _ in generator.uniform(from: -1, to: 1) }
    offset = (0..<n).map { _ in generator.uniform(from: -2, to: 2) }
  }

  func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let n = x.count
    var sum: S = 0
    for i in 0..<n {
      for j in 0..<n { sum += S(quadratic[i * n + j]) * (x[i] - S(offset[i])) * (x[j] - S(offset[j])) }
    }
    for term in terms {
      var angle = S(term.phase)
      for i in 0..<n { angle += S(term.frequency[i]) * x[i] }
      sum += S(term.size) * S.sin(angle)
    }
    return sum
  }
}
