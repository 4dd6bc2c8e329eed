import Objectives
import Scalars

/// A simplex of n + 1 points that reflects, expands, contracts or shrinks away from its worst vertex.
///
/// State: the simplex, ordered from best to worst; the iterate is its best vertex. The rules and ties of Lagarias, Reeds,
/// Wright and Wright (SIAM J. Optim. 9, 1998) with ρ = 1, χ = 2, γ = σ = ½; for n > 2, where those stall, `adaptive` takes
/// χ = 1 + 2/n, γ = ¾ − 1/2n, σ = 1 − 1/n (Gao and Han, Comput. Optim. Appl. 51, 2012). The first simplex is the start and
/// n points 5 % of the domain's width away from it along the axes, inward where outward would leave the domain; 5 % is
/// fminsearch's, which takes it of the coordinates, where a start at 0 needs an exception. The first step evaluates the
/// simplex. The run ends with `.stepVanished` when the simplex is smaller than `tolerance` times the domain in all
/// coordinates. +∞ and NaN count as worst.
struct NelderMead: Optimizer {
  static let info = MethodInfo(
    id: "nelder-mead", name: "Nelder–Mead", order: .zeroth,
    hyperparameters: [
      .real(
        "simplexSize", default: 0.05, .init(above: 0, atMost: 1),
        meaning: "edge of the first simplex, as a fraction of the domain's width"),
      .flag("adaptive", default: true, meaning: "coefficients that depend on the dimension (Gao and Han), for n > 2"),
      .real(
        "tolerance", default: 1e-12, .init(atLeast: 0, atMost: 1),
        meaning: "size of the simplex at which the run ends, as a fraction of the domain's width"),
    ],
    source: "Nelder and Mead, A Simplex Method for Function Minimization, Computer Journal 7, 1965")

  struct State: IterateHolding {
    /// From best to worst, once evaluated.
    var vertices: [[Double]]
    var values: [Double]
    var isEvaluated = false
    var centroid: [Double]
    var trial: [Double]
    var second: [Double]
    let widths: [Double]

    var x: [Double] { vertices[0] }
  }

  private let simplexSize: Double
  private let isAdaptive: Bool
  private let tolerance: Double

  init(_ hyperparameters: Hyperparameters) {
    simplexSize = hyperparameters.real("simplexSize")
    isAdaptive = hyperparameters.flag("adaptive")
    tolerance = hyperparameters.real("tolerance")
  }

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    let widths = domain.widths
    let others = x.indices.map { i in
      var vertex = x
      let edge = simplexSize * widths[i]
      vertex[i] += x[i] + edge <= domain.upper[i] ? edge : -edge
      return vertex
    }
    let zero = [Double](repeating: 0, count: x.count)
    return State(
      vertices: [x] + others, values: Array(repeating: .infinity, count: x.count + 1), centroid: zero, trial: zero,
      second: zero, widths: widths)
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    guard state.isEvaluated else { return try evaluateSimplex(&state, on: &evaluator) }
    guard !isCollapsed(state) else { throw .stepVanished }
    let n = state.centroid.count
    let (expansion, contraction, shrinkage) = coefficients(n)
    state.locateCentroid()
    let reflected = try state.evaluateTrial(1, on: &evaluator)
    if reflected < state.values[0] {
      let expanded = try state.evaluateSecond(expansion, on: &evaluator)
      if expanded < reflected { swap(&state.trial, &state.second) }
      state.replaceWorst(min(reflected, expanded))
    } else if reflected < state.values[n - 1] {
      state.replaceWorst(reflected)
    } else {
      let isOutside = reflected < state.values[n]
      let contracted = try state.evaluateSecond(isOutside ? contraction : -contraction, on: &evaluator)
      if isOutside ? contracted <= reflected : contracted < state.values[n] {
        swap(&state.trial, &state.second)
        state.replaceWorst(contracted)
      } else {
        try state.shrink(shrinkage, on: &evaluator)
      }
    }
  }

  private func evaluateSimplex(_ state: inout State, on evaluator: inout Evaluator) throws(TerminationReason) {
    for i in state.vertices.indices {
      state.values[i] = try evaluator.value(at: state.vertices[i])
      state.moveUp(i)
    }
    state.isEvaluated = true
  }

  /// χ, γ and σ. In one dimension Gao and Han's would shrink to a point, and in two they are the classical ones.
  private func coefficients(_ n: Int) -> (expansion: Double, contraction: Double, shrinkage: Double) {
    guard isAdaptive, n > 2 else { return (2, 0.5, 0.5) }
    let n = Double(n)
    return (1 + 2 / n, 0.75 - 0.5 / n, 1 - 1 / n)
  }

  private func isCollapsed(_ state: State) -> Bool {
    for i in 1..<state.vertices.count {
      for j in state.widths.indices
      where (state.vertices[i][j] - state.vertices[0][j]).magnitude > tolerance * state.widths[j] { return false }
    }
    return true
  }
}

extension NelderMead.State {
  /// The mean of all vertices but the worst.
  mutating func locateCentroid() {
    let n = centroid.count
    for j in 0..<n {
      var sum = 0.0
      for i in 0..<n { sum += vertices[i][j] }
      centroid[j] = sum / Double(n)
    }
  }

  /// Sets `trial` to centroid + `factor` · (centroid − worst) and evaluates it.
  mutating func evaluateTrial(_ factor: Double, on evaluator: inout Evaluator) throws(TerminationReason) -> Double {
    let n = centroid.count
    for j in 0..<n { trial[j] = centroid[j] + factor * (centroid[j] - vertices[n][j]) }
    return try evaluator.value(at: trial)
  }

  /// The same for `second`.
  mutating func evaluateSecond(_ factor: Double, on evaluator: inout Evaluator) throws(TerminationReason) -> Double {
    swap(&trial, &second)
    defer { swap(&trial, &second) }
    return try evaluateTrial(factor, on: &evaluator)
  }

  /// Puts `trial` in the worst vertex's place, and in order.
  mutating func replaceWorst(_ value: Double) {
    let n = centroid.count
    swap(&vertices[n], &trial)
    values[n] = value
    moveUp(n)
  }

  /// Moves vertex `i` before those above it that are worse; behind its equals, as Lagarias et al. break ties.
  mutating func moveUp(_ i: Int) {
    var i = i
    while i > 0, values[i] < values[i - 1] {
      values.swapAt(i, i - 1)
      vertices.swapAt(i, i - 1)
      i -= 1
    }
  }

  /// Draws all vertices toward the best.
  mutating func shrink(_ factor: Double, on evaluator: inout Evaluator) throws(TerminationReason) {
    for i in 1..<vertices.count {
      for j in trial.indices { trial[j] = vertices[0][j] + factor * (vertices[i][j] - vertices[0][j]) }
      let value = try evaluator.value(at: trial)
      swap(&vertices[i], &trial)
      values[i] = value
    }
    for i in 1..<vertices.count { moveUp(i) }
  }
}
