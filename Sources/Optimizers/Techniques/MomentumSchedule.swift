/// Momentum μₖ (or Adam's β₁) over the steps k = 0, 1, … of a run, from a first value μ₀ to its own, μ.
///
/// - constant: μ.
/// - linear: from μ₀ to μ along a line over `momentumSteps` steps, then μ (Hinton, A Practical Guide to Training
///   Restricted Boltzmann Machines, 2010, goes from 0.5 to 0.9).
/// - opposed: μ − (μ − μ₀)h, with h the height of the learning rate's schedule: μ₀ where the learning rate peaks, μ where
///   it is lowest (Smith, A Disciplined Approach to Neural Network Hyper-Parameters, 2018; PyTorch's cycle_momentum).
/// - sutskever: min(1 − 1/(2(⌊k/250⌋ + 1)), μ) (Sutskever, Martens, Dahl and Hinton, ICML 2013).
/// - nesterov: min(k/(k + 3), μ), Nesterov's growing momentum in the form of Su, Boyd and Candès (JMLR 17, 2016).
///
/// Defaults: constant; μ₀ = 0.85 and 1000 steps, PyTorch's lower momentum and half of a run of 2000.
struct MomentumSchedule: Sendable {
  enum Shape: String, Sendable, CaseIterable { case constant, linear, opposed, sutskever, nesterov }

  static let hyperparameters: [Hyperparameter] = [
    .choice(
      "momentumSchedule", default: Shape.constant.rawValue, of: Shape.allCases.map(\.rawValue),
      meaning: "how momentum changes over the run"),
    .real(
      "firstMomentum", default: 0.85, .init(atLeast: 0, below: 1),
      meaning: "momentum μ₀ at the start of linear, and at the peak of the learning rate of opposed"),
    .integer(
      "momentumSteps", default: 1000, in: 1...1_000_000_000, meaning: "steps over which linear goes from μ₀ to μ"),
  ]

  let shape: Shape
  let first: Double
  let steps: Int
  /// μ.
  let last: Double

  /// - Parameter last: the hyper-parameter that is μ.
  init(_ hyperparameters: Hyperparameters, of last: String) {
    shape = Shape(rawValue: hyperparameters.choice("momentumSchedule")) ?? .constant
    first = hyperparameters.real("firstMomentum")
    steps = hyperparameters.integer("momentumSteps")
    self.last = hyperparameters.real(last)
  }

  func callAsFunction(_ pace: Pace) -> Double {
    switch shape {
    case .constant: last
    case .linear: first + (last - first) * min(Double(pace.step) / Double(steps), 1)
    case .opposed: last - (last - first) * pace.height
    case .sutskever: min(1 - 0.5 / Double(pace.step / 250 + 1), last)
    case .nesterov: min(Double(pace.step) / Double(pace.step + 3), last)
    }
  }
}
