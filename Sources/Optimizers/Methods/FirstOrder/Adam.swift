import Scalars

/// m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², x ← x − η m̂/(√v̂ + ε), with m̂ = m/(1 − β₁ᵏ) and v̂ = v/(1 − β₂ᵏ).
///
/// State: the iterate, m, v, and the products of the βs so far, which are powers while β₁ is constant. `amsgrad=true` is
/// AMSGrad, in the form that `variant` names, and `decoupled=true` with a weight decay is AdamW; both have names of their
/// own. Defaults: β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸, the paper's. η = 0.05 and not the paper's 0.001: a
/// step is about η long whatever the gradient, so that 2000 steps of 0.001 would not cross a fifth of a domain of size 10.
struct Adam: LockstepMethod {
  static let info = MethodInfo(
    id: "adam", name: "Adam", order: .first,
    hyperparameters: GradientShaping.hyperparameters(
      learningRate: 0.05,
      [
        .beta1(default: 0.9), .beta2(default: 0.999), .epsilon(default: 1e-8),
        .flag("amsgrad", meaning: "divide by the running maximum of the mean square: AMSGrad"),
        .choice(
          "variant", default: Maximum.torch.rawValue, of: Maximum.allCases.map(\.rawValue),
          meaning: "AMSGrad's maximum before (torch) or after (optax) bias correction, or without any (paper)"),
      ] + MomentumSchedule.hyperparameters),
    source: "Kingma and Ba, Adam: A Method for Stochastic Optimization, ICLR 2015")

  /// Where AMSGrad takes its maximum.
  enum Maximum: String, Sendable, CaseIterable { case torch, optax, paper }

  struct Memory<Number: LockstepNumber>: FirstOrderMemory {
    var moments: [Moments<Number>]
    var beta1Product = 1.0
    var beta2Product = 1.0
  }

  /// What is remembered of one coordinate, in one place.
  struct Moments<Number: LockstepNumber>: Sendable {
    var mean: Number = 0
    var square: Number = 0
    /// The running maximum of `square`, where AMSGrad asks for it.
    var largest: Number = 0
  }

  typealias ScalarMemory = Memory<Double>
  typealias LanesMemory = Memory<Lanes>
  let shaping: GradientShaping
  private let beta1: MomentumSchedule
  private let beta2: Double
  private let guardedRoot: GuardedRoot
  /// nil for plain Adam.
  private let maximum: Maximum?

  init(_ hyperparameters: Hyperparameters) {
    shaping = GradientShaping(hyperparameters)
    beta1 = MomentumSchedule(hyperparameters, of: "beta1")
    beta2 = hyperparameters.real("beta2")
    guardedRoot = GuardedRoot(hyperparameters)
    maximum = hyperparameters.flag("amsgrad") ? Maximum(rawValue: hyperparameters.choice("variant")) : nil
  }

  func memory<Number>(at x: [Number]) -> Memory<Number> {
    Memory(moments: Array(repeating: Moments(), count: x.count))
  }

  func update<Number>(_ x: inout [Number], _ memory: inout Memory<Number>, gradient: [Number], pace: Pace) {
    let beta1 = beta1(pace)
    memory.beta1Product *= beta1
    memory.beta2Product *= beta2
    let meanCorrection = maximum == .paper ? 1 : 1 / (1 - memory.beta1Product)
    let squareCorrection = maximum == .paper ? 1 : 1 / (1 - memory.beta2Product)
    var moments = memory.moments.mutableSpan
    var x = x.mutableSpan
    let gradient = gradient.span
    for i in gradient.indices {
      let g = gradient[i]
      let mean = beta1 * moments[i].mean + (1 - beta1) * g
      let squareMean = beta2 * moments[i].square + (1 - beta2) * g * g
      moments[i].mean = mean
      moments[i].square = squareMean
      var square = squareCorrection * squareMean
      if let maximum {
        moments[i].largest = .max(moments[i].largest, maximum == .torch ? squareMean : square)
        square = maximum == .torch ? squareCorrection * moments[i].largest : moments[i].largest
      }
      x[i] = x[i] - pace.learningRate * (meanCorrection * mean) / guardedRoot(square)
    }
  }
}

extension Hyperparameter {
  static func beta1(default value: Double) -> Hyperparameter {
    .real("beta1", default: value, .init(atLeast: 0, below: 1), meaning: "share β₁ of the mean gradient kept")
  }

  static func beta2(default value: Double) -> Hyperparameter {
    .real("beta2", default: value, .init(atLeast: 0, below: 1), meaning: "share β₂ of the mean square kept")
  }
}
