import Objectives
import Scalars

/// x ← x − η(x − μ), with μ the mean of L steps of Langevin dynamics about x: descent on f smoothed by its surroundings.
///
/// From x′ = μ = x, L times: x′ ← x′ − η′(∇f(x′) − γ(x − x′)) + √η′ εξ and μ ← (1 − α)μ + αx′. γ(x − μ) estimates the gradient
/// of the negative local entropy −log ∫ exp(−f(y) − γ‖x − y‖²/2) dy, which is low where f is low and wide. η is the paper's
/// ηγ, as in its authors' code; scoping, γ ← γ(1 + γ₁) each step, narrows the surroundings. State: the iterate, x′ and μ. A
/// step is L gradient evaluations; the first is at x. Clipping, noise and coupled weight decay act on x − μ. Defaults: L = 20,
/// ε = 10⁻⁴, α = 0.75, γ = 0.03 and γ₁ = 10⁻³, the paper's; η = 1; η′ = 10⁻³ and not the paper's 0.1, as for gradient
/// descent. It never ends of its own accord.
struct EntropySGD: FirstOrderMethod {
  static let info = MethodInfo(
    id: "entropy-sgd", name: "Entropy-SGD", order: .first,
    hyperparameters: GradientShaping.hyperparameters(
      learningRate: 1,
      [
        .integer("innerSteps", default: 20, in: 1...1_000_000, meaning: "Langevin steps for each step, L"),
        .real("innerRate", default: 0.001, .init(above: 0), meaning: "learning rate η′ of the Langevin steps"),
        .real(
          "thermalNoise", default: 1e-4, .init(atLeast: 0), meaning: "deviation ε of the Langevin steps' noise over √η′"
        ),
        .real(
          "averaging", default: 0.75, .init(above: 0, atMost: 1), meaning: "share α of a Langevin step in the mean"),
        .real("scope", default: 0.03, .init(atLeast: 0), meaning: "pull γ of the Langevin steps toward the iterate"),
        .real("scoping", default: 0.001, .init(atLeast: 0), meaning: "growth γ₁ of the scope in a step"),
      ]),
    source: "Chaudhari et al., Entropy-SGD: Biasing Gradient Descent Into Wide Valleys, ICLR 2017")

  struct Memory: FirstOrderMemory {
    var walker: [Double]
    var mean: [Double]
    var scope: Double
  }

  let shaping: GradientShaping
  let restsAtStationaryPoints = false
  private let innerSteps: Int
  private let innerRate: Double
  private let thermalNoise: Double
  private let averaging: Double
  private let scope: Double
  private let scoping: Double

  init(_ hyperparameters: Hyperparameters) {
    shaping = GradientShaping(hyperparameters)
    innerSteps = hyperparameters.integer("innerSteps")
    innerRate = hyperparameters.real("innerRate")
    thermalNoise = hyperparameters.real("thermalNoise")
    averaging = hyperparameters.real("averaging")
    scope = hyperparameters.real("scope")
    scoping = hyperparameters.real("scoping")
  }

  func memory(at x: [Double]) -> Memory { Memory(walker: x, mean: x, scope: scope) }

  func evaluate(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) -> Double {
    state.memory.walker.assign(state.point)
    state.memory.mean.assign(state.point)
    let deviation = innerRate.squareRoot() * thermalNoise
    var value = Double.infinity
    for step in 0..<innerSteps {
      let here = try evaluator.value(at: state.memory.walker, gradient: &state.gradient)
      if step == 0 { value = here }
      for i in state.point.indices {
        let pull = state.memory.scope * (state.point[i] - state.memory.walker[i])
        state.memory.walker[i] -= innerRate * (state.gradient[i] - pull)
        state.memory.walker[i] += deviation * generator.gaussian()
        state.memory.mean[i] += averaging * (state.memory.walker[i] - state.memory.mean[i])
      }
    }
    for i in state.point.indices { state.gradient[i] = state.point[i] - state.memory.mean[i] }
    state.memory.scope *= 1 + scoping
    return value
  }

  func update(_ x: inout [Double], _ memory: inout Memory, gradient: [Double], pace: Pace) {
    for i in x.indices { x[i] -= pace.learningRate * gradient[i] }
  }
}
