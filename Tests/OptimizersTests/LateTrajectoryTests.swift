import Objectives
import Scalars
import Testing

@testable import Optimizers

@Suite("First-order methods, later steps")
struct LateTrajectoryTests {
  @Test("The fixtures are read whole, and rounding blurs few of their trajectories")
  func fixturesAreComplete() {
    #expect(LateReference.shared.trajectories.count == 82)
    #expect(LateReference.shared.trajectories.filter { $0.reach == 500 }.count == 73)
    #expect(LateReference.shared.trajectories.allSatisfy { $0.reach >= 50 })
    #expect(LateReference.rates.count == 23 && LateReference.rates.values.allSatisfy { $0.count == 501 })
  }

  @Test(
    "Iterates agree with PyTorch and optax: to 1e-9 up to step 50, to 1e-6 at step 500",
    arguments: LateReference.shared.trajectories)
  func agreesWithReference(_ reference: LateReference.Trajectory) throws {
    let objective: any Objective =
      reference.problem == "rosenbrock" ? Valley(Box(-1e9...1e9, dimension: 2)) : Rastrigin(dimension: 2)
    // The specification is written once, where the first steps are.
    let specification = try #require(
      Reference.shared.trajectories.first {
        $0.method == reference.method && $0.library.hasPrefix(reference.library)
      }?.specification)
    // PyTorch and optax never end a run, and a method that divides by a mean square of vanishing gradients leaves rest again.
    let spec = try Spec(parsing: specification)
    let restless = Spec(name: spec.name, options: spec.options + [.init(key: "gradientTolerance", value: "0")])
    let points = try points(restless.description, on: objective, from: reference.x0, steps: 500)
    for expected in reference.iterates {
      // A run whose gradient is exactly 0 has ended, and stays.
      let x = points[min(expected.step, points.count - 1)]
      let tolerance = expected.step <= 20 ? 1e-11 : expected.step <= 50 ? 1e-9 : 1e-6
      for (x, y) in zip(x, expected.x) {
        #expect((x - y).magnitude <= tolerance * max(1, y.magnitude), "step \(expected.step): \(x) for \(y)")
      }
    }
  }

  @Test(
    "Learning rates agree with PyTorch and optax to 1e-9 in every step up to 500", arguments: Reference.shared.schedules
  )
  func schedulesAgree(_ reference: Reference.RateSchedule) throws {
    let expected = try #require(LateReference.rates[reference.name])
    let options = reference.options.isEmpty ? "" : ",\(reference.options)"
    let schedule = Schedule(try method("gradient-descent[learningRate=0.1\(options)]").hyperparameters)
    for (step, rate) in expected.enumerated() {
      #expect((0.1 * schedule.factor(step: step, budget: 7) - rate).magnitude <= 1e-9 * 0.1, "step \(step)")
    }
  }

  @Test(
    "Momentum opposed to the learning rate agrees with PyTorch's cycle_momentum in every step up to 500",
    arguments: [
      (
        "torch OneCycleLR momentum",
        "schedule=one-cycle,scheduleSteps=500,finalFraction=1e-4,peakPosition=0.2986"
      ),
      ("torch CyclicLR momentum", "schedule=triangular,scheduleSteps=800,scheduleStages=4"),
    ])
  func opposedMomentum(_ name: String, _ options: String) throws {
    let expected = try #require(LateReference.rates[name])
    let hyperparameters = try method("momentum[momentum=0.95,momentumSchedule=opposed,\(options)]").hyperparameters
    let (shaping, momentum) = (GradientShaping(hyperparameters), MomentumSchedule(hyperparameters, of: "momentum"))
    var watch = PlateauReduction.Watch()
    for (step, value) in expected.enumerated() {
      let pace = shaping.pace(step: step, budget: 7, value: 0, &watch)
      #expect((momentum(pace) - value).magnitude <= 1e-9, "step \(step)")
    }
  }

  @Test("Reductions on plateaus agree with PyTorch, cooldown and patience included")
  func plateaus() throws {
    let reference = LateReference.shared.plateau
    let shaping = GradientShaping(
      try method(
        "adam[learningRate=0.1,plateauFactor=0.5,plateauPatience=3,plateauThreshold=0.01,plateauCooldown=2]"
      ).hyperparameters)
    var watch = PlateauReduction.Watch()
    let rates = reference.values.enumerated().map {
      shaping.pace(step: $0.offset, budget: 100, value: $0.element, &watch).learningRate
    }
    #expect(rates.count == 60 && Set(rates).count > 5)
    for (rate, expected) in zip(rates, reference.rates) { #expect((rate - expected).magnitude <= 1e-15) }
  }
}
