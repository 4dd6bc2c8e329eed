import Objectives
import Scalars
import Synchronization
import Testing

@testable import Optimizers

@Suite("Global searches")
struct GlobalSearchTests {
  /// Methods that never evaluate outside the domain; the others' local searches may.
  static let fenced = [
    "random-search", "sobol-search", "simulated-annealing", "dual-annealing[localSearch=false]",
    "differential-evolution[polish=false]", "particle-swarm", "crs2", "direct", "direct-l",
  ]

  @Test("All points lie inside the domain, and every one is counted", arguments: fenced, [1, 2, 10])
  func staysInside(_ id: String, _ dimension: Int) throws {
    let fence = Fence(dimension: dimension)
    let run = try descend(id, on: fence, from: [Double](repeating: 0.25, count: dimension), budget: 3000)
    let log = fence.log.seen.withLock { $0 }
    #expect(log.outside == 0)
    // The last iterate is looked at once more.
    #expect(log.all == run.counts.total + 1)
  }

  @Test(
    "What descends locally counts every evaluation as well",
    arguments: ["dual-annealing", "basin-hopping", "differential-evolution", "multistart", "mlsl", "best-of-k"])
  func countsDescents(_ id: String) throws {
    let fence = Fence(dimension: 2)
    let run = try descend(id, on: fence, from: [0.25, -0.5], budget: 3000)
    #expect(fence.log.seen.withLock { $0.all } == run.counts.total + 1)
  }

  @Test("At q = 2 the visiting distribution is Cauchy's, as wide as the temperature; a jump too long is drawn anew")
  func visitingDistribution() {
    let cauchy = VisitingDistribution(q: 2)
    for temperature in [0.01, 1, 5230] {
      #expect((cauchy.scale(temperature: temperature) / temperature - 1).magnitude < 1e-12)
    }
    var generator = SeededGenerator(seed: 1)
    let jumps = (0..<20_000).map { _ in cauchy.jump(scale: 3, limit: 1e8, using: &generator) }
    // Half of a Cauchy sample lies within its scale, three quarters below it; 4 deviations of a count are 280.
    #expect((jumps.count { $0.magnitude < 3 } - 10_000).magnitude < 280)
    #expect((jumps.count { $0 < 3 } - 15_000).magnitude < 280)
    #expect((0..<1000).allSatisfy { _ in cauchy.jump(scale: 1e9, limit: 2, using: &generator).magnitude <= 2 })
  }

  @Test("Dual annealing at q = 2 cools as T₀/(k + 1)")
  func cooling() throws {
    let annealer = try #require(
      try method("dual-annealing[visit=2,initialTemperature=100]").optimizer as? DualAnnealing)
    for k in [0, 1, 9, 999] { #expect((annealer.temperature(k) * Double(k + 1) / 100 - 1).magnitude < 1e-12) }
  }

  @Test("Rectangles are cut where the lowest value is promised: sizes, classes and order are right")
  func rectangles() {
    var box = TrisectedBox(dimension: 2, measure: .halfDiagonal)
    box.addCube(value: 5)
    #expect((box.size(ofClass: 0) - 0.7071067811865476).magnitude < 1e-15)
    // Half of √(1 + 1/9) and of √(2/9).
    #expect((box.size(ofClass: 1) - 0.5270462766947299).magnitude < 1e-15)
    #expect((box.size(ofClass: 2) - 0.23570226039551584).magnitude < 1e-15)
    let cube = box.removeLowest(ofClass: 0)
    box.cut(cube, along: 1, values: (3, 4))
    box.cut(cube, along: 0, values: (2, 6))
    box.insert(cube)
    #expect(box.lowestValue(ofClass: 0) == nil && box.lowest == 2)
    #expect(box.lowestValue(ofClass: 1) == 3 && box.lowestValue(ofClass: 2) == 2)
    var center = [0.0, 0]
    box.copyCenter(box.removeLowest(ofClass: 1), into: &center)
    #expect(center[0] == 0.5 && (center[1] - 1.0 / 6).magnitude < 1e-15)
    #expect(box.lowestValue(ofClass: 1) == 4)
  }

  @Test("DIRECT does not see its start, and finds a minimum that is neither at the centre nor at a third")
  func direct() throws {
    for id in ["direct", "direct-l"] {
      let bowl = Quadratic(curvatures: [1, 10])
      let a = try descend(id, on: bowl, from: [1.9, -1.9], budget: 400)
      let b = try descend(id, on: bowl, from: [-1.7, 0.3], budget: 400)
      #expect(a.xBest == b.xBest && a.fBest < 1e-6)
    }
  }

  @Test("Single linkage descends from a bowl once or twice, and into all four minima of Himmelblau's function")
  func singleLinkage() throws {
    let bowl = try descend("mlsl", on: Sphere(dimension: 2), from: [3, 3], budget: 2000)
    #expect(bowl.counts.gradient < 60 && bowl.counts.value > 1900)
    let himmelblau = try ObjectiveCatalogue.objective(Spec(parsing: "himmelblau"))
    let mlsl = try #require(try method("mlsl").optimizer as? MultiLevelSingleLinkage)
    var evaluator = Evaluator(himmelblau, budget: 2000)
    var generator = SeededGenerator(seed: 1)
    var state = mlsl.start(at: [0, 0], in: himmelblau.domain, using: &generator)
    while (try? mlsl.step(&state, on: &evaluator, using: &generator)) != nil {}
    let found = himmelblau.minimum.minimizers.filter { minimizer in
      let place = himmelblau.domain.shrink(minimizer)
      return state.sample.minimizers.contains { zip($0, place).allSatisfy { ($0 - $1).magnitude < 1e-6 } }
    }
    #expect(found.count == 4 && state.sample.minimizers.count < 20)
  }

  @Test("Best of k gives each of k runs its share, and what one leaves to the others")
  func bestOfK() throws {
    let best = try #require(try method("best-of-k[local=sgd,runs=4]").optimizer as? BestOfK)
    var evaluator = Evaluator(Oddity(.constant, dimension: 2), budget: 1000)
    var generator = SeededGenerator(seed: 1)
    var state = best.start(at: [0, 0], in: evaluator.domain, using: &generator)
    var ends: [Int] = []
    for _ in 0..<1000 {
      try best.step(&state, on: &evaluator, using: &generator)
      if state.end != ends.last { ends.append(state.end) }
    }
    #expect(ends == [250, 500, 750, 1000])
    let early = try descend("best-of-k[runs=3]", on: Quadratic(curvatures: [1, 3]), from: [1, 1], budget: 1000)
    #expect(early.counts.total < 100 && early.reason != .budgetExhausted)
  }

  @Test("A swarm finds Rastrigin's minimum in two dimensions", arguments: ["ring", "all"])
  func swarm(_ neighbourhood: String) throws {
    let successes = try (0..<30).count { seed in
      let run = try descend(
        "particle-swarm[neighbourhood=\(neighbourhood)]", on: Rastrigin(dimension: 2), from: [4.1, -3.2],
        budget: 10_000, seed: UInt64(seed))
      return run.fBest < 1e-6
    }
    #expect(successes >= 25)
  }

  @Test("Basin hopping walks from minimum to minimum, lengthening its jumps where it is caught")
  func basinHopping() throws {
    let hopping = try #require(try method("basin-hopping[stepSize=0.001,interval=10]").optimizer as? BasinHopping)
    var evaluator = Evaluator(Rastrigin(dimension: 2), budget: 100_000)
    var generator = SeededGenerator(seed: 1)
    var state = hopping.start(at: [3.1, 3.9], in: evaluator.domain, using: &generator)
    try hopping.step(&state, on: &evaluator, using: &generator)
    let first = state.current
    // All jumps end where they began and are accepted: a factor 0.9 every ten.
    for _ in 0..<20 { try hopping.step(&state, on: &evaluator, using: &generator) }
    #expect(zip(state.current, first).allSatisfy { ($0 - $1).magnitude < 1e-6 })
    #expect((state.stepSize * 0.81 / 0.001 - 1).magnitude < 1e-12)
    for _ in 0..<1500 { try hopping.step(&state, on: &evaluator, using: &generator) }
    #expect(state.incumbent.value < 1e-9)
  }
}

/// Rastrigin-like waves that lure out of the domain, and a count of who came.
private struct Fence: Objective {
  final class Log: Sendable {
    let seen = Mutex((all: 0, outside: 0))
  }

  let id = "fence"
  let domain: Box
  let log = Log()
  var minimum: KnownMinimum { KnownMinimum(value: 0, minimizers: []) }

  init(dimension: Int) { domain = Box(-1...2, dimension: dimension) }

  func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for i in x.indices { sum += S.square(x[i] - 1.9) - S.cosPi(3 * x[i]) }
    return sum
  }

  private func note(_ x: Span<Double>) {
    let isOutside = x.indices.contains { x[$0] < -1 || x[$0] > 2 }
    log.seen.withLock {
      $0.all += 1
      if isOutside { $0.outside += 1 }
    }
  }

  func value(at x: Span<Double>) -> Double {
    note(x)
    return evaluate(x)
  }

  func value(at x: Span<Double>, gradient: inout [Double]) -> Double {
    note(x)
    var value = 0.0
    for i in x.indices {
      let wave = Double.pi * 3
      value += (x[i] - 1.9) * (x[i] - 1.9) - Elementary.cosPi(3 * x[i])
      gradient[i] = 2 * (x[i] - 1.9) + wave * Elementary.sinPi(3 * x[i])
    }
    return value
  }
}
