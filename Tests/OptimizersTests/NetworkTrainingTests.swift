import Objectives
import Scalars
import Testing

@testable import Optimizers

/// Networks trained by the methods of the catalogue.
@Suite("Training of networks")
struct NetworkTrainingTests {
  private static func objective(_ text: String) throws -> any Objective {
    try ObjectiveCatalogue.objective(Spec(parsing: text))
  }

  private static func start(_ objective: any Objective) -> [Double] {
    var generator = SeededGenerator(seed: 2)
    return objective.drawStart(using: &generator)
  }

  static let firstOrder = MethodCatalogue.entries.filter { $0.info.order.rawValue == "first" && $0.isLocal }.map(
    \.info.id)

  @Test("Every first-order method trains the digits in mini-batches", arguments: firstOrder)
  func firstOrderMethods(_ id: String) throws {
    let objective = try Self.objective("digits-network[rows=100,hidden=4,batch=25]")
    let start = Self.start(objective)
    // Where defaults are for other problems: a temperature of 1 is the heat of a loss of hundreds.
    let settings = ["sgld": "[learningRate=0.1,temperature=1e-6]", "schedule-free-sgd": "[learningRate=0.1]"]
    let run = try descend(id + settings[id, default: ""], on: objective, from: start, budget: 400)
    #expect(run.fBest < 0.98 * objective.value(at: start), "\(run.fBest)")
    #expect(run.counts.total <= 400)
  }

  @Test(
    "Softmax regression on the digits ends in the minimum that Newton's method of NumPy found", arguments: ["l-bfgs"])
  func softmaxRegression(_ id: String) throws {
    let objective = try Self.objective("softmax-regression")
    let run = try descend(id, on: objective, from: Self.start(objective), budget: 600)
    #expect((run.fBest - 0.7385140818752104).magnitude < 1e-12)
    #expect(run.fBest >= 0.7385140818752104 - 1e-14)
  }

  @Test("Small models are trained by methods of every order", arguments: ["cma-es", "newton", "bfgs", "nelder-mead"])
  func everyOrder(_ id: String) throws {
    for text in ["linear-regression", "logistic-regression"] {
      let objective = try Self.objective(text)
      let run = try descend(id, on: objective, from: Self.start(objective), budget: 4000)
      #expect(run.fBest - objective.minimum.value < 1e-6, "\(text): \(run.fBest)")
    }
  }

  @Test(
    "With rows set aside, patience ends a run on the weights that were best on them, beneath noise too",
    arguments: [0, 1e-4])
  func earlyStopping(noise: Double) throws {
    let batches = try #require(
      try Self.objective("digits-network[rows=100,validation=100,labelNoise=0.3,batch=20]") as? MiniBatchObjective)
    let model = try #require(batches.exact as? NetworkObjective)
    let objective: any Objective =
      noise > 0 ? NoisyObjective(batches, noise: AdditiveNoise(gradientDeviation: noise)) : batches
    var iterates: [[Double]] = []
    let method = try MethodCatalogue.method(Spec(parsing: "adam[learningRate=0.01,patience=10]"))
    let run = Descent.run(
      method, on: objective, from: Self.start(model), budget: 5000, generator: SeededGenerator(seed: 1)
    ) { _, x in iterates.append(x) }
    #expect(run.reason == .noImprovement)
    // Five batches are an epoch; the losses aside before each.
    let epochs = stride(from: 0, to: iterates.count, by: 5).map { iterates[$0] }
    let losses = epochs.map { model.validationValue(at: $0) }
    let best = try #require(losses.indices.min { losses[$0] < losses[$1] })
    #expect(run.xLast == epochs[best])
    #expect(losses.count == best + 11)
    #expect(run.counts.total < 5000)
  }

  static let patient = [
    "l-bfgs", "bfgs", "conjugate-gradient", "lookahead[local=adam[learningRate=0.05]]",
    "swa[local=adam[learningRate=0.05]]",
    "sam[learningRate=0.2]", "schedule-free-sgd[learningRate=2]",
    "momentum[learningRate=0.2,clipNorm=1,schedule=cosine]",
    "rprop", "adagrad[learningRate=0.1]", "entropy-sgd[innerSteps=3,innerRate=0.2]", "cma-es[stepSize=0.002]",
  ]

  @Test("Every kind of method ends on the weights that were best on rows set aside", arguments: patient)
  func earlyStopping(_ text: String) throws {
    let objective = try #require(
      try Self.objective("digits-network[rows=60,hidden=3,validation=60,labelNoise=0.3]") as? NetworkObjective)
    let spec = try Spec(parsing: text)
    let method = try MethodCatalogue.method(
      Spec(name: spec.name, options: spec.options + [Spec.Option(key: "patience", value: "12")]))
    var iterates: [[Double]] = []
    let run = Descent.run(
      method, on: objective, from: Self.start(objective), budget: 20000, generator: SeededGenerator(seed: 1)
    ) { _, x in iterates.append(x) }
    #expect(run.reason == .noImprovement)
    let losses = iterates.map { objective.validationValue(at: $0) }
    let best = try #require(losses.indices.min { losses[$0] < losses[$1] })
    #expect(run.xLast == iterates[best])
    #expect(losses.count == best + 13, "\(losses.count) after \(best)")
    #expect(best > 0)
  }

  @Test(
    "Without rows set aside, patience waits for the value that the method is told",
    arguments: [
      "gradient-descent[learningRate=0.1", "l-bfgs[gradientTolerance=0", "lookahead[local=momentum[learningRate=0.01]",
      "swa[local=momentum[learningRate=0.01]", "cma-es[valueTolerance=0",
    ])
  func patienceAlone(_ method: String) throws {
    let objective = try Self.objective("linear-regression")
    let run = try descend(
      method + ",patience=5,minimumImprovement=0.001]", on: objective, from: Self.start(objective), budget: 5000)
    #expect(run.reason == .noImprovement)
    #expect(run.counts.total > 5)
  }

  @Test("Costly objectives do not run in lockstep, and runs replay")
  func replays() throws {
    let objective = try Self.objective("spirals-network[batch=10]")
    let method = try MethodCatalogue.method(Spec(name: "adam"))
    #expect(!method.runsInLockstep(on: objective.withoutNoise))
    let ends = try (0..<2).map { _ in try descend("adam", on: objective, from: Self.start(objective), budget: 100).xLast
    }
    #expect(ends[0] == ends[1])
  }
}
