import Scalars

/// How a gradient moves parameters in the training loop.
public enum UpdateRule: Sendable, Hashable {
  /// v ← μv + g; x ← x − αv. Polyak (1964); μ = 0 is stochastic gradient descent.
  case momentum(rate: Double, momentum: Double = 0)
  /// Kingma and Ba, Adam: A Method for Stochastic Optimization, ICLR 2015, algorithm 1.
  case adam(rate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8)

  func check() throws(InvalidModel) {
    func requireShare(_ key: String, _ value: Double) throws(InvalidModel) {
      guard value >= 0, value < 1 else { throw InvalidModel(key, value, allowed: "0 or more, below 1") }
    }
    func requirePositive(_ key: String, _ value: Double) throws(InvalidModel) {
      guard value > 0, value.isFinite else { throw InvalidModel(key, value, allowed: "a positive number") }
    }
    switch self {
    case .momentum(let rate, let momentum):
      try requirePositive("rate", rate)
      try requireShare("momentum", momentum)
    case .adam(let rate, let beta1, let beta2, let epsilon):
      try requirePositive("rate", rate)
      try requireShare("beta1", beta1)
      try requireShare("beta2", beta2)
      try requirePositive("epsilon", epsilon)
    }
  }
}

/// What a rule remembers between steps; a step allocates nothing.
struct UpdateState {
  private let rule: UpdateRule
  /// Velocity, or the mean gradient.
  private var first: [Double]
  /// The mean squared gradient.
  private var second: [Double]
  /// β₁ᵗ and β₂ᵗ.
  private var powers = (1.0, 1.0)

  init(_ rule: UpdateRule, count: Int) {
    self.rule = rule
    first = Array(repeating: 0, count: count)
    second = first
  }

  mutating func step(_ parameters: inout [Double], gradient: [Double]) {
    let count = parameters.count
    parameters.withUnsafeMutableBufferPointer { x in
      gradient.withUnsafeBufferPointer { g in
        first.withUnsafeMutableBufferPointer { m in
          second.withUnsafeMutableBufferPointer { v in
            let (x, g) = (x.baseAddress.unsafelyUnwrapped, g.baseAddress.unsafelyUnwrapped)
            let (m, v) = (m.baseAddress.unsafelyUnwrapped, v.baseAddress.unsafelyUnwrapped)
            switch rule {
            case .momentum(let rate, let momentum): stepMomentum(x, g, m, count, rate, momentum)
            case .adam(let rate, let beta1, let beta2, let epsilon):
              powers = (powers.0 * beta1, powers.1 * beta2)
              let scales = (rate / (1 - powers.0), 1 / (1 - powers.1))
              stepAdam(x, g, m, v, count, beta1, beta2, epsilon, scales.0, scales.1)
            }
          }
        }
      }
    }
  }
}

@inline(never)
private func stepMomentum(
  _ x: UnsafeMutablePointer<Double>, _ g: UnsafePointer<Double>, _ m: UnsafeMutablePointer<Double>, _ count: Int,
  _ rate: Double, _ momentum: Double
) {
  var i = 0
  while i + Lanes.width <= count {
    let velocity = Lanes(momentum) * load(m + i) + load(g + i)
    store(velocity, at: m + i)
    store(load(x + i) - Lanes(rate) * velocity, at: x + i)
    i += Lanes.width
  }
  while i < count {
    m[i] = momentum * m[i] + g[i]
    x[i] -= rate * m[i]
    i += 1
  }
}

@inline(never)
private func stepAdam(
  _ x: UnsafeMutablePointer<Double>, _ g: UnsafePointer<Double>, _ m: UnsafeMutablePointer<Double>,
  _ v: UnsafeMutablePointer<Double>, _ count: Int, _ beta1: Double, _ beta2: Double, _ epsilon: Double,
  _ rate: Double, _ scale: Double
) {
  var i = 0
  while i + Lanes.width <= count {
    let gradient = load(g + i)
    let mean = Lanes(beta1) * load(m + i) + Lanes(1 - beta1) * gradient
    let square = Lanes(beta2) * load(v + i) + Lanes(1 - beta2) * gradient * gradient
    store(mean, at: m + i)
    store(square, at: v + i)
    store(load(x + i) - Lanes(rate) * mean / (Lanes.sqrt(square * Lanes(scale)) + Lanes(epsilon)), at: x + i)
    i += Lanes.width
  }
  while i < count {
    m[i] = beta1 * m[i] + (1 - beta1) * g[i]
    v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i]
    x[i] -= rate * m[i] / ((v[i] * scale).squareRoot() + epsilon)
    i += 1
  }
}
