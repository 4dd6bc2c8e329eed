import Foundation
import Objectives
import Scalars
import Testing

@testable import Optimizers

/// The fixture: how often pycma and SciPy find the minimum of the same shifted functions.
struct PeerResults: Decodable, Sendable {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let peer: String
    let method: String
    let function: ShiftedFunction.Formula
    let dimension: Int
    let budget: Int
    let runs: Int
    let successes: Int
    /// Evaluations up to the target, of the runs that reached it.
    let medianEvaluations: Double?
    /// Evaluations until the method ended of its own accord.
    let medianTotal: Double?
    /// Of what restarts: all evaluations of its runs over their successes.
    let expectedEvaluations: Double?
    var testDescription: String { "\(method), \(function) \(dimension)-D" }
  }
  let results: [Case]

  static let cases: [Case] = {
    guard let url = Bundle.module.url(forResource: "Fixtures/peers-local-and-cma", withExtension: "json"),
      let data = try? Data(contentsOf: url), let peers = try? JSONDecoder().decode(PeerResults.self, from: data)
    else { return [] }
    return peers.results
  }()
}

@Suite("Success and evaluations beside pycma's and SciPy's")
struct PeerTests {
  /// Runs a case: 200 times where `PEER_RUNS=all` is set, else as often as is quick.
  private func runs(of peer: PeerResults.Case) -> Int {
    if ProcessInfo.processInfo.environment["PEER_RUNS"] == "all" { return peer.runs }
    return min(peer.runs, peer.dimension == 2 ? 100 : peer.method.contains("pop") ? 20 : 30)
  }

  @Test(
    "A method succeeds as often as its peer and needs at most 1.2 times its evaluations", arguments: PeerResults.cases)
  func comparesWithPeer(_ peer: PeerResults.Case) throws {
    let count = runs(of: peer)
    var reached: [Int] = []
    var totals: [Int] = []
    /// Evaluations up to the target, of the runs that missed it to their end.
    var spent = 0
    for k in 0..<count {
      let objective = ShiftedFunction(peer.function, dimension: peer.dimension, run: k)
      let run = Descent.run(
        try method(peer.method), on: objective, from: objective.start, budget: peer.budget,
        generator: SeededGenerator(seed: UInt64(k)), targetValue: 1e-6.nextDown)
      if let evaluations = run.evaluationsToTarget { reached.append(evaluations) }
      totals.append(run.counts.total)
      spent += run.evaluationsToTarget ?? run.counts.total
    }
    if ProcessInfo.processInfo.environment["PEER_RUNS"] != nil {
      let theirs = "\(peer.successes)/\(peer.runs) \(peer.medianEvaluations ?? 0) \(peer.medianTotal ?? 0)"
      print(
        "PEER \(peer.testDescription): \(theirs) \(peer.expectedEvaluations ?? 0)",
        "| \(reached.count)/\(count) \(median(reached)) \(median(totals)) \(Double(spent) / Double(reached.count))")
    }
    // Both are samples: a difference of three standard errors of two proportions is no difference.
    let pooled = Double(peer.successes + reached.count) / Double(peer.runs + count)
    let error = (pooled * (1 - pooled) * (1 / Double(peer.runs) + 1 / Double(count))).squareRoot()
    let rate = Double(reached.count) / Double(count)
    #expect(rate >= Double(peer.successes) / Double(peer.runs) - 3 * error - 1e-9)
    if let theirs = peer.expectedEvaluations {
      // With restarts, evaluations jump from one population to the next, and their median with them: where half of the
      // runs succeed with one population, a success more or less moves it by half. What is expected does not jump.
      #expect(Double(spent) / Double(reached.count) <= 1.2 * theirs)
    } else if let theirs = peer.medianEvaluations, reached.count >= 10, peer.successes >= 10 {
      // Few successes have no stable median.
      #expect(median(reached) <= 1.2 * theirs)
    }
    if let theirs = peer.medianTotal { #expect(median(totals) <= 1.2 * theirs) }
  }

  private func median(_ values: [Int]) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return .nan }
    return 0.5 * Double(sorted[sorted.count / 2] + sorted[(sorted.count - 1) / 2])
  }
}
