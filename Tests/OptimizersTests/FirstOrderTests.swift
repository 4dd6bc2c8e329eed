import Objectives
import Scalars
import Testing

@testable import Optimizers

@Suite("First-order methods")
struct FirstOrderTests {
  @Test("The fixture is read whole")
  func fixtureIsComplete() {
    #expect(Reference.shared.trajectories.count == 23)
    #expect(Reference.shared.schedules.count == 14)
  }

  @Test("Iterates agree with PyTorch and optax", arguments: Reference.shared.trajectories)
  func agreesWithReference(_ reference: Reference.Trajectory) throws {
    let iterates = try trajectory(reference.specification, from: reference.x0, budget: 20)
    #expect(iterates.count == 21)
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
}

/// f(x) = x₁.
struct Slope: Objective {
  let id = "slope"
  var domain = Box(-1...1, dimension: 1)
  var minimum: KnownMinimum { KnownMinimum(value: -1, minimizers: [domain.lower]) }
  func evaluate<S: RealScalar>(_ x: Span<S>) -> S { x[0] }
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
