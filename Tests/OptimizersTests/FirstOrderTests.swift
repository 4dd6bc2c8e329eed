import Objectives
import Scalars
import Testing

@testable import Optimizers

@Suite("First-order methods")
struct FirstOrderTests {
  @Test("The fixture is read whole")
  func fixtureIsComplete() {
    #expect(Reference.shared.trajectories.count == 41)
    #expect(Reference.shared.schedules.count == 21)
  }

  @Test("Iterates agree with PyTorch and optax", arguments: Reference.shared.trajectories)
  func agreesWithReference(_ reference: Reference.Trajectory) throws {
    // RAdam's first steps leave for 10¹⁷, which a smaller domain would call diverged.
    let valley = Valley(Box(-1e9...1e9, dimension: 2))
    let iterates = try points(reference.specification, on: valley, from: reference.x0, steps: 20)
    try #require(iterates.count == 21)
    for expected in reference.iterates {
      for (x, y) in zip(iterates[expected.step], expected.x) {
        #expect((x - y).magnitude <= 1e-12 * y.magnitude, "step \(expected.step)")
      }
    }
  }

  @Test("Learning rates agree with PyTorch and optax", arguments: Reference.shared.schedules)
  func schedulesAgreeWithReference(_ reference: Reference.RateSchedule) throws {
    let options = reference.options.isEmpty ? "" : ",\(reference.options)"
    // On f(x) = x the gradient is 1, so that a step's length is the learning rate itself.
    let method = try method("gradient-descent[learningRate=0.1\(options)]")
    var evaluator = Evaluator(Slope(), budget: 52)
    var generator = SeededGenerator(seed: 1)
    var rates: [Double] = []
    func run<O: Optimizer>(_ optimizer: O) throws {
      var state = optimizer.start(at: [0], in: evaluator.domain, using: &generator)
      for _ in 0..<52 {
        let before = state.x[0]
        try optimizer.step(&state, on: &evaluator, using: &generator)
        rates.append(before - state.x[0])
      }
    }
    try run(method.optimizer)
    // Differences of iterates near −4 carry their rounding, 1e-15 absolute.
    for expected in reference.rates {
      #expect((rates[expected.step] - expected.rate).magnitude <= 1e-12 * expected.rate + 2e-15, "\(expected.step)")
    }
  }

  @Test("Noise has the deviation asked for, and decays as published")
  func noise() throws {
    // On f(x) = x, with a learning rate of 1, a step is −1 − ξ.
    // The variances are 0.25 each, and 4/(1 + k), which sum to 4 H₅₀₀₀; half of that sum lies in the first few terms.
    for (options, sum, tolerance) in [("noise=0.5", 1250, 0.08), ("noise=2,noiseDecay=1", 4 * 9.0945, 0.6)] {
      var previous = 0.0
      var squares = 0.0
      _ = Descent.run(
        try method("sgd[learningRate=1,\(options)]"), on: Slope(), from: [0], budget: 5000,
        generator: SeededGenerator(seed: 3),
        observe: { step, x in
          if step > 0 { squares += (x[0] - previous + 1) * (x[0] - previous + 1) }
          previous = x[0]
        })
      #expect((squares / sum - 1).magnitude < tolerance)
    }
  }

  @Test("A run ends where the gradient vanishes and momentum is spent, not where momentum carries it on")
  func restsOnlyAtRest() throws {
    let start = [2.0, -1.0]
    for id in ["gradient-descent", "momentum", "nesterov", "adagrad"] {
      let run = try descend("\(id)[learningRate=0.1]", on: Quadratic(curvatures: [1, 2]), from: start, budget: 5000)
      #expect(run.reason == .gradientVanished, "\(id)")
      for x in run.xLast { #expect((x - 0.5).magnitude < 1e-10) }
    }
    // A ball that crosses the minimizer exactly, at speed: from x = 1 with η = 1 the first step ends on it.
    let ball = try descend(
      "momentum[learningRate=1,momentum=0.5]", on: Quadratic(curvatures: [1]), from: [1.5], budget: 3)
    #expect(ball.steps == 3 && ball.reason == .budgetExhausted)
    #expect(ball.xLast != [0.5])
  }
}

/// f(x) = ± x₁.
struct Slope: Objective {
  let id = "slope"
  var sign = 1.0
  let domain = Box(-1...1, dimension: 1)
  var minimum: KnownMinimum { KnownMinimum(value: -1, minimizers: [[-sign]]) }
  func evaluate<S: RealScalar>(_ x: Span<S>) -> S { S(sign) * x[0] }
}

/// The method that `text` names.
func method(_ text: String) throws -> Method { try MethodCatalogue.method(try Spec(parsing: text)) }

/// The iterates of a run on Rosenbrock's function, the start first.
func trajectory(_ text: String, from start: [Double], budget: Int) throws -> [[Double]] {
  var iterates: [[Double]] = []
  _ = Descent.run(
    try method(text), on: Valley(), from: start, budget: budget, generator: SeededGenerator(seed: 1),
    observe: { iterates.append($1) })
  return iterates
}

/// The points where a first-order method takes its gradients, the start first; fewer where the run ends before.
func points(_ text: String, on objective: any Objective, from start: [Double], steps: Int) throws -> [[Double]] {
  func run<O: FirstOrderMethod>(_ optimizer: O) -> [[Double]] {
    var evaluator = Evaluator(objective, budget: steps)
    var generator = SeededGenerator(seed: 1)
    var state = optimizer.start(at: start, in: evaluator.domain, using: &generator)
    var points = [state.point]
    while points.count <= steps, (try? optimizer.step(&state, on: &evaluator, using: &generator)) != nil {
      points.append(state.point)
    }
    return points
  }
  let optimizer: any FirstOrderMethod = try #require(try method(text).optimizer as? any FirstOrderMethod)
  return run(optimizer)
}
