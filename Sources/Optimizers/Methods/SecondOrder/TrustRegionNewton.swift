import Objectives
import Scalars

/// x ← x + p, with p the exact minimizer of the quadratic model g·p + ½pᵀ∇²f(x)p over ‖p‖ ≤ Δ, if f falls enough.
///
/// State: the iterate with its value and gradient, the Hessian's eigenvectors, Δ. The ratio ρ of what f fell to what the
/// model promised decides: at ρ ≥ η₁ the step is taken; Δ becomes max(2.5‖p‖, Δ) at ρ ≥ η₂ and ‖p‖/4 at ρ < η₁. Defaults:
/// η₁ = 0.01, η₂ = 0.95 and those factors are of Conn, Gould and Toint, chapter 17, who leave the first Δ open: 5 % of the
/// domain's diagonal; never more than the diagonal. An iteration costs one value with gradient, and a Hessian where the
/// last step was taken. It ends with `.gradientVanished` only where no curvature is negative either: saddles and maxima
/// are left, also when it starts on one. A step within rounding is taken while it shrinks the gradient; then
/// `.stepVanished`. Bounds: none.
struct TrustRegionNewton: Optimizer {
  static let info = MethodInfo(
    id: "trust-region-newton", name: "Trust-region Newton", order: .second,
    hyperparameters: [
      .real(
        "firstRadius", default: 0.05, .init(above: 0, atMost: 1),
        meaning: "first radius of trust, as a fraction of the domain's diagonal"),
      .gradientTolerance,
    ],
    source: "Moré and Sorensen, Computing a Trust Region Step, SIAM J. Sci. Stat. Comput. 4, 1983; "
      + "Conn, Gould and Toint, Trust-Region Methods, SIAM 2000")

  struct State: IterateHolding {
    var iterate: SmoothIterate
    var spectrum: HessianSpectrum
    /// Whether `spectrum` and `slopes` belong to the iterate.
    var isDecomposed = false
    /// The gradient along the eigenvectors.
    var slopes: [Double]
    var model: TrustRegionStep
    var direction: [Double]
    var point: LinePoint
    var trust: TrustRadius

    var x: [Double] { iterate.x }
  }

  private let firstRadius: Double
  private let tolerance: Double
  private let matrix: HessianSpectrum.Matrix

  init(_ hyperparameters: Hyperparameters) { self.init(hyperparameters, matrix: .hessian) }

  /// The same with another matrix in the Hessian's place.
  init(_ hyperparameters: Hyperparameters, matrix: HessianSpectrum.Matrix) {
    self.matrix = matrix
    firstRadius = hyperparameters.real("firstRadius")
    tolerance = hyperparameters.real("gradientTolerance")
  }

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    let zero = [Double](repeating: 0, count: x.count)
    return State(
      iterate: SmoothIterate(at: x), spectrum: HessianSpectrum(of: matrix, dimension: x.count),
      slopes: zero, model: TrustRegionStep(dimension: x.count), direction: zero, point: LinePoint(dimension: x.count),
      trust: TrustRadius(firstRadius * domain.diagonal, atMost: domain.diagonal))
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    if !state.iterate.isEvaluated { try state.iterate.evaluate(on: &evaluator) }
    if !state.isDecomposed {
      try state.spectrum.evaluate(at: state.x, on: &evaluator)
      for j in state.slopes.indices {
        state.slopes[j] = state.spectrum.projection(of: state.iterate.gradient, on: j)
      }
      state.isDecomposed = true
      if state.iterate.gradient.maximumMagnitude <= tolerance, !state.hasNegativeCurvature { throw .gradientVanished }
    }
    state.model.minimize(slopes: state.slopes, curvatures: state.spectrum.curvatures, radius: state.trust.radius)
    state.aim()
    state.point.place(at: 1, along: state.direction, from: state.x)
    guard state.point.x != state.x else { throw .stepVanished }
    try state.point.evaluate(along: state.direction, on: &evaluator)
    let isTaken = state.trust.judges(
      reduction: state.iterate.value - state.point.value, promised: state.model.reduction, length: state.model.length,
      value: state.iterate.value)
    if isTaken == nil { try state.requireSmallerGradient() }
    guard isTaken != false else { return }
    state.iterate.move(to: &state.point)
    state.isDecomposed = false
  }
}

extension TrustRegionNewton.State {
  /// Whether a curvature is negative beyond rounding.
  fileprivate var hasNegativeCurvature: Bool {
    let threshold = -0x1p-40 * spectrum.curvatures.maximumMagnitude
    return spectrum.curvatures.contains { $0 < threshold }
  }

  /// Sets the direction to the model's step.
  fileprivate mutating func aim() {
    for i in direction.indices {
      direction[i] = 0
      for j in direction.indices { direction[i] += spectrum.component(i, of: j) * model.coefficients[j] }
    }
  }

  /// Where rounding hides how f changes, the gradient says whether the step was good; if not, there is nothing left.
  fileprivate func requireSmallerGradient() throws(TerminationReason) {
    guard point.gradient.norm < iterate.gradient.norm else { throw .stepVanished }
  }
}
