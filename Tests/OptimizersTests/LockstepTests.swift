import Objectives
import Scalars
import Testing

@testable import Optimizers

@Suite("Lockstep")
struct LockstepTests {
  static let methods = MethodCatalogue.entries.map(\.info.id).filter {
    (try? method($0).runsInLockstep(on: Rastrigin(dimension: 2))) ?? false
  }

  /// Objectives with many minima, with a valley, with kinks, powers and steps; in one to nine dimensions; moved; in text.
  static let objectives: [any Objective] = {
    let specifications = [
      "rastrigin", "rastrigin[dimension=5,instance=2]", "rosenbrock[dimension=3]", "rosenbrock[instance=1]",
      "holder-table", "eggholder", "ackley[dimension=9]", "bukin-6", "alpine-1[dimension=4]", "weierstrass",
      "trefethen",
      "hartmann-6", "xin-she-yang-2", "forrester", "bbob-f7[dimension=4]", "bbob-f14[dimension=3,instance=2]",
    ]
    let written = ExpressionDefinition(
      expression: "max(x^2, abs(y)) + pow(abs(x) + 1, y) - min(x*y, 2) + select(x, cos(y), sin(x))",
      domain: [-2...2, -2...2])
    do {
      return try specifications.map { try ObjectiveCatalogue.objective(Spec(parsing: $0)) }
        + [try ExpressionObjective(written)]
    } catch { preconditionFailure("\(error)") }
  }()

  static let options = [
    "", "schedule=cosine", "schedule=one-cycle,warmupSteps=7", "clipValue=0.7", "clipNorm=2", "weightDecay=0.1",
    "weightDecay=0.05,decoupled=true", "patience=6", "learningRate=3", "learningRate=1e9", "gradientTolerance=0.5",
  ]

  @Test("Most first-order methods advance eight runs at once")
  func coverage() {
    let expected = [
      "gradient-descent", "momentum", "nesterov", "sign-sgd", "signum", "rprop", "adagrad", "adadelta", "rmsprop",
      "adam",
      "amsgrad", "adamw", "adamax", "nadam", "radam", "adabelief", "yogi", "adan", "lion", "asgd", "schedule-free-sgd",
    ]
    #expect(Self.methods == expected)
  }

  @Test("Runs that draw numbers, and learning rates of a run's own, are left to themselves")
  func exceptions() throws {
    let plain = Rastrigin(dimension: 2)
    let noisy = NoisyObjective(plain, noise: AdditiveNoise(gradientDeviation: 1))
    #expect(try method("adam").runsInLockstep(on: plain))
    #expect(try !method("adam").runsInLockstep(on: noisy))
    #expect(try !method("adam[noise=1]").runsInLockstep(on: plain))
    #expect(try !method("adam[plateauFactor=0.5]").runsInLockstep(on: plain))
    #expect(try !method("l-bfgs").runsInLockstep(on: plain))
  }

  @Test(
    "A run in lockstep has the bits of the run by itself: counts, best, trace, end and its reason", arguments: methods)
  func sameBits(_ id: String) throws {
    var generator = SeededGenerator(seed: 5, axes: [id])
    var reasons: [String] = []
    for (turn, options) in Self.options.enumerated() {
      let method = try method(options.isEmpty ? id : "\(id)[\(options)]")
      for (index, objective) in Self.objectives.enumerated() {
        // Up to 83 runs: groups are full or not, of one batch or of eight, and so are batches.
        let count = 1 + (turn * 29 + index * 13) % 83
        let starts = (0..<count).map { _ in
          objective.domain.lower.indices.map {
            generator.uniform(from: objective.domain.lower[$0], to: objective.domain.upper[$0])
          }
        }
        let runs = Descent.runInLockstep(
          method, on: objective, from: starts, budget: 60, targetValue: objective.minimum.value + 1,
          checkpoints: [1, 2, 3, 10, 59, 60])
        #expect(runs.count == count)
        for (start, run) in zip(starts, runs) {
          let alone = Descent.run(
            method, on: objective, from: start, budget: 60, generator: SeededGenerator(seed: 1),
            targetValue: objective.minimum.value + 1, checkpoints: [1, 2, 3, 10, 59, 60])
          #expect(isSame(run, alone), "\(method.id) on \(objective.id) from \(start)")
          reasons.append(alone.reason.description)
        }
      }
    }
    // The comparison is worth something only where runs of one batch end at different times and for different reasons.
    #expect(Set(reasons).isSuperset(of: ["budget exhausted", "no improvement"]))
  }

  @Test("Runs of one batch may end early, each for a reason of its own")
  func mixedEnds() throws {
    let starts: [[Double]] = [[0, 0], [1e-9, 0], [1, 1], [3, -3], [2, 2], [0, 0], [4, 4], [5, 5], [0.5, 0.5]]
    let method = try method("gradient-descent[learningRate=0.5]")
    for objective in [Sphere(dimension: 2), Rosenbrock(dimension: 2)] as [any Objective] {
      let runs = Descent.runInLockstep(method, on: objective, from: starts, budget: 100)
      for (start, run) in zip(starts, runs) {
        let alone = Descent.run(
          method, on: objective, from: start, budget: 100, generator: SeededGenerator(seed: 1))
        #expect(isSame(run, alone), "\(objective.id) from \(start)")
      }
    }
    // A step of 0.5 takes every point of the sphere to its centre, where the next gradient is 0.
    let onSphere = Descent.runInLockstep(method, on: Sphere(dimension: 2), from: starts, budget: 100)
    #expect(onSphere.allSatisfy { $0.reason == .gradientVanished })
    #expect(onSphere.map(\.counts.gradient) == [1, 2, 2, 2, 2, 1, 2, 2, 2])
  }

  @Test("A batch without starts, or without a budget, is no trouble")
  func emptiness() throws {
    let adam = try method("adam")
    let objective = Rastrigin(dimension: 2)
    #expect(Descent.runInLockstep(adam, on: objective, from: [], budget: 10).isEmpty)
    let run = Descent.runInLockstep(adam, on: objective, from: [[1, 1]], budget: 0)[0]
    #expect(run.reason == .budgetExhausted && run.counts.total == 0 && run.xLast == [1, 1])
  }
}

/// Whether two runs hold the same bits, NaN included.
private func isSame(_ a: Descent, _ b: Descent) -> Bool {
  func bits(_ x: [Double]) -> [UInt64] { x.map(\.bitPattern) }
  return bits(a.xLast) == bits(b.xLast) && bits(a.xBest) == bits(b.xBest)
    && bits([a.fLast, a.fBest]) == bits([b.fLast, b.fBest])
    && a.counts == b.counts && a.evaluationsToTarget == b.evaluationsToTarget && a.steps == b.steps
    && a.reason == b.reason && bits(a.progress) == bits(b.progress)
}
