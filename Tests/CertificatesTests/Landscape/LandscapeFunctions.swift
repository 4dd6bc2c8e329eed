import Objectives
import Scalars

/// (x − 1)² + (y − 1)² with its minimizer in a corner of the domain.
struct CornerBowl: Objective {
  let id = "corner-bowl"
  let domain = Box(-1...1, -1...1)
  let minimum = KnownMinimum(value: 0, minimizers: [[1, 1]])
  func evaluate<S: RealScalar>(_ x: Span<S>) -> S { S.square(x[0] - 1) + S.square(x[1] - 1) }
}

/// x⁴ + y⁴: the Hessian vanishes at the minimizer.
struct QuarticBowl: Objective {
  let id = "quartic-bowl"
  let domain = Box(-1...2, -1...2)
  let minimum = KnownMinimum(value: 0, minimizers: [[0, 0]])
  func evaluate<S: RealScalar>(_ x: Span<S>) -> S { S.power(x[0], 4) + S.power(x[1], 4) }
}

/// |x| + 2|y − 1/2|: convex with kinks.
struct Roof: Objective {
  let id = "roof"
  let domain = Box(-1...2, -1...2)
  let minimum = KnownMinimum(value: 0, minimizers: [[0, 0.5]])
  func evaluate<S: RealScalar>(_ x: Span<S>) -> S { S.abs(x[0]) + 2 * S.abs(x[1] - 0.5) }
}

/// x³ − 3xy², three valleys between three ridges.
struct MonkeySaddle: Objective {
  let id = "monkey-saddle"
  let domain = Box(-1...2, -1...2)
  let minimum = KnownMinimum(value: -22, minimizers: [[2, 2]], status: .bestKnown)
  func evaluate<S: RealScalar>(_ x: Span<S>) -> S { S.power(x[0], 3) - 3 * x[0] * S.square(x[1]) }
}

/// max(|x + y| + (x − y)/2, …): a valley of kinks along which f falls, and no stationary point.
struct SlopingValley: Objective {
  let id = "sloping-valley"
  let domain = Box(-1...2, -1...2)
  let minimum = KnownMinimum(value: -1, minimizers: [[-1, 1]])
  func evaluate<S: RealScalar>(_ x: Span<S>) -> S { S.abs(x[0] + x[1]) + 0.5 * (x[0] - x[1]) }
}

/// Another function of which nothing is known but its formula.
struct Unstructured: Objective {
  let base: any Objective
  var id: String { base.id }
  var domain: Box { base.domain }
  var minimum: KnownMinimum { base.minimum }
  func evaluate<S: RealScalar>(_ x: Span<S>) -> S { base.evaluate(x) }
}
