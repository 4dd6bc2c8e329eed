import Scalars

/// The divisor of adaptive methods: √s + ε, or √(s + ε) where the library of reference puts ε under the root.
///
/// ε = 0 is allowed; a divisor of 0 then comes back as 1, so that a gradient which has always been 0 moves nothing.
struct GuardedRoot: Sendable {
  let epsilon: Double
  let isInRoot: Bool

  init(epsilon: Double, isInRoot: Bool = false) {
    self.epsilon = epsilon
    self.isInRoot = isInRoot
  }

  init(_ hyperparameters: Hyperparameters, isInRoot: Bool = false) {
    self.init(epsilon: hyperparameters.real("epsilon"), isInRoot: isInRoot)
  }

  @inline(__always)
  func callAsFunction<Number: LockstepNumber>(_ square: Number) -> Number {
    let divisor = isInRoot ? Number.sqrt(square + Number(epsilon)) : .sqrt(square) + Number(epsilon)
    // Squares are not negative.
    return epsilon > 0 ? divisor : divisor.nonzero
  }
}

extension Hyperparameter {
  static func epsilon(default value: Double) -> Hyperparameter {
    .real("epsilon", default: value, .init(atLeast: 0), meaning: "keeps the divisor away from 0, ε")
  }
}
