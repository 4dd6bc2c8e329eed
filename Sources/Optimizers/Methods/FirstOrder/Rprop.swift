import Scalars

/// xᵢ ← xᵢ − Δᵢ sign(gᵢ), where the length Δᵢ grows by η⁺ while gᵢ keeps its sign and shrinks by η⁻ where that has changed.
///
/// State: the iterate, the lengths Δ, and the gradient before. Where a sign has changed, the coordinate waits for a step and
/// its gradient is forgotten. That is `variant=torch`, the default: Rprop without weight backtracking of Igel and Hüsken
/// (2000). In `variant=optax` it is the product of gradient and *move* before that is compared, so that the first step moves
/// nothing. The paper's own Rprop takes the last move back where a sign changes, which neither does. Defaults: η⁻ = 0.5,
/// η⁺ = 1.2, 10⁻⁶ ≤ Δ ≤ 50, the paper's; first Δ = η = 0.01, PyTorch's. The schedule multiplies the moves, not Δ.
struct Rprop: LockstepMethod {
  static let info = MethodInfo(
    id: "rprop", name: "Rprop", order: .first,
    hyperparameters: GradientShaping.hyperparameters(
      learningRate: 0.01,
      [
        LibraryVariant.hyperparameter(
          meaning: "the sign compared is that of the gradient (torch) or the move (optax) before"),
        .real(
          "shrink", default: 0.5, .init(above: 0, below: 1), meaning: "factor η⁻ of a length where the sign changed"),
        .real("growth", default: 1.2, .init(above: 1), meaning: "factor η⁺ of a length where the sign was kept"),
        .real("shortest", default: 1e-6, .init(atLeast: 0), meaning: "smallest length of a move"),
        .real("longest", default: 50, .init(above: 0), meaning: "largest length of a move"),
      ]),
    source: "Riedmiller and Braun, A Direct Adaptive Method for Faster Backpropagation Learning: RPROP, ICNN 1993")

  struct Memory<Number: LockstepNumber>: FirstOrderMemory {
    var lengths: [Number]
    /// The gradient before, or the move before in optax's variant; 0 where it does not count.
    var previous: [Number]
  }

  typealias ScalarMemory = Memory<Double>
  typealias LanesMemory = Memory<Lanes>
  let shaping: GradientShaping
  private let variant: LibraryVariant
  private let shrink: Double
  private let growth: Double
  private let shortest: Double
  private let longest: Double

  init(_ hyperparameters: Hyperparameters) {
    shaping = GradientShaping(hyperparameters)
    variant = LibraryVariant(hyperparameters)
    shrink = hyperparameters.real("shrink")
    growth = hyperparameters.real("growth")
    shortest = hyperparameters.real("shortest")
    longest = hyperparameters.real("longest")
  }

  func memory<Number>(at x: [Number]) -> Memory<Number> {
    Memory(
      lengths: Array(repeating: Number(shaping.learningRate), count: x.count),
      previous: Array(repeating: 0, count: x.count))
  }

  func update<Number>(_ x: inout [Number], _ memory: inout Memory<Number>, gradient: [Number], pace: Pace) {
    let scale = pace.learningRate / shaping.learningRate
    for i in x.indices {
      let agreement = gradient[i] * memory.previous[i]
      let grown = limited(growth * memory.lengths[i])
      let shrunk = limited(shrink * memory.lengths[i])
      memory.lengths[i] = .select(agreement, grown, .select(-agreement, shrunk, memory.lengths[i]))
      let kept = Number.select(-agreement, 0, gradient[i])
      let move = memory.lengths[i] * kept.direction
      switch variant {
      case .torch:
        x[i] -= scale * move
        memory.previous[i] = kept
      case .optax:
        x[i] -= .select(-agreement, 0, scale * memory.previous[i])
        memory.previous[i] = move
      }
    }
  }

  private func limited<Number: LockstepNumber>(_ length: Number) -> Number {
    .min(.max(length, Number(shortest)), Number(longest))
  }
}
