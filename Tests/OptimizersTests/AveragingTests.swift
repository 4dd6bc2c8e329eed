import Objectives
import Scalars
import Testing

@testable import Optimizers

@Suite("Averages and steps of known length")
struct AveragingTests {
  /// The iterates of `text` on (x − ½)²/2 from `start`.
  private func iterates(_ text: String, from start: Double, budget: Int) throws -> [Double] {
    var xs: [Double] = []
    _ = Descent.run(
      try method(text), on: Quadratic(curvatures: [1]), from: [start], budget: budget,
      generator: SeededGenerator(seed: 1), observe: { xs.append($1[0]) })
    return xs
  }

  private func agree(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { ($0 - $1).magnitude < 1e-14 }
  }

  @Test("Lookahead goes half of the way of two fast steps, which go on from there: by hand")
  func lookahead() throws {
    // Gradient descent with η = ½ halves the distance to ½: 4, 2, 1 away; φ = (4 + 1)/2 = 2.5; 1.25, 0.625; 1.5625.
    let xs = try iterates(
      "lookahead[local=gradient-descent[learningRate=0.5],period=2]", from: 4.5, budget: 4)
    #expect(agree(xs, [4.5, 4.5, 3, 3, 2.0625]))
  }

  @Test("Lookahead keeps the fast method's memory")
  func lookaheadKeepsMemory() throws {
    // v = 4, x = 2 away; φ = 3; v = 0.5 · 4 + 3 = 5, x = 3 − 2.5 = 0.5; φ = 1.75.
    let xs = try iterates(
      "lookahead[local=momentum[learningRate=0.5,momentum=0.5],period=1]", from: 4.5, budget: 2)
    #expect(agree(xs, [4.5, 3.5, 2.25]))
  }

  @Test(
    "Where the fast method comes to rest, so does lookahead",
    arguments: ["l-bfgs", "gradient-descent[learningRate=0.5]"])
  func lookaheadEnds(_ local: String) throws {
    let run = try descend("lookahead[local=\(local)]", on: Quadratic(curvatures: [1, 2]), from: [3, 2], budget: 5000)
    #expect(run.reason == .gradientVanished && run.counts.total < 1000)
    for x in run.xLast { #expect((x - 0.5).magnitude < 1e-10) }
  }

  @Test("Stochastic weight averaging begins late and averages alike, or the older the less")
  func weightAveraging() throws {
    // Distances 4, 2, 1, ½, ¼; averaging from the third step on.
    let local = "local=gradient-descent[learningRate=0.5],startFraction=0.5"
    #expect(agree(try iterates("swa[\(local)]", from: 4.5, budget: 4), [4.5, 2.5, 1.5, 1, 0.875]))
    #expect(
      agree(
        try iterates("swa[\(local),average=exponential,decay=0.8]", from: 4.5, budget: 4), [4.5, 2.5, 1.5, 1, 0.95]))
    #expect(agree(try iterates("swa[\(local),period=2]", from: 4.5, budget: 4), [4.5, 2.5, 1.5, 1, 1]))
  }

  @Test("Averaged SGD's iterate is the mean of the points from step t₀ on")
  func averagedSGD() throws {
    // Distances 4, 2, 1, ½, ¼: the points after the second step count alike, with that one.
    let xs = try iterates("asgd[learningRate=0.5,averageFrom=0]", from: 4.5, budget: 4)
    #expect(agree(xs, [4.5, 2.5, 1.5, 1.25, 0.5 + 1.75 / 3]))
  }

  @Test("Schedule-free SGD's iterate is the mean of its fast points")
  func scheduleFree() throws {
    // β = 0: gradients are taken at z, whose distances are 2, 1, ½; their means are 2, 1.5, 3.5/3.
    let xs = try iterates("schedule-free-sgd[learningRate=0.5,beta=0]", from: 4.5, budget: 3)
    #expect(agree(xs, [4.5, 2.5, 2, 0.5 + 3.5 / 3]))
  }

  @Test("Polyak's step halves the distance on a bowl, and needs to know the minimum")
  func polyak() throws {
    // (f − f*)/f′² = ½ on (x − ½)²/2.
    #expect(agree(try iterates("polyak-step", from: 4.5, budget: 3), [4.5, 2.5, 1.5, 1]))
    #expect(agree(try iterates("polyak-step[learningRate=1.5]", from: 4.5, budget: 2), [4.5, 1.5, 0.75]))
    // With f* = −1: (8 + 1)/16 · 4 = 2.25; a cap of 0.1 leaves 0.1 · 4.
    #expect(agree(try iterates("polyak-step[minimum=-1]", from: 4.5, budget: 1), [4.5, 2.25]))
    #expect(agree(try iterates("polyak-step[longestStep=0.1]", from: 4.5, budget: 1), [4.5, 4.1]))
    struct Unknown: Objective {
      let id = "unknown"
      let domain = Box(-1...1, dimension: 1)
      var minimum: KnownMinimum { .unknown }
      func evaluate<S: RealScalar>(_ x: Span<S>) -> S { S.square(x[0]) }
    }
    let lost = try descend("polyak-step", on: Unknown(), from: [1], budget: 10)
    #expect(lost.reason == .failed("the objective's minimum is unknown") && lost.counts.total == 0)
    #expect(try descend("polyak-step[minimum=0]", on: Unknown(), from: [1], budget: 2).xLast == [0.25])
    // Below what it was told is the minimum there is nothing to gain.
    #expect(try descend("polyak-step[minimum=0.5]", on: Unknown(), from: [0.5], budget: 9).reason == .stepVanished)
  }

  @Test("Early stopping ends a run after `patience` values without improvement, and not before")
  func earlyStopping() throws {
    // f(x) = x falls by 0.01 a step.
    let falling = try descend("gradient-descent[learningRate=0.01,patience=3]", on: Slope(), from: [0], budget: 50)
    #expect(falling.reason == .budgetExhausted)
    // Improvements below δ do not count until they add up: values 0, −0.01, −0.02, then −0.03, which is lower enough.
    let slow = try descend(
      "gradient-descent[learningRate=0.01,patience=3,minimumImprovement=0.025]", on: Slope(), from: [0], budget: 50)
    #expect(slow.reason == .budgetExhausted)
    let tired = try descend(
      "gradient-descent[learningRate=0.01,patience=3,minimumImprovement=0.035]", on: Slope(), from: [0], budget: 50)
    #expect(tired.reason == .noImprovement && tired.counts.total == 4 && tired.steps == 3)
    #expect(tired.reason.description == "no improvement")
  }

  @Test("Decoupled decay shrinks the iterate whatever the method", arguments: ["gradient-descent", "adam", "signum"])
  func decoupledDecay(_ id: String) throws {
    let run = try descend(
      "\(id)[learningRate=0.5,weightDecay=0.2,decoupled=true]", on: Oddity(.constant, dimension: 2), from: [1, -2],
      budget: 3)
    // (1 − 0.1)³, since nothing else moves it.
    #expect((run.xLast[0] - 0.729).magnitude < 1e-15 && (run.xLast[1] + 1.458).magnitude < 1e-15)
    #expect(run.reason == .budgetExhausted)
  }
}
