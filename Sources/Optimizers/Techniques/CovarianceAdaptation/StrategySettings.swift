/// The hyper-parameters that every CMA-ES of the catalogue has.
struct StrategySettings: Sendable {
  /// The first σ, in widths of the domain.
  let stepSize: Double
  /// Whether points are evaluated where they are, outside the domain too.
  let isOpen: Bool
  private let givenPopulationSize: Int
  private let tolerances: EvolutionStrategy.Tolerances

  static let hyperparameters: [Hyperparameter] = [
    .real(
      "stepSize", default: 0.3, .init(above: 0, atMost: 1),
      meaning: "first standard deviation, as a fraction of the domain's width"),
    .integer(
      "populationSize", default: 0, in: 0...100_000,
      meaning: "points of the first run's generations, λ; 0 means 4 + ⌊3 ln n⌋"),
    .real(
      "valueTolerance", default: 1e-11, .init(atLeast: 0),
      meaning: "difference of the values of a generation, and over some of them, at which a run ends, in units of f"),
    .real(
      "stepTolerance", default: 1e-12, .init(atLeast: 0),
      meaning: "standard deviation at which a run ends, as a fraction of the domain's width"),
    .choice(
      "bounds", default: "smooth", of: ["smooth", "none"],
      meaning: "what becomes of points outside the domain: mapped into it, or evaluated where they are"),
  ]

  init(_ hyperparameters: Hyperparameters) {
    stepSize = hyperparameters.real("stepSize")
    isOpen = hyperparameters.choice("bounds") == "none"
    givenPopulationSize = hyperparameters.integer("populationSize")
    tolerances = EvolutionStrategy.Tolerances(
      value: hyperparameters.real("valueTolerance"), step: hyperparameters.real("stepTolerance"))
  }

  /// λ; below 4 there is nothing to recombine, and 4 is taken.
  func populationSize(_ dimension: Int) -> Int {
    givenPopulationSize == 0 ? StrategyParameters.defaultPopulationSize(dimension) : max(givenPopulationSize, 4)
  }

  /// A strategy at `x`; if `isLimited`, for at most 100 + 50 (n + 3)² / √λ generations (Hansen, 2009).
  func strategy(
    at x: [Double], stepSize: Double, populationSize: Int, bounds: SmoothBounds, isLimited: Bool
  ) -> EvolutionStrategy {
    let n = Double(x.count)
    let limit = 100 + 50 * (n + 3) * (n + 3) / Double(populationSize).squareRoot()
    return EvolutionStrategy(
      at: x, stepSize: stepSize, populationSize: populationSize, bounds: bounds, tolerances: tolerances,
      generationLimit: isLimited ? Int(limit) : .max)
  }
}
