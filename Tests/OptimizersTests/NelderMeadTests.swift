import Foundation
import Objectives
import Scalars
import Testing

@testable import Optimizers

@Suite("Nelder–Mead")
struct NelderMeadTests {
  struct Reference: Decodable, Sendable {
    struct Run: Decodable, Sendable {
      struct Iterate: Decodable, Sendable {
        let iteration: Int
        let x: [Double]
      }
      let dimension: Int
      let adaptive: Bool
      let start: [Double]
      let edge: Double
      let iterates: [Iterate]
      let evaluationsOf40Iterations: Int
    }
    let runs: [Run]

    static func read() throws -> Reference {
      let url = try #require(Bundle.module.url(forResource: "Fixtures/nelder-mead", withExtension: "json"))
      return try JSONDecoder().decode(Reference.self, from: Data(contentsOf: url))
    }
  }

  @Test("The best vertex and the evaluations agree with SciPy's, classical and adaptive, in 2, 4 and 7 dimensions")
  func agreesWithSciPy() throws {
    let runs = try Reference.read().runs
    #expect(runs.count == 6)
    for reference in runs {
      // A width of 4 and a simplex of 1/32 of it make the edge of the reference, exactly.
      let valley = Valley(Box(-2...2, dimension: reference.dimension))
      let size = reference.edge / 4
      var iterates: [[Double]] = []
      let run = Descent.run(
        try method("nelder-mead[simplexSize=\(size),adaptive=\(reference.adaptive)]"), on: valley,
        from: reference.start, budget: reference.evaluationsOf40Iterations, generator: SeededGenerator(seed: 1),
        observe: { iterates.append($1) })
      // Step 1 evaluates the simplex; iterations follow.
      try #require(run.steps == 41)
      #expect(run.counts == EvaluationCounts(value: reference.evaluationsOf40Iterations))
      for expected in reference.iterates {
        for (x, y) in zip(iterates[expected.iteration + 1], expected.x) {
          #expect((x - y).magnitude < 1e-9, "\(reference.dimension), \(reference.adaptive), \(expected.iteration)")
        }
      }
    }
  }

  @Test("Rosenbrock takes the published 159 evaluations to 8.1777e-10")
  func publishedCounts() throws {
    // fminsearch and SciPy begin with 5 % of each coordinate of (−1.2, 1): here 5 % of widths 1.2 and 1, the first
    // edge pointing left since right would leave the domain. They report 85 iterations, the first simplex counted.
    let valley = Valley(Box([-2.4 ... -1.2, 0.5...1.5]))
    var evaluator = Evaluator(valley, budget: 159)
    var generator = SeededGenerator(seed: 1)
    func run<O: Optimizer>(_ optimizer: O) throws -> [Double] {
      var state = optimizer.start(at: [-1.2, 1], in: valley.domain, using: &generator)
      for _ in 0..<85 { try optimizer.step(&state, on: &evaluator, using: &generator) }
      return state.x
    }
    let end = try run(method("nelder-mead").optimizer)
    #expect(evaluator.counts.total == 159)
    #expect((valley.value(at: end) - 8.177661197416674e-10).magnitude < 1e-14)
  }

  @Test("It ends of its own accord when the simplex has collapsed")
  func ends() throws {
    let run = try descend("nelder-mead", on: Valley(), from: [-1.2, 1], budget: 2000)
    #expect(run.reason == .stepVanished)
    #expect(run.fBest < 1e-20)
    #expect(run.xLast == run.xBest)
  }

  @Test("Infinite values are avoided as the worst")
  func avoidsInfinity() throws {
    let run = try descend("nelder-mead", on: Fence(), from: [0.5], budget: 300)
    #expect((run.xLast[0] - 0).magnitude < 1e-9)
  }
}

/// √x: NaN for x < 0, least at 0.
private struct Fence: Objective {
  let id = "fence"
  let domain = Box(-1...1)
  var minimum: KnownMinimum { KnownMinimum(value: 0, minimizers: [[0]]) }
  func evaluate<S: RealScalar>(_ x: Span<S>) -> S { S.sqrt(x[0]) }
}
