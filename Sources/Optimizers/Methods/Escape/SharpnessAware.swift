import Objectives
import Scalars

/// v ← μv + ∇f(x + ρ g/‖g‖), x ← x − ηv with g = ∇f(x): descent by the gradient at the worst point within ρ.
///
/// State: the iterate, the velocity and the point probed. A step is two gradient evaluations, one where g vanishes: then
/// the probe is x itself. Noise, clipping and weight decay act on the second. It hovers about a minimizer, as ρ does not
/// shrink with g, and ends at rest only where g vanishes exactly enough. Defaults: ρ = 0.05 and momentum 0.9, the paper's;
/// η = 10⁻³ as for momentum.
struct SharpnessAware: FirstOrderMethod {
  static let info = MethodInfo(
    id: "sam", name: "Sharpness-aware minimization", order: .first,
    hyperparameters: GradientShaping.hyperparameters(
      learningRate: 0.001,
      [
        .real("radius", default: 0.05, .init(above: 0), meaning: "distance ρ at which the gradient is taken"),
        .momentum(default: 0.9),
      ] + MomentumSchedule.hyperparameters),
    source: "Foret, Kleiner, Mobahi and Neyshabur, Sharpness-Aware Minimization, ICLR 2021")

  struct Memory: FirstOrderMemory {
    var velocity: [Double]
    var probe: [Double]
  }

  let shaping: GradientShaping
  private let radius: Double
  private let momentum: MomentumSchedule

  init(_ hyperparameters: Hyperparameters) {
    shaping = GradientShaping(hyperparameters)
    radius = hyperparameters.real("radius")
    momentum = MomentumSchedule(hyperparameters, of: "momentum")
  }

  func memory(at x: [Double]) -> Memory { Memory(velocity: Array(repeating: 0, count: x.count), probe: x) }

  func evaluate(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) -> Double {
    let value = try evaluator.value(at: state.point, gradient: &state.gradient)
    let length = state.gradient.norm
    guard state.gradient.maximumMagnitude > shaping.tolerance, length.isFinite else { return value }
    for i in state.point.indices { state.memory.probe[i] = state.point[i] + radius * (state.gradient[i] / length) }
    _ = try evaluator.value(at: state.memory.probe, gradient: &state.gradient)
    return value
  }

  func update(_ x: inout [Double], _ memory: inout Memory, gradient: [Double], pace: Pace) {
    let momentum = momentum(pace)
    for i in x.indices {
      memory.velocity[i] = momentum * memory.velocity[i] + gradient[i]
      x[i] -= pace.learningRate * memory.velocity[i]
    }
  }
}
