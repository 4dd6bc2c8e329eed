import Foundation
import Objectives
import Optimizers
import Sweeps

/// One line of the comparison: a method on the 2-D Rastrigin function, and who else does the same.
struct Work {
  let method: String
  /// What the peers' scripts call it.
  let name: String
  let starts: Int
  let budget: Int
  let peers: [Peer]
  /// What is special about the work, for the table.
  var note = ""

  static let all: [Work] = {
    let together = ["numpy", "torch", "jax"].map { Peer(name: $0, script: "all_at_once.py", library: $0) }
    func alone(_ libraries: [String]) -> [Peer] {
      libraries.map { Peer(name: $0, script: "one_by_one.py", library: $0) }
    }
    let limit = Peer(name: "a loop by hand in C", script: "limit.c", library: "adam")
    return [
      Work(
        method: "adam[learningRate=0.01,gradientTolerance=0]", name: "adam", starts: 10_000, budget: 1000,
        peers: together + [limit]),
      Work(
        method: "adam[learningRate=0.01]", name: "adam", starts: 10_000, budget: 1000, peers: [],
        note: " (runs end at rest)"),
      Work(method: "momentum[gradientTolerance=0]", name: "momentum", starts: 10_000, budget: 1000, peers: together),
      Work(method: "l-bfgs", name: "l-bfgs", starts: 1000, budget: 1000, peers: alone(["scipy", "nlopt"])),
      Work(method: "nelder-mead", name: "nelder-mead", starts: 1000, budget: 1000, peers: alone(["scipy", "nlopt"])),
      Work(method: "cma-es", name: "cma-es", starts: 20, budget: 1000, peers: alone(["cma"])),
    ]
  }()

  private var plan: Plan {
    get throws {
      Plan(
        Study(
          title: name, seed: 1, objectives: [try ObjectiveCatalogue.objective(Spec(parsing: "rastrigin"))],
          methods: [try MethodCatalogue.method(Spec(parsing: method))], starts: starts, budget: budget, target: 1e-6,
          figures: []))
    }
  }

  /// The starts as little-endian doubles in a file, for the peers.
  func startsFile() throws -> URL {
    let plan = try plan
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("starts-\(name).f64")
    var data = Data()
    for start in 0..<starts {
      for x in plan.start(start, on: plan.study.objectives[0]) {
        withUnsafeBytes(of: x.bitPattern.littleEndian) { data.append(contentsOf: $0) }
      }
    }
    try data.write(to: file)
    return file
  }

  /// Million evaluations a second of a whole sweep, as the product runs it: starts, runs, verdicts, records. The median of
  /// five sweeps.
  func rate(jobs: Int, by clock: Clock = .processor) async throws -> Double {
    let runner = SweepRunner(try plan, jobs: jobs)
    var rates: [Double] = []
    for _ in 0..<5 {
      var evaluations = 0
      let begin = clock.seconds
      _ = try await runner.run(
        isDone: Array(repeating: false, count: starts), shouldStop: { false },
        receive: { evaluations += $0.reduce(0) { $0 + $1.record.counts.total } })
      rates.append(Double(evaluations) / (clock.seconds - begin) / 1e6)
    }
    return rates.sorted()[2]
  }

  /// What is taken for time.
  enum Clock {
    case processor, wall

    var seconds: Double {
      var time = timespec()
      clock_gettime(self == .wall ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID, &time)
      return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
    }
  }

  /// The same for the descents alone, on one thread: values, gradients, updates, counts, the best point, traces and ends.
  func rateOfDescents() throws -> Double? {
    let plan = try plan
    let (objective, method) = (plan.study.objectives[0], plan.study.methods[0])
    guard method.runsInLockstep(on: objective) else { return nil }
    let points = (0..<starts).map { plan.start($0, on: objective) }
    let checkpoints = Checkpoints.evaluations(budget: budget)
    var rates: [Double] = []
    for _ in 0..<5 {
      let begin = Clock.processor.seconds
      let runs = Descent.runInLockstep(
        method, on: objective, from: points, budget: budget, targetValue: 1e-6, checkpoints: checkpoints)
      let evaluations = runs.reduce(0) { $0 + $1.counts.total }
      rates.append(Double(evaluations) / (Clock.processor.seconds - begin) / 1e6)
    }
    return rates.sorted()[2]
  }
}
