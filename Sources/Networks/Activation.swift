import Scalars

/// What a hidden unit does with its input z; derivatives are functions of the output a.
public enum Activation: String, Sendable, Hashable, CaseIterable {
  /// a = tanh z.
  case tanh
  /// a = max(z, 0), whose derivative at 0 is taken as 0.
  case relu
  /// a = 1/(1 + e⁻ᶻ).
  case logistic
  /// a = z: a deep linear network.
  case identity

  /// Replaces `count` inputs, a multiple of 8, by outputs and writes the derivatives at them into `slopes`.
  func apply(to units: UnsafeMutablePointer<Double>, slopes: UnsafeMutablePointer<Double>, count: Int) {
    switch self {
    case .tanh: applyTanh(units, slopes, count)
    case .relu: applyRelu(units, slopes, count)
    case .logistic: applyLogistic(units, slopes, count)
    case .identity: fill(slopes, with: 1, count: count)
    }
  }

  /// The second derivative where the output is a and the first derivative is `slope`.
  @inline(__always)
  func curvature(output a: Double, slope: Double) -> Double {
    switch self {
    case .tanh: -2 * a * slope
    case .logistic: (1 - 2 * a) * slope
    case .relu, .identity: 0
    }
  }
}

// Plain functions, one loop each: what is called through protocols or closures does not become vectors.

@inline(never)
private func applyTanh(_ units: UnsafeMutablePointer<Double>, _ slopes: UnsafeMutablePointer<Double>, _ count: Int) {
  for i in stride(from: 0, to: count, by: Lanes.width) {
    let a = Elementary.quickTanh(load(units + i))
    store(a, at: units + i)
    store(Lanes(1) - a * a, at: slopes + i)
  }
}

@inline(never)
private func applyRelu(_ units: UnsafeMutablePointer<Double>, _ slopes: UnsafeMutablePointer<Double>, _ count: Int) {
  for i in stride(from: 0, to: count, by: Lanes.width) {
    let z = load(units + i)
    let isDead = z .<= Lanes(0)
    store(z.replacing(with: Lanes(0), where: isDead), at: units + i)
    store(Lanes(1).replacing(with: Lanes(0), where: isDead), at: slopes + i)
  }
}

@inline(never)
private func applyLogistic(
  _ units: UnsafeMutablePointer<Double>, _ slopes: UnsafeMutablePointer<Double>, _ count: Int
) {
  for i in stride(from: 0, to: count, by: Lanes.width) {
    let a = Lanes(1) / (Lanes(1) + Elementary.exp(-load(units + i)))
    store(a, at: units + i)
    store(a * (Lanes(1) - a), at: slopes + i)
  }
}
