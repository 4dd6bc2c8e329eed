import Objectives
import Scalars

/// x ← x − η (f(x) − f*)/‖g‖² · g: the step after which a linear f would be at its minimum.
///
/// State: the iterate and f*, which is the objective's known minimum unless `minimum` is given; an objective without either
/// ends the run at once, `.failed`. η relaxes the step, 0 < η < 2 on convex functions. Weight decay and clipping change g but
/// not f. Where f(x) ≤ f*, by rounding or because f* is not the minimum, there is no step to make: `.stepVanished`; a
/// stochastic objective's estimate may lie there by chance, and the step is 0. `longestStep` caps (f − f*)/‖g‖² (the
/// SPS_max of Loizou et al., AISTATS 2021), which is infinite by default: on non-convex functions the step explodes near
/// stationary points that are not the minimum. Default η = 1, Polyak's.
struct PolyakStep: FirstOrderMethod {
  static let info = MethodInfo(
    id: "polyak-step", name: "Polyak step", order: .first,
    hyperparameters: GradientShaping.hyperparameters(
      learningRate: 1,
      [
        .real("minimum", orWord: "known", .init(), meaning: "f*; known for that of the objective"),
        .real("longestStep", orWord: "none", .init(above: 0), meaning: "largest (f − f*)/‖g‖²; none for no limit"),
      ]),
    source: "Polyak, Minimization of Unsmooth Functionals, USSR Comput. Math. Math. Phys. 9, 1969")

  struct Memory: FirstOrderMemory { var minimum = Double.nan }

  let shaping: GradientShaping
  private let minimum: Double?
  private let longestStep: Double

  init(_ hyperparameters: Hyperparameters) {
    shaping = GradientShaping(hyperparameters)
    minimum = hyperparameters.realIfGiven("minimum")
    longestStep = hyperparameters.realIfGiven("longestStep") ?? .infinity
  }

  func memory(at x: [Double]) -> Memory { Memory() }

  func evaluate(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) -> Double {
    if state.step == 0 { state.memory.minimum = minimum ?? evaluator.objective.minimum.value }
    guard state.memory.minimum.isFinite else { throw .failed("the objective's minimum is unknown") }
    let value = try evaluator.value(at: state.point, gradient: &state.gradient)
    guard value > state.memory.minimum || evaluator.isStochastic || state.gradient.maximumMagnitude == 0 else {
      throw .stepVanished
    }
    return value
  }

  func update(_ x: inout [Double], _ memory: inout Memory, gradient: [Double], pace: Pace) {
    let square = gradient.dot(gradient)
    guard square > 0 else { return }
    let length = min(max(pace.value - memory.minimum, 0) / square, longestStep)
    for i in x.indices { x[i] -= pace.learningRate * length * gradient[i] }
  }
}
