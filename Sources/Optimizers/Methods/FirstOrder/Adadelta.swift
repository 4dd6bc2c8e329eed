import Scalars

/// s ← ρs + (1 − ρ)g², Δ = g √(d + ε)/√(s + ε), d ← ρd + (1 − ρ)Δ², x ← x − ηΔ, element by element.
///
/// State: the iterate and the running means s of g² and d of Δ². Defaults: ρ = 0.9 and ε = 10⁻⁶, PyTorch's and optax's
/// (the paper tries ρ = 0.95), and η = 1, which is the paper's method without a learning rate. The first steps are about
/// √(ε/(1 − ρ)) = 0.003 long and grow as the method gains speed.
struct Adadelta: LockstepMethod {
  static let info = MethodInfo(
    id: "adadelta", name: "Adadelta", order: .first,
    hyperparameters: GradientShaping.hyperparameters(
      learningRate: 1,
      [
        .real("decay", default: 0.9, .init(atLeast: 0, below: 1), meaning: "share ρ of the mean squares kept"),
        .real(
          "epsilon", default: 1e-6, .init(above: 0), meaning: "starts the steps and keeps the divisor away from 0, ε"),
      ]),
    source: "Zeiler, ADADELTA: An Adaptive Learning Rate Method, arXiv:1212.5701, 2012")

  struct Memory<Number: LockstepNumber>: FirstOrderMemory {
    var squares: [Number]
    var moves: [Number]
  }

  typealias ScalarMemory = Memory<Double>
  typealias LanesMemory = Memory<Lanes>
  let shaping: GradientShaping
  private let decay: Double
  private let epsilon: Double

  init(_ hyperparameters: Hyperparameters) {
    shaping = GradientShaping(hyperparameters)
    decay = hyperparameters.real("decay")
    epsilon = hyperparameters.real("epsilon")
  }

  func memory<Number>(at x: [Number]) -> Memory<Number> {
    let zero = [Number](repeating: 0, count: x.count)
    return Memory(squares: zero, moves: zero)
  }

  func update<Number>(_ x: inout [Number], _ memory: inout Memory<Number>, gradient: [Number], pace: Pace) {
    let epsilon = Number(epsilon)
    for i in x.indices {
      let g = gradient[i]
      memory.squares[i] = decay * memory.squares[i] + (1 - decay) * g * g
      let move = Number.sqrt(memory.moves[i] + epsilon) / .sqrt(memory.squares[i] + epsilon) * g
      memory.moves[i] = decay * memory.moves[i] + (1 - decay) * move * move
      x[i] -= pace.learningRate * move
    }
  }
}
