/// Multiplies the learning rate by a factor whenever more than `plateauPatience` successive values were not noticeably lower.
///
/// Noticeably is by more than `plateauThreshold` · |best|. As PyTorch's ReduceLROnPlateau, which a value after step k lets
/// act in step k + 1, except for the magnitude of the best value: PyTorch's own rule calls every value an improvement on a
/// negative one. After a reduction `plateauCooldown` values are not counted. Multiplies whatever the schedule says.
/// Defaults: PyTorch's patience 10 and threshold 10⁻⁴; the factor 1 means no reduction, PyTorch's is 0.1.
struct PlateauReduction: Sendable {
  static let hyperparameters: [Hyperparameter] = [
    .real(
      "plateauFactor", default: 1, .init(above: 0, atMost: 1),
      meaning: "what the learning rate is multiplied by on a plateau of f; 1 for nothing"),
    .integer(
      "plateauPatience", default: 10, in: 0...1_000_000_000,
      meaning: "steps without improvement that are no plateau yet"),
    .real(
      "plateauThreshold", default: 1e-4, .init(atLeast: 0, below: 1),
      meaning: "improvement that counts, as a fraction of the best value's magnitude"),
    .integer(
      "plateauCooldown", default: 0, in: 0...1_000_000_000, meaning: "steps after a reduction that are not counted"),
    .real(
      "plateauFloor", default: 0, .init(atLeast: 0, atMost: 1),
      meaning: "smallest product of reductions, as a fraction of the learning rate"),
  ]

  struct Watch: Sendable {
    var best = Double.infinity
    var waited = 0
    var cooldown = 0
    /// The product of all reductions.
    var factor = 1.0
  }

  private let factor: Double
  private let patience: Int
  private let threshold: Double
  private let cooldown: Int
  private let floor: Double

  init(_ hyperparameters: Hyperparameters) {
    factor = hyperparameters.real("plateauFactor")
    patience = hyperparameters.integer("plateauPatience")
    threshold = hyperparameters.real("plateauThreshold")
    cooldown = hyperparameters.integer("plateauCooldown")
    floor = hyperparameters.real("plateauFloor")
  }

  var isOn: Bool { factor < 1 }

  func note(_ value: Double, _ watch: inout Watch) {
    guard isOn else { return }
    if watch.best == .infinity || value < watch.best - threshold * watch.best.magnitude {
      watch.best = value
      watch.waited = 0
    } else {
      watch.waited += 1
    }
    if watch.cooldown > 0 {
      watch.cooldown -= 1
      watch.waited = 0
    }
    if watch.waited > patience {
      watch.factor = max(watch.factor * factor, floor)
      watch.cooldown = cooldown
      watch.waited = 0
    }
  }
}
