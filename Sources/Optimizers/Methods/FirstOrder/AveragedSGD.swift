import Scalars

/// y ← (1 − ληₖ)y − ηₖg with ηₖ = η/(1 + λ̃ηk)^α, and x the average of the points y since step t₀: averaged SGD.
///
/// State: y, where gradients are taken, and their average, which is the iterate; before step t₀ that is y. As in PyTorch,
/// one λ decays both the point and, by λ̃ = λ, the learning rate. `variant=torch` has PyTorch's λ = 10⁻⁴ and t₀ = 10⁶, and
/// rounds ηₖ to single precision as PyTorch does, which shows in the ninth digit. Defaults of `paper`: λ = 0, since it moves
/// the minimizer: then η is constant, and the average takes out its noise; α = 0.75, PyTorch's and Bottou's (the paper asks
/// for ½ < α < 1); t₀ = 1000, half of a run of 2000, as averages of a whole run remember its start; η = 10⁻³ as for gradient
/// descent. Only the last average is evaluated, when the run has ended: points on the way are the y.
struct AveragedSGD: LockstepMethod {
  static let info = MethodInfo(
    id: "asgd", name: "Averaged SGD", order: .first,
    hyperparameters: GradientShaping.hyperparameters(
      learningRate: 0.001,
      [
        .choice(
          "variant", default: Variant.paper.rawValue, of: Variant.allCases.map(\.rawValue),
          meaning: "averages of late points (paper), or PyTorch's settings and precision (torch)"),
        .real("decay", default: 0, .init(atLeast: 0), meaning: "decay λ of the point and of the learning rate")
          .withDefault("0.0001", variant: Variant.torch.rawValue),
        .real(
          "power", default: 0.75, .init(atLeast: 0, atMost: 1), meaning: "power α by which the learning rate falls"),
        .integer(
          "averageFrom", default: 1000, in: 0...1_000_000_000, meaning: "step t₀ from which points are averaged"
        )
        .withDefault("1000000", variant: Variant.torch.rawValue),
      ]),
    source:
      "Polyak and Juditsky, Acceleration of Stochastic Approximation by Averaging, SIAM J. Control Optim. 30, 1992")

  enum Variant: String, Sendable, CaseIterable { case paper, torch }

  struct Memory<Number: LockstepNumber>: FirstOrderMemory {
    var average: [Number]

    func iterate(at point: [Number]) -> [Number] { average }
    mutating func move(from point: [Number], to other: [Number]) { average.assign(other) }
  }

  typealias ScalarMemory = Memory<Double>
  typealias LanesMemory = Memory<Lanes>
  let shaping: GradientShaping
  private let isSinglePrecision: Bool
  private let lambda: Double
  private let power: Double
  private let averageFrom: Int

  init(_ hyperparameters: Hyperparameters) {
    shaping = GradientShaping(hyperparameters)
    isSinglePrecision = hyperparameters.choice("variant") == Variant.torch.rawValue
    lambda = hyperparameters.real("decay")
    power = hyperparameters.real("power")
    averageFrom = hyperparameters.integer("averageFrom")
  }

  func memory<Number>(at x: [Number]) -> Memory<Number> { Memory(average: x) }

  func update<Number>(_ x: inout [Number], _ memory: inout Memory<Number>, gradient: [Number], pace: Pace) {
    let growth = 1 + lambda * shaping.learningRate * Double(pace.step)
    let exactRate = pace.learningRate / (lambda == 0 ? 1 : Elementary.pow(growth, power))
    let rate = isSinglePrecision ? Double(Float(exactRate)) : exactRate
    let share = 1 / Double(max(1, pace.step - averageFrom))
    for i in x.indices {
      x[i] = (1 - lambda * rate) * x[i] - rate * gradient[i]
      // A share of 1 is exact this way: before step t₀ the average is the point itself.
      memory.average[i] = share == 1 ? x[i] : memory.average[i] + share * (x[i] - memory.average[i])
    }
  }
}
