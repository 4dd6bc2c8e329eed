extension Schedule {
  /// The options of a scheduled learning rate.
  static let hyperparameters: [Hyperparameter] = [
    .choice(
      "schedule", default: Shape.constant.rawValue, of: Shape.allCases.map(\.rawValue),
      meaning: "how the learning rate changes over the run"),
    .integer(
      "scheduleSteps", default: 0, in: 0...1_000_000_000, meaning: "steps the schedule spans, N; 0 for the run's budget"
    ),
    .real(
      "finalFraction", default: 0.01, .init(atLeast: 0, atMost: 1),
      meaning: "final learning rate as a fraction of learningRate, φ"),
    .real("schedulePower", default: 2, .init(above: 0, atMost: 100), meaning: "power p of the polynomial schedule"),
    .integer(
      "scheduleStages", default: 4, in: 1...32,
      meaning: "stages m of the step schedule; cycles m of triangular and cosine-restarts"),
    .integer(
      "warmupSteps", default: 0, in: 0...1_000_000_000,
      meaning: "steps over which the learning rate first rises from 0, W"),
  ]

  init(_ hyperparameters: Hyperparameters) {
    self.init(
      shape: Shape(rawValue: hyperparameters.choice("schedule")) ?? .constant,
      steps: hyperparameters.integer("scheduleSteps"), finalFraction: hyperparameters.real("finalFraction"),
      power: hyperparameters.real("schedulePower"), stages: hyperparameters.integer("scheduleStages"),
      warmupSteps: hyperparameters.integer("warmupSteps"))
  }
}
