import Scalars

/// The heavy ball: v ← μv + (1 − τ)g, x ← x − ηv.
///
/// State: the iterate and the velocity v. As in PyTorch, the first velocity is the gradient itself, undampened. The
/// paper's velocity contains η; the two agree while η is constant. Defaults: μ = 0.9, the field's standard since
/// Sutskever et al. (ICML 2013); dampening τ = 0 and η = 10⁻³, PyTorch's.
struct Momentum: LockstepMethod {
  static let info = MethodInfo(
    id: "momentum", name: "Momentum", order: .first,
    hyperparameters: GradientShaping.hyperparameters(
      learningRate: 0.001,
      [
        .momentum(default: 0.9),
        .real(
          "dampening", default: 0, .init(atLeast: 0, atMost: 1),
          meaning: "share τ of the gradient that does not enter the velocity"),
      ] + MomentumSchedule.hyperparameters),
    source: "Polyak, Some Methods of Speeding up the Convergence of Iteration Methods, 1964")

  struct Memory<Number: LockstepNumber>: FirstOrderMemory {
    var velocity: [Number]
    var isFirst = true
  }

  typealias ScalarMemory = Memory<Double>
  typealias LanesMemory = Memory<Lanes>
  let shaping: GradientShaping
  private let momentum: MomentumSchedule
  private let dampening: Double

  init(_ hyperparameters: Hyperparameters) {
    shaping = GradientShaping(hyperparameters)
    momentum = MomentumSchedule(hyperparameters, of: "momentum")
    dampening = hyperparameters.real("dampening")
  }

  func memory<Number>(at x: [Number]) -> Memory<Number> { Memory(velocity: Array(repeating: 0, count: x.count)) }

  func update<Number>(_ x: inout [Number], _ memory: inout Memory<Number>, gradient: [Number], pace: Pace) {
    let momentum = momentum(pace)
    let gain = memory.isFirst ? 1 : 1 - dampening
    memory.isFirst = false
    for i in x.indices {
      memory.velocity[i] = momentum * memory.velocity[i] + gain * gradient[i]
      x[i] -= pace.learningRate * memory.velocity[i]
    }
  }
}

extension Hyperparameter {
  /// μ, below 1 so that a velocity fades where the gradient does.
  static func momentum(default value: Double) -> Hyperparameter {
    .real(
      "momentum", default: value, .init(atLeast: 0, below: 1),
      meaning: "share μ of the velocity kept from step to step")
  }
}
