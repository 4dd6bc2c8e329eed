import Scalars

/// x ← x − η(g + ρξ) with ξ uniform on the unit sphere: noise in every direction, so that no saddle holds it.
///
/// State: the iterate, and ξ. Unlike `sgd`, whose noise is Gaussian in each coordinate, the noise has one length whatever the
/// dimension. Defaults: ρ = 1, the paper's; η = 10⁻³ as for gradient descent. It never ends of its own accord.
struct NoisySGD: FirstOrderMethod {
  static let info = MethodInfo(
    id: "noisy-sgd", name: "Noisy SGD", order: .first,
    hyperparameters: GradientShaping.hyperparameters(
      learningRate: 0.001,
      [.real("radius", default: 1, .init(above: 0), meaning: "length ρ of the noise added to the gradient")]),
    source: "Ge, Huang, Jin and Yuan, Escaping From Saddle Points, COLT 2015")

  struct Memory: FirstOrderMemory { var direction: [Double] }

  let shaping: GradientShaping
  let restsAtStationaryPoints = false
  private let radius: Double

  init(_ hyperparameters: Hyperparameters) {
    shaping = GradientShaping(hyperparameters)
    radius = hyperparameters.real("radius")
  }

  func memory(at x: [Double]) -> Memory { Memory(direction: Array(repeating: 0, count: x.count)) }

  func update(_ x: inout [Double], _ memory: inout Memory, gradient: [Double], pace: Pace) {
    for i in x.indices { x[i] -= pace.learningRate * gradient[i] }
  }

  func disturb(_ x: inout [Double], _ memory: inout Memory, pace: Pace, using generator: inout SeededGenerator) {
    memory.direction.drawDirection(using: &generator)
    for i in x.indices { x[i] -= pace.learningRate * radius * memory.direction[i] }
  }
}

extension [Double] {
  /// Becomes a uniform point of the unit sphere (Muller, Comm. ACM 2, 1959).
  mutating func drawDirection(using generator: inout SeededGenerator) {
    var length = 0.0
    // Gaussians are all zero at once about never; drawing again is the exact answer.
    while length == 0 {
      for i in indices { self[i] = generator.gaussian() }
      length = norm
    }
    for i in indices { self[i] /= length }
  }
}
