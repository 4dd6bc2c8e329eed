import Objectives
import Optimizers
import Scalars
import Testing

@testable import Sweeps

@Suite("What became of a run")
struct RefereeTests {
  /// The outcome of a run that stays where it starts: gradient descent with a step too small to move.
  private func outcome(_ objective: String, at x: [Double], target: Double = 1e-4) throws -> RunRecord {
    let study = Study(
      title: "", seed: 0, objectives: [try ObjectiveCatalogue.objective(Spec(parsing: objective))],
      methods: [try MethodCatalogue.method(Spec(parsing: "gradient-descent[learningRate=1e-300]"))], starts: 1,
      budget: 1, target: target, figures: [])
    return RunExecutor(Plan(study)).run(of: RunKey(objective: 0, method: 0, start: 0), from: x).record
  }

  @Test("a point in a side valley of Rastrigin's function rests in the minimum near (1, 0), f = 0.99496")
  func localMinimum() throws {
    // The minimum next to an integer k solves 2x + 20π sin 2πx = 0: x = 0.994958637…, f = 0.994959057…
    let record = try outcome("rastrigin", at: [0.8, 0.15])
    #expect(record.outcome == .localMinimum)
    #expect(abs(record.rest[0] - 0.9949586376523) < 1e-7 && abs(record.rest[1]) < 1e-7)
    #expect(abs(record.fRest - 0.9949590570932898) < 1e-9)
  }

  @Test("descent does not jump over the ridge at one half", arguments: [0.45, 0.55, 1.45, 1.55, 4.4, 4.6])
  func staysInBasin(_ x: Double) throws {
    let record = try outcome("rastrigin", at: [x, 0.1])
    let nearest = x.rounded()
    if nearest == 0 {
      #expect(record.outcome == .inGlobalBasin)
    } else {
      #expect(record.outcome == .localMinimum && abs(record.rest[0] - nearest) < 0.06)
    }
  }

  @Test("a point in the global basin would have arrived; at the minimizer it has")
  func globalBasin() throws {
    #expect(try outcome("rosenbrock", at: [-1.2, 1]).outcome == .inGlobalBasin)
    #expect(try outcome("rosenbrock", at: [1, 1]).outcome == .reached)
    #expect(try outcome("ackley", at: [0.3, -0.2]).outcome == .inGlobalBasin)
  }

  @Test("the saddle of the six-hump camel at the origin is a saddle")
  func saddle() throws {
    #expect(try outcome("six-hump-camel", at: [0, 0]).outcome == .saddle)
    #expect(try outcome("himmelblau", at: [-0.27084459066, -0.92303855696]).outcome == .saddle)
  }

  @Test(
    "the side minima of the Goldstein–Price function are told apart by value",
    arguments: [
      ([-0.6, -0.4], 30.0), ([1.8, 0.2], 84.0), ([1.2, 0.8], 840.0),
    ])
  func goldsteinPrice(_ x: [Double], _ value: Double) throws {
    let record = try outcome("goldstein-price", at: x.map { $0 + 0.01 })
    #expect(record.outcome == .localMinimum)
    #expect(abs(record.fRest - value) < 1e-6 * value)
  }

  @Test("descent along a face of the domain ends in a minimum on that face")
  func boundaryMinimum() throws {
    // Beale's function has two boundary minima; one has the value 0.762070 (measured elsewhere).
    let record = try outcome("beale", at: [-4.4, 1.3])
    #expect(record.outcome == .localMinimum)
    #expect(abs(record.fRest - 0.76207) < 1e-4)
  }

  @Test("descent jams at no face: from everywhere, Beale's function has two minima that are not global")
  func noFalseMinima() throws {
    // Its local minima, counted elsewhere: one interior, the global one, and two on the boundary.
    let known = [0.762070, 9.39295]
    let objective = try ObjectiveCatalogue.objective(Spec(parsing: "beale"))
    let local = LocalDescent(objective)
    for i in 0...12 {
      for j in 0...12 {
        let start = [-4.5 + 0.75 * Double(i), -4.5 + 0.75 * Double(j)]
        let end = try #require(local.rest(from: start, confined: true, goal: 1e-4))
        let isKnown = end.value <= 1e-4 || known.contains { abs(end.value - $0) < 1e-4 * $0 }
        #expect(isKnown, "from \(start): \(end)")
      }
    }
  }

  @Test("Where descent takes no step, known derivatives say so, and elsewhere they change nothing")
  func knownDerivatives() throws {
    var resting = 0
    for text in ["rastrigin", "rastrigin[dimension=3,instance=2]", "rosenbrock", "beale", "himmelblau"] {
      let objective = try ObjectiveCatalogue.objective(Spec(parsing: text))
      let local = LocalDescent(objective)
      var generator = SeededGenerator(seed: 3, axes: [text])
      for _ in 0..<20 {
        let start = objective.drawStart(using: &generator)
        let minimum = try #require(local.rest(from: start, confined: true, goal: -.infinity))
        for distance in [0, 1e-16, 1e-15, 1e-14, 1e-13, 1e-12, 1e-9, 1e-3] {
          let x = objective.domain.clamping(minimum.x.map { $0 + distance * generator.uniform(from: -1, to: 1) })
          let plain = try #require(local.rest(from: x, confined: true, goal: -.infinity))
          let known = LocalModel(objective, at: x)
          let end = try #require(local.rest(from: x, confined: true, goal: -.infinity, known: known))
          #expect(end.x == plain.x && end.value == plain.value, "\(text) at \(x)")
          if end.x == x { resting += 1 }
        }
      }
    }
    #expect(resting > 100)
  }

  @Test("a steep slope along a flat valley is no saddle")
  func valleyIsNoSaddle() throws {
    // Here the Hessian has the eigenvalues −0.131 and 54327, and Newton's step leaves the box: nothing rests here.
    let record = try outcome("beale[instance=1]", at: [-2.0655, -3.5642])
    #expect(record.outcome != .saddle)
  }

  @Test("far outside, where descent leads further away, is outside the domain")
  func outside() throws {
    #expect(try outcome("schwefel", at: [900, 900]).outcome == .outsideDomain)
  }

  @Test("a step a hundred times too long diverges, and is recorded as that")
  func diverged() throws {
    let study = Study(
      title: "", seed: 1, objectives: [try ObjectiveCatalogue.objective(Spec(parsing: "rosenbrock"))],
      methods: [try MethodCatalogue.method(Spec(parsing: "gradient-descent[learningRate=0.5]"))], starts: 5,
      budget: 100, target: 1e-4, figures: [])
    for position in 0..<5 {
      let record = RunExecutor(Plan(study)).record(at: position)
      #expect(record.outcome == .diverged || record.outcome == .reached)
      #expect(record.counts.total <= 100)
    }
  }

  @Test("fifty dimensions are polished too")
  func fiftyDimensions() throws {
    let x = (0..<50).map { $0 == 7 ? 1.1 : 0.1 }
    let record = try outcome("rastrigin[dimension=50]", at: x)
    #expect(record.outcome == .localMinimum)
    #expect(abs(record.fRest - 0.9949590570932898) < 1e-7)
  }
}
