import Foundation
import Objectives
import Scalars
import Testing

@testable import Optimizers

/// scipy's methods on the same functions from the same starts; the fixture's script stands beside it.
@Suite("Second-order methods beside scipy's")
struct SecondOrderPeerTests {
  struct Problem: Decodable, Sendable, CustomTestStringConvertible {
    let objective: String
    let dimension: Int
    let starts: [[Double]]
    /// Evaluations until f − f* ≤ 10⁻⁸, by scipy's name of the method; nil where that was not reached.
    let evaluations: [String: [Int?]]
    var testDescription: String { "\(objective) \(dimension)" }
  }
  private struct Fixture: Decodable { let problems: [Problem] }

  static let problems: [Problem] = {
    guard let url = Bundle.module.url(forResource: "Fixtures/second-order-peers", withExtension: "json"),
      let data = try? Data(contentsOf: url), let fixture = try? JSONDecoder().decode(Fixture.self, from: data)
    else { return [] }
    return fixture.problems
  }()

  /// Conjugate gradients measure 1.3 to 1.8: the paper's search begins with a value that scipy's does not spend.
  @Test(
    "They reach the minimum as often as scipy's, for at most 1.2 times the evaluations; conjugate gradients for 1.9",
    arguments: [
      ("bfgs", "BFGS"), ("l-bfgs", "BFGS"), ("conjugate-gradient", "CG"), ("trust-region-newton", "trust-exact"),
      ("levenberg-marquardt", "lm"),
    ])
  func besideScipy(_ id: String, _ peer: String) throws {
    #expect(Self.problems.count == 6)
    let limit = peer == "CG" ? 1.9 : 1.2
    for problem in Self.problems {
      let theirs = try #require(problem.evaluations[peer])
      let objective = try ObjectiveCatalogue.objective(
        Spec(parsing: "\(problem.objective)[dimension=\(problem.dimension)]"))
      let ours = try problem.starts.map { start in
        Descent.run(
          try method(id), on: objective, from: start, budget: 2000, generator: SeededGenerator(seed: 1),
          targetValue: 1e-8
        ).evaluationsToTarget
      }
      let successes = (ours: ours.count { $0 != nil }, theirs: theirs.count { $0 != nil })
      // Which of several minima a start leads to is chance: 2.5 standard deviations of a difference of counts.
      let share = Double(successes.ours + successes.theirs) / Double(2 * theirs.count)
      let deviation = (2 * Double(theirs.count) * share * (1 - share)).squareRoot()
      #expect(Double(successes.ours) >= Double(successes.theirs) - 2.5 * deviation, "\(problem): \(successes)")
      let both = zip(ours, theirs).compactMap { ours, theirs in ours.flatMap { o in theirs.map { (o, $0) } } }
      let spent = both.reduce((0, 0)) { ($0.0 + $1.0, $0.1 + $1.1) }
      #expect(Double(spent.0) <= limit * Double(spent.1), "\(problem): \(successes) \(spent)")
    }
  }
}
