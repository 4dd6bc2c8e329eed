import Foundation
import Objectives
import Scalars
import Testing

@testable import Optimizers

/// Global methods beside scipy's and nlopt's on the same shifted problems; `Fixtures/global-peers.py` measured those.
///
/// A gradient counts as one evaluation here, and as n + 1 in scipy, which takes differences.
@Suite("Global methods beside their peers")
struct GlobalQualityTests {
  @Test("The peers' measurements are all there")
  func measurements() { #expect(Peer.all.count == 42) }

  @Test(
    "Succeeds as often as its peer, to within sampling error, for at most 1.2 times the evaluations",
    arguments: Peer.all.filter { $0.reached > 0 })
  func keepsUp(_ peer: Peer) throws {
    // All the peer's runs where `PEER_RUNS=all` is set, else as many as are quick.
    let isThorough = ProcessInfo.processInfo.environment["PEER_RUNS"] == "all"
    let runs = isThorough ? peer.runs : peer.dimension == 2 ? 40 : 4
    var toTarget: [Int] = []
    for seed in 0..<runs {
      if let spent = try peer.evaluationsToTarget(seed) { toTarget.append(spent) }
    }
    if isThorough {
      let median = toTarget.isEmpty ? 0 : toTarget.sorted()[toTarget.count / 2]
      print("PEER \(peer): \(peer.reached)/\(peer.runs) \(peer.toTarget ?? 0) | \(toTarget.count)/\(runs) \(median)")
    }
    // Three standard errors of a difference of two rates, pooled, and half a run for continuity.
    let (ours, theirs) = (Double(toTarget.count) / Double(runs), Double(peer.reached) / Double(peer.runs))
    let pooled = Double(toTarget.count + peer.reached) / Double(runs + peer.runs)
    let error = (pooled * (1 - pooled) * (1 / Double(runs) + 1 / Double(peer.runs))).squareRoot()
    #expect(ours >= theirs - 3 * error - 0.5 / Double(runs), "\(peer): \(ours) against \(theirs)")
    // A median of few is not known well enough.
    guard let median = peer.toTarget, toTarget.count >= 5, peer.reached >= 20 else { return }
    #expect(Double(toTarget.sorted()[toTarget.count / 2]) <= 1.2 * median, "\(peer)")
  }
}

/// One method of scipy or nlopt on the problems of one function.
struct Peer: Decodable, Sendable, CustomTestStringConvertible {
  let method: String
  let peer: String
  let function: String
  let dimension: Int
  let runs: Int
  let reached: Int
  let evaluations: Double
  let toTarget: Double?
  var testDescription: String { "\(method) \(function) \(dimension)-D" }

  static let all: [Peer] = {
    guard let url = Bundle.module.url(forResource: "Fixtures/global-peers", withExtension: "json"),
      let data = try? Data(contentsOf: url), let peers = try? JSONDecoder().decode([Peer].self, from: data)
    else { return [] }
    return peers
  }()

  /// nlopt's runs stop at the target, or here; scipy's when they like.
  var budget: Double { peer.hasPrefix("nlopt") ? (dimension == 2 ? 20_000 : 50_000) : evaluations }

  /// What our method spent until it reached problem `seed`'s minimum; nil if 1.2 times the peer's evaluations did not do.
  func evaluationsToTarget(_ seed: Int) throws -> Int? {
    let published = try ObjectiveCatalogue.objective(Spec(parsing: "\(function)[dimension=\(dimension)]"))
    let problem = Shifted(published, problem: seed)
    var generator = SeededGenerator(seed: UInt64(seed))
    var start = [Double](repeating: 0, count: dimension)
    problem.domain.sample(into: &start, using: &generator)
    var evaluator = Evaluator(problem, budget: Int(1.2 * budget), targetValue: 1e-6)
    let optimizer = try MethodCatalogue.method(Spec(parsing: method)).optimizer
    var run = optimizer.localRun(at: start, in: problem.domain, using: &generator)
    do {
      while evaluator.evaluationsToTarget == nil { try run.step(on: &evaluator, using: &generator) }
    } catch { return evaluator.evaluationsToTarget }
    return evaluator.evaluationsToTarget
  }
}

/// A catalogue function shifted, or mirrored if it is Schwefel's, as the script does it.
private struct Shifted: Objective {
  let id = "shifted"
  let base: any Objective
  let domain: Box
  var minimum: KnownMinimum { KnownMinimum(value: 0, minimizers: []) }
  private let shift: [Double]
  private let signs: [Double]

  init(_ base: any Objective, problem: Int) {
    self.base = base
    domain = base.domain
    let fractions = [2.0, 3, 5, 7, 11, 13, 17, 19, 23, 29].prefix(base.dimension).map { prime in
      (Double(problem + 1) * prime.squareRoot()).truncatingRemainder(dividingBy: 1)
    }
    let isMirrored = base.id.hasPrefix("schwefel")
    signs = fractions.map { isMirrored && $0 < 0.5 ? -1 : 1 }
    shift = zip(fractions, domain.widths).map { isMirrored ? 0 : 0.35 * $1 * (2 * $0 - 1) }
  }

  func evaluate<S: RealScalar>(_ x: Span<S>) -> S { S(.nan) }

  func value(at x: Span<Double>) -> Double { base.value(at: moved(x).span) }

  func value(at x: Span<Double>, gradient: inout [Double]) -> Double {
    let value = base.value(at: moved(x).span, gradient: &gradient)
    for i in gradient.indices { gradient[i] *= signs[i] }
    return value
  }

  private func moved(_ x: Span<Double>) -> [Double] { x.indices.map { (x[$0] - shift[$0]) * signs[$0] } }
}
