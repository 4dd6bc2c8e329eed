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
      meaning: "steps over which the learning rate first rises, W"),
    .real(
      "warmupStart", default: 0, .init(atLeast: 0, atMost: 1),
      meaning: "first learning rate of the warm-up as a fraction of learningRate"),
    .integer(
      "cycleWarmup", default: 0, in: 0...1_000_000_000,
      meaning: "steps over which each cycle of cosine-restarts rises to its peak"),
    .real(
      "cycleShrink", default: 1, .init(above: 0, atMost: 1),
      meaning: "height of each cycle of triangular and cosine-restarts as a share of the one before"),
    .real(
      "peakPosition", default: 0.3, .init(above: 0, below: 1),
      meaning: "share of the schedule at which the one-cycle schedules peak"),
    .milestones("milestones", meaning: "steps and factors of the piecewise schedule, as in 100*0.1;300*0.1"),
  ]

  init(_ hyperparameters: Hyperparameters) {
    self.init(
      shape: Shape(rawValue: hyperparameters.choice("schedule")) ?? .constant,
      steps: hyperparameters.integer("scheduleSteps"), finalFraction: hyperparameters.real("finalFraction"),
      power: hyperparameters.real("schedulePower"), stages: hyperparameters.integer("scheduleStages"),
      warmupSteps: hyperparameters.integer("warmupSteps"), warmupStart: hyperparameters.real("warmupStart"),
      cycleWarmup: hyperparameters.integer("cycleWarmup"), cycleShrink: hyperparameters.real("cycleShrink"),
      peakPosition: hyperparameters.real("peakPosition"), milestones: hyperparameters.milestones("milestones"))
  }
}
