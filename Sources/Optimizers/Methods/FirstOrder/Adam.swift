/// m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², x ← x − η m̂/(√v̂ + ε), with m̂ = m/(1 − β₁ᵏ) and v̂ = v/(1 − β₂ᵏ).
///
/// State: the iterate, m, v, and the powers of β. Options: `decoupled=true` makes `weightDecay` act on the iterate,
/// x ← (1 − ηλ)x, which is AdamW (Loshchilov and Hutter, ICLR 2019); `amsgrad` replaces v by its running maximum (Reddi,
/// Kale and Kumar, ICLR 2018), taken before (`raw`, PyTorch) or after (`corrected`, optax) the bias correction, which the
/// paper does not have. Defaults: β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸, the paper's. η = 0.05 and not the paper's 0.001: a
/// step is about η long whatever the gradient, so that 2000 steps of 0.001 would not cross a fifth of a domain of size 10.
struct Adam: FirstOrderMethod {
  static let info = MethodInfo(
    id: "adam", name: "Adam", order: .first,
    hyperparameters: GradientShaping.hyperparameters(
      learningRate: 0.05,
      [
        .real("beta1", default: 0.9, .init(atLeast: 0, below: 1), meaning: "share β₁ of the mean gradient kept"),
        .real("beta2", default: 0.999, .init(atLeast: 0, below: 1), meaning: "share β₂ of the mean square kept"),
        .epsilon(default: 1e-8),
        .choice(
          "amsgrad", default: AMSGrad.none.rawValue, of: AMSGrad.allCases.map(\.rawValue),
          meaning: "running maximum of the mean square, before (PyTorch) or after (optax) bias correction"),
        .flag("decoupled", meaning: "weight decay acts on the iterate and not on the gradient: AdamW"),
      ]),
    source: "Kingma and Ba, Adam: A Method for Stochastic Optimization, ICLR 2015")

  enum AMSGrad: String, Sendable, CaseIterable { case none, raw, corrected }

  struct Memory: Sendable {
    var mean: [Double]
    var square: [Double]
    /// The running maximum of `square`, where AMSGrad asks for it.
    var largest: [Double]
    var beta1Power = 1.0
    var beta2Power = 1.0
  }

  let shaping: GradientShaping
  private let beta1: Double
  private let beta2: Double
  private let epsilon: Double
  private let amsgrad: AMSGrad
  private let decoupledDecay: Double

  init(_ hyperparameters: Hyperparameters) {
    var shaping = GradientShaping(hyperparameters)
    decoupledDecay = hyperparameters.flag("decoupled") ? shaping.weightDecay.strength : 0
    if hyperparameters.flag("decoupled") { shaping.weightDecay.strength = 0 }
    self.shaping = shaping
    beta1 = hyperparameters.real("beta1")
    beta2 = hyperparameters.real("beta2")
    epsilon = hyperparameters.real("epsilon")
    amsgrad = AMSGrad(rawValue: hyperparameters.choice("amsgrad")) ?? .none
  }

  func memory(dimension: Int) -> Memory {
    let zero = [Double](repeating: 0, count: dimension)
    return Memory(mean: zero, square: zero, largest: zero)
  }

  func update(_ x: inout [Double], _ memory: inout Memory, gradient: [Double], learningRate: Double) {
    memory.beta1Power *= beta1
    memory.beta2Power *= beta2
    let meanCorrection = 1 / (1 - memory.beta1Power)
    let squareCorrection = 1 / (1 - memory.beta2Power)
    let kept = 1 - learningRate * decoupledDecay
    for i in x.indices {
      let g = gradient[i]
      memory.mean[i] = beta1 * memory.mean[i] + (1 - beta1) * g
      memory.square[i] = beta2 * memory.square[i] + (1 - beta2) * g * g
      var square = memory.square[i] * squareCorrection
      switch amsgrad {
      case .none: break
      case .raw:
        memory.largest[i] = max(memory.largest[i], memory.square[i])
        square = memory.largest[i] * squareCorrection
      case .corrected:
        memory.largest[i] = max(memory.largest[i], square)
        square = memory.largest[i]
      }
      let divisor = square.squareRoot() + epsilon
      x[i] = kept * x[i] - learningRate * (memory.mean[i] * meanCorrection) / (divisor == 0 ? 1 : divisor)
    }
  }
}
