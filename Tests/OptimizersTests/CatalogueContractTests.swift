import Foundation
import Objectives
import Scalars
import Synchronization
import Testing

@testable import Optimizers

/// What every method of the catalogue keeps to.
@Suite("Method catalogue")
struct CatalogueContractTests {
  static let ids = MethodCatalogue.entries.map(\.info.id)
  /// Global methods draw random numbers, but for DIRECT and for restarts of what draws none.
  static let stochastic =
    ["sgd", "spsa", "cma-es", "sgld", "noisy-sgd", "entropy-sgd", "perturbed-gradient-descent"]
    + MethodCatalogue.entries.filter { !$0.isLocal && !["direct", "direct-l", "snapshots"].contains($0.info.id) }.map(
      \.info.id)
  /// First-order methods that never come to rest.
  static let restless = ["sgd", "sgld", "noisy-sgd", "entropy-sgd", "adamw"]
  /// Methods that work on residuals, and end at once on an objective that has none.
  static let leastSquares = ["gauss-newton", "levenberg-marquardt"]
  /// Global methods that stop when all that they hold has one value.
  static let collapsing = ["differential-evolution", "crs2"]

  @Test("The catalogue lists exactly the files of Methods")
  func catalogueMatchesFolder() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Optimizers/Methods")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
      .map { $0.deletingPathExtension().lastPathComponent }
    #expect(!files.isEmpty)
    #expect(files.sorted() == MethodCatalogue.entries.map(\.typeName).sorted())
    #expect(Set(Self.ids).count == Self.ids.count)
  }

  @Test(
    "A run replays bit for bit from its seed; another seed changes what is stochastic, and nothing else", arguments: ids
  )
  func replays(_ id: String) throws {
    func end(_ seed: UInt64) throws -> [UInt64] {
      let run = try descend(id, on: Rastrigin(dimension: 3), from: [2.1, -3.3, 0.7], budget: 400, seed: seed)
      return (run.xLast + run.xBest + [run.fLast, run.fBest]).map(\.bitPattern)
    }
    #expect(try end(7) == end(7))
    #expect(try (end(7) != end(8)) == Self.stochastic.contains(id))
  }

  @Test("No run spends more than its budget", arguments: ids, [0, 1, 2, 3, 10, 1000])
  func keepsBudget(_ id: String, _ budget: Int) throws {
    for dimension in [1, 2, 10] {
      let start = (0..<dimension).map { 1.3 + 0.1 * Double($0) }
      let run = try descend(id, on: Rastrigin(dimension: dimension), from: start, budget: budget)
      #expect(run.counts.total <= budget)
      if run.reason == .budgetExhausted { #expect(run.counts.total == budget) }
      #expect(run.xLast.count == dimension && run.xLast.allSatisfy(\.isFinite))
      #expect(run.fBest <= Rastrigin(dimension: dimension).value(at: start) || budget == 0)
    }
  }

  @Test("Every dimension is served", arguments: ids, [1, 2, 10, 50])
  func servesDimension(_ id: String, _ dimension: Int) throws {
    let start = (0..<dimension).map { 3 - 0.05 * Double($0) }
    let sphere = Sphere(dimension: dimension)
    let run = try descend(id, on: sphere, from: start, budget: 3000)
    #expect(run.xLast.count == dimension)
    // Scattered points of 50 dimensions are nowhere near as low as this start, and populations of hundreds need more time.
    let scatters =
      ["random-search", "sobol-search", "crs2", "differential-evolution"].contains(id) && dimension == 50
    #expect(run.fBest < sphere.value(at: start) || scatters)
    #expect(run.fBest == sphere.value(at: run.xBest))
  }

  @Test("Whatever the objective does, a run ends with a reason and full counts", arguments: ids, Oddity.Kind.allCases)
  func survives(_ id: String, _ kind: Oddity.Kind) throws {
    for dimension in [1, 2, 5] {
      let start = [Double](repeating: 0.25, count: dimension)
      let run = try descend(id, on: Oddity(kind, dimension: dimension), from: start, budget: 3000)
      #expect(run.counts.total <= 3000)
      #expect(run.xLast.count == dimension)
      if Self.leastSquares.contains(id) {
        // The value comes first; Gauss–Newton sees that the gradient has vanished before it asks for the matrix.
        let expected: TerminationReason =
          switch kind {
          case .notANumber, .infinite: .notFinite
          case .constant where id == "gauss-newton": .gradientVanished
          case .constant, .linear: .noSumOfSquares
          }
        #expect(run.reason == expected)
        continue
      }
      #expect(run.counts.total > 0)
      let isGlobal = MethodCatalogue.entries.contains { $0.info.id == id && !$0.isLocal }
      let isDirect = ["nelder-mead", "compass-search", "powell", "coordinate-descent"].contains(id)
      let expected: TerminationReason =
        switch kind {
        case .constant where Self.collapsing.contains(id): .stepVanished
        // The corner of the domain, where all members meet.
        case .linear where id == "crs2": .stepVanished
        // Their last local run gives the reason.
        case _ where isGlobal && !["best-of-k", "snapshots"].contains(id): .budgetExhausted
        case _ where id == "cma-es": .stagnated
        case .linear where isDirect && id != "nelder-mead": .stepVanished
        case .notANumber, .infinite: isDirect ? .stepVanished : .notFinite
        case .constant where Self.restless.contains(id): .budgetExhausted
        case .linear where id == "polyak-step": .stepVanished
        case .constant: isDirect ? .stepVanished : .gradientVanished
        case .linear: id == "nelder-mead" ? .diverged : .budgetExhausted
        }
      #expect(run.reason == expected)
      switch kind {
      case .notANumber, .infinite: #expect(run.fBest == .infinity && run.xBest.isEmpty)
      case .constant: #expect(run.fBest == 4)
      case .linear: #expect(run.fBest <= 0.25 * Double(dimension))
      }
    }
  }

  @Test(
    "A huge learning rate diverges or turns infinite, and says so",
    arguments: ["gradient-descent", "momentum", "nesterov"])
  func divergenceIsRecorded(_ id: String) throws {
    let run = try descend("\(id)[learningRate=10]", on: Valley(), from: [-1.2, 1], budget: 1000)
    #expect(run.reason == .diverged || run.reason == .notFinite)
    #expect(run.counts.total < 1000)
    #expect(run.xBest == [-1.2, 1])
  }

  @Test("A first-order step is one gradient evaluation, so that a budget of 20 is 20 steps")
  func stepsAreEvaluations() throws {
    let two = ["sam", "entropy-sgd"]
    for entry in MethodCatalogue.entries where !two.contains(entry.info.id) {
      guard try entry.method(Spec(name: entry.info.id)).optimizer is any FirstOrderMethod else { continue }
      let id = entry.info.id
      let run = try descend(id, on: Rastrigin(dimension: 2), from: [1.3, -2.1], budget: 20)
      #expect(run.steps == 20 && run.counts == EvaluationCounts(gradient: 20), "\(id)")
    }
  }

  @Test("Evaluations are counted exactly: an objective that counts its own calls agrees", arguments: ids)
  func countsAreExact(_ id: String) throws {
    let objective = Tally(dimension: 2)
    let run = try descend(id, on: objective, from: [1.3, -2.1], budget: 300)
    // The last iterate is looked at once more, outside the budget.
    let calls = objective.calls.withLock { $0 }
    #expect(
      calls == EvaluationCounts(value: run.counts.value + 1, gradient: run.counts.gradient, hessian: run.counts.hessian)
    )
  }

  @Test("What leaves the domain is what says so, and nothing else, where the minimum lies outside", arguments: ids)
  func keepsBounds(_ id: String) throws {
    let entry = try #require(MethodCatalogue.entries.first { $0.info.id == id })
    for dimension in [1, 2, 5] {
      let objective = Outward(dimension: dimension)
      let run = try descend(id, on: objective, from: Array(repeating: -0.99, count: dimension), budget: 2000)
      #expect(run.xBest.allSatisfy { (-1...1).contains($0) } && run.fBest.isFinite)
      let leaves = objective.points.withLock { $0.contains { $0.contains { !(-1...1).contains($0) } } }
      // Polyak's step knows f*, which is met on the side, and goes no further.
      if entry.info.bounds != .local, id != "polyak-step" {
        #expect(leaves == (entry.info.bounds == .none), "\(dimension)")
      }
    }
  }

  @Test("Method information is complete", arguments: MethodCatalogue.entries)
  func informationIsComplete(_ entry: MethodCatalogue.Entry) throws {
    #expect(entry.info.source.contains(/(18|19|20)\d\d/))
    for parameter in entry.info.hyperparameters {
      #expect(!parameter.meaning.isEmpty && !parameter.defaultText.isEmpty)
    }
    let names = entry.info.hyperparameters.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(try method(entry.info.id).id == entry.info.id)
  }
}

/// Objectives that go wrong, or on for ever.
struct Oddity: Objective {
  enum Kind: CaseIterable { case notANumber, infinite, constant, linear }
  let kind: Kind
  let id = "oddity"
  let domain: Box
  var minimum: KnownMinimum { KnownMinimum(value: 0, minimizers: []) }

  init(_ kind: Kind, dimension: Int) {
    self.kind = kind
    domain = Box(-1...1, dimension: dimension)
  }

  func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for i in x.indices { sum += x[i] }
    switch kind {
    case .notANumber: return sum * S(.nan)
    case .infinite: return S(.infinity)
    case .constant: return 4
    case .linear: return sum
    }
  }
}

/// Rastrigin's function, counting what it is asked.
final class Tally: Objective {
  let id = "tally"
  let calls = Mutex(EvaluationCounts())
  private let counted: Rastrigin
  var domain: Box { counted.domain }
  var minimum: KnownMinimum { counted.minimum }

  init(dimension: Int) { counted = Rastrigin(dimension: dimension) }

  func evaluate<S: RealScalar>(_ x: Span<S>) -> S { counted.evaluate(x) }
  func value(at x: Span<Double>) -> Double {
    calls.withLock { $0.value += 1 }
    return counted.value(at: x)
  }
  func value(at x: Span<Double>, gradient: inout [Double]) -> Double {
    calls.withLock { $0.gradient += 1 }
    return counted.value(at: x, gradient: &gradient)
  }
  func hessian(at x: Span<Double>, into hessian: inout [Double]) {
    calls.withLock { $0.hessian += 1 }
    counted.hessian(at: x, into: &hessian)
  }
}

/// Σ (xᵢ + 3)² over [−1, 1]ⁿ, whose slope leads out of the domain; it remembers where it was asked.
final class Outward: Objective, SumOfSquares {
  let id = "outward"
  let domain: Box
  let points = Mutex<[[Double]]>([])
  var minimum: KnownMinimum {
    KnownMinimum(value: 4 * Double(dimension), minimizers: [Array(repeating: -1, count: dimension)])
  }
  var residualCount: Int { dimension }

  init(dimension: Int) { domain = Box(-1...1, dimension: dimension) }

  func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for i in x.indices { sum += S.square(x[i] + 3) }
    return sum
  }
  func residual<S: RealScalar>(_ i: Int, at x: Span<S>) -> S { x[i] + 3 }

  func value(at x: Span<Double>) -> Double {
    note(x)
    return evaluate(x)
  }
  func value(at x: Span<Double>, gradient: inout [Double]) -> Double {
    note(x)
    for i in x.indices { gradient[i] = 2 * (x[i] + 3) }
    return evaluate(x)
  }

  private func note(_ x: Span<Double>) {
    let point = x.indices.map { x[$0] }
    points.withLock { $0.append(point) }
  }
}

func descend(
  _ method: String, on objective: any Objective, from start: [Double], budget: Int, seed: UInt64 = 1
) throws -> Descent {
  Descent.run(
    try MethodCatalogue.method(try Spec(parsing: method)), on: objective, from: start, budget: budget,
    generator: SeededGenerator(seed: seed))
}
