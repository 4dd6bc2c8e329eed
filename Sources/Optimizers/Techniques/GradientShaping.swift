import Objectives
import Scalars

/// What first-order methods share: how the gradient is treated, how long steps are, and when nothing can change.
///
/// A gradient is made noisy, clipped by value, clipped by length, and weight decay is added, in this order.
struct GradientShaping: Sendable {
  let learningRate: Double
  let schedule: Schedule
  let plateau: PlateauReduction
  let noise: GradientNoise
  let clipping: GradientClipping
  let weightDecay: WeightDecay
  let earlyStopping: EarlyStopping
  let tolerance: Double
  /// Whether clipping or coupled decay is on.
  let changesGradient: Bool

  /// All options of a first-order method: the learning rate, the method's `own`, then the shared ones.
  static func hyperparameters(
    learningRate: Double, noise: Double = 0, isDecayDecoupled: Bool = false, _ own: [Hyperparameter] = []
  ) -> [Hyperparameter] {
    [.real("learningRate", default: learningRate, .init(above: 0), meaning: "learning rate η of the first step")]
      + own + WeightDecay.hyperparameters(isDecoupled: isDecayDecoupled) + GradientClipping.hyperparameters
      + GradientNoise.hyperparameters(deviation: noise) + Schedule.hyperparameters + PlateauReduction.hyperparameters
      + EarlyStopping.hyperparameters + [.gradientTolerance]
  }

  init(_ hyperparameters: Hyperparameters) {
    learningRate = hyperparameters.real("learningRate")
    schedule = Schedule(hyperparameters)
    plateau = PlateauReduction(hyperparameters)
    noise = GradientNoise(hyperparameters)
    clipping = GradientClipping(hyperparameters)
    weightDecay = WeightDecay(hyperparameters)
    earlyStopping = EarlyStopping(hyperparameters)
    tolerance = hyperparameters.real(Hyperparameter.gradientTolerance.name)
    changesGradient = clipping.isOn || weightDecay.isCoupled
  }

  func shape(_ gradient: inout [Double], at x: [Double], step: Int, using generator: inout SeededGenerator) {
    noise.apply(to: &gradient, step: step, using: &generator)
    clipping.apply(to: &gradient)
    weightDecay.apply(to: &gradient, at: x)
  }

  /// The pace of step `step`; `value` is f before it.
  func pace(step: Int, budget: Int, value: Double, _ plateau: inout PlateauReduction.Watch) -> Pace {
    let level = schedule.level(step: step, budget: budget)
    let rate = learningRate * level.factor * plateau.factor
    self.plateau.note(value, &plateau)
    return Pace(learningRate: rate, height: level.height, step: step, budget: budget, value: value)
  }
}

extension Hyperparameter {
  /// Small enough that no iterate of any interest stops a run; 0 goes on until the budget is spent.
  static let gradientTolerance = Hyperparameter.real(
    "gradientTolerance", default: 1e-12, .init(atLeast: 0),
    meaning: "largest element of the gradient at which a run that has come to rest ends")
}
