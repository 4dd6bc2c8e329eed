import Experiments
import Objectives
import Optimizers
import Scalars
import Sweeps
import Testing

@testable import Statistics

@Suite("Verdicts on claims")
struct ClaimTests {
  @Test("the normal distribution is that of the tables")
  func normal() {
    #expect(abs(Normal.cumulative(1) - 0.841344746068542948) < 1e-15)
    #expect(abs(Normal.cumulative(-3) - 0.001349898031630095) < 1e-15)
    #expect(abs(Normal.twoSided(confidence: 0.95) - 1.959963984540054) < 1e-12)
    #expect(abs(Normal.twoSided(confidence: 0.99) - 2.575829303548901) < 1e-12)
    #expect(abs(Normal.twoSided(confidence: 0.9995) - 3.480756404) < 1e-8)
  }

  @Test("paired proportions have Bonett and Price's interval")
  func pairedInterval() {
    // 1 and 12 discordant pairs of 50, by hand: (12 − 1) / 52 ± z √((15/52 − (11/52)²) / 52), with one pair added each way.
    let mean = PairedMean([Double](repeating: 1, count: 12) + [-1] + [Double](repeating: 0, count: 37))
    let effect = mean.effect("", z: 1.959963984540054, decisiveZ: 3)
    let half = 1.959963984540054 * ((15.0 / 52 - 121.0 / 2704) / 52).squareRoot()
    #expect(abs(effect.estimate - 11.0 / 50) < 1e-15)
    #expect(abs(effect.low - (11.0 / 52 - half)) < 1e-14 && abs(effect.high - (11.0 / 52 + half)) < 1e-14)
  }

  @Test("of many samples of pairs, the interval holds the true difference in about 95 %")
  func coverage() {
    var generator = SeededGenerator(seed: 8)
    // A run of the one succeeds at 0.3, of the other at 0.2, from starts that make both likelier or less likely.
    var held = 0
    for _ in 0..<2000 {
      let pairs = (0..<60).map { _ -> Double in
        let shared = generator.uniform(from: 0, to: 1)
        let one = shared < 0.25 || generator.uniform(from: 0, to: 1) < 0.05 / 0.75
        let other = shared < 0.15 || generator.uniform(from: 0, to: 1) < 0.05 / 0.85
        return (one ? 1 : 0) - (other ? 1 : 0)
      }
      let effect = PairedMean(pairs).effect("", z: Proportion.z, decisiveZ: 3)
      if effect.low <= 0.1, effect.high >= 0.1 { held += 1 }
    }
    #expect((1870...1960).contains(held))
  }

  @Test("an interval beyond the bound decides, one across it does not")
  func verdicts() {
    #expect(Hypothesis.above(0).verdict(low: 0.01, high: 0.2) == .supported)
    #expect(Hypothesis.above(0).verdict(low: -0.01, high: 0.2) == .undecided)
    #expect(Hypothesis.above(0).verdict(low: -0.2, high: -0.01) == .contradicted)
    #expect(Hypothesis.below(0.05).verdict(low: 0, high: 0.04) == .supported)
    #expect(Hypothesis.below(0.05).verdict(low: 0.06, high: 0.1) == .contradicted)
    #expect(Hypothesis.within(-0.1...0.1).verdict(low: -0.05, high: 0.09) == .supported)
    #expect(Hypothesis.within(-0.1...0.1).verdict(low: -0.05, high: 0.11) == .undecided)
    #expect(Hypothesis.within(-0.1...0.1).verdict(low: 0.11, high: 0.2) == .contradicted)
  }

  /// Runs whose outcomes are given by method, objective and start, of two methods on two objectives.
  private func finding(
    _ rule: Claim.Rule, starts: Int = 200, claims: Int = 1,
    reached: (_ method: Int, _ objective: Int, _ start: Int) -> Bool
  ) throws -> Finding {
    var study = try Study(
      title: "Test", seed: 3,
      objectives: ["quartic-double-well", "sphere[dimension=1]"].map {
        try ObjectiveCatalogue.objective(Spec(parsing: $0))
      },
      methods: ["adam", "gradient-descent"].map { try MethodCatalogue.method(Spec(parsing: $0)) }, starts: starts,
      budget: 20, target: 1e-4, figures: [])
    let against = rule.isComparison ? [1] : []
    study.claims = (0..<claims).map {
      Claim(id: "c\($0)", statement: "One is better", rule: rule, methods: [0], against: against, objectives: [0, 1])
    }
    let plan = Plan(study)
    let executor = RunExecutor(plan)
    let runs = (0..<plan.count).map { position -> FinishedRun in
      var run = executor.run(at: position)
      let key = plan.key(at: position)
      let isReached = reached(key.method, key.objective, key.start)
      run.record.outcome = isReached ? .reached : .diverged
      run.record.evaluationsToTarget = isReached ? 5 : nil
      return run
    }
    return try #require(Finding.all(in: Summary(RunList(plan, runs))).first)
  }

  @Test("a method that succeeds where the other fails is better, and the other worse; the rows say where")
  func comparison() throws {
    let better = try finding(.moreOften(.reached)) { method, objective, start in
      method == 0 && objective == 0 && start % 2 == 0
    }
    #expect(better.verdict == .supported && better.effect.estimate == 0.25 && better.runs == 800)
    #expect(better.rows.map(\.estimate) == [0.5, 0])
    #expect(
      try finding(.moreOften(.reached)) { method, _, start in method == 1 && start % 2 == 0 }.verdict == .contradicted)
    #expect(
      try finding(.lessOften(.diverged)) { method, _, start in method == 0 && start % 2 == 0 }.verdict == .supported)
    #expect(try finding(.moreOften(.reached)) { _, _, start in start % 2 == 0 }.verdict == .undecided)
  }

  @Test("what 20 pairs leave open in one claim of many they may decide in one alone")
  func manyClaims() throws {
    func verdict(claims: Int) throws -> Verdict {
      try finding(.moreOften(.reached), starts: 20, claims: claims) { method, _, start in method == 0 && start < 4 }
        .verdict
    }
    #expect(try verdict(claims: 1) == .supported)
    #expect(try verdict(claims: 1000) == .undecided)
  }

  @Test("Student's t is that of the tables")
  func student() {
    let twenty = SampleMean((0..<20).map { Double($0) })
    #expect(abs(twenty.t(1.959963984540054) - 2.093024) < 1e-5)
    #expect(abs(twenty.t(2.575829303548901) - 2.860935) < 1e-4)
    #expect(abs(twenty.mean - 9.5) < 1e-15 && abs(twenty.error - (35.0 / 20).squareRoot()) < 1e-15)
    #expect(abs(SampleMean((0..<101).map { Double($0) }).t(1.959963984540054) - 1.983972) < 1e-6)
  }

  @Test("the rank correlation of hours of television and intelligence, and of ties")
  func spearman() {
    // Known to be −29/165, for there are no ties: 1 − 6 · 194 / (10 · 99).
    let tests: [Double] = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110]
    let hours: [Double] = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17]
    #expect(abs(RankCorrelation(Array(zip(tests, hours))).value + 29.0 / 165) < 1e-14)
    // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5 / √(4.5 · 5).
    #expect(abs(RankCorrelation([(0, 1), (5, 2), (5, 3), (9, 4)]).value - 4.5 / 22.5.squareRoot()) < 1e-14)
    #expect(RankCorrelation([(1, 1), (1, 2), (1, 3), (1, 4)]).value == 0)
    // By hand: atanh 0.5 ± 1.96 √(1.125 / 97).
    let pairs = (0..<100).map { (Double($0), Double($0)) }
    let effect = RankCorrelation(pairs).effect("", z: 1.96, decisiveZ: 3)
    #expect(effect.estimate == 1 && effect.low > 0.99 && effect.decisiveLow < effect.low && effect.high <= 1)
  }

  @Test("an experiment on networks decides by its last row, for all claims together")
  func experiment() {
    func finding(_ statistic: Statistic, _ values: [[[Double]]], claims: Int = 1) -> Finding {
      let claim = Claim(
        id: "c", statement: "S", rule: .experiment("e", replications: values[0].count), methods: [], objectives: [])
      let rows = values.indices.map { "row \($0)" }
      return ExperimentTest(
        claim,
        ExperimentResult(id: "e", measure: "m", statistic: statistic, rows: rows, trainings: 2, values: values),
        claims: claims
      ).finding
    }
    let ones = [[Double]](repeating: [1], count: 100)
    let zeros = [[Double]](repeating: [0], count: 100)
    #expect(finding(.share(above: 0.9), [zeros, ones]).verdict == .supported)
    #expect(finding(.share(above: 0.9), [zeros, ones]).counted == "trainings")
    #expect(finding(.share(above: 0.9), [ones, zeros]).verdict == .contradicted)
    let small = (0..<100).map { [$0.isMultiple(of: 2) ? 0.06 : -0.04] }
    // Mean 0.01, deviation 0.05, error 0.005: beyond two errors, within three.
    #expect(finding(.mean(above: 0.001), [small]).verdict == .undecided)
    #expect(finding(.mean(above: -0.01), [small]).verdict == .supported)
    #expect(finding(.mean(above: -0.003), [small]).verdict == .supported)
    #expect(finding(.mean(above: -0.003), [small], claims: 100).verdict == .undecided)
    let falling = (0..<100).map { [Double($0), -Double($0)] }
    let fall = finding(.rankCorrelation, [falling])
    #expect(fall.verdict == .contradicted && fall.effect.estimate == -1 && fall.runs == 200)
  }

  @Test("an effect as large as the stated power speaks of is decided four times out of five")
  func power() {
    func finding(mean: Double, seed: UInt64) -> Finding {
      var generator = SeededGenerator(seed: seed)
      let claim = Claim(
        id: "c", statement: "S", rule: .experiment("e", replications: 200), methods: [], objectives: [])
      let values = (0..<200).map { _ in [mean + 0.3 * generator.gaussian()] }
      return ExperimentTest(
        claim,
        ExperimentResult(
          id: "e", measure: "m", statistic: .mean(above: 0), rows: ["row"], trainings: 1, values: [values]),
        claims: 10
      ).finding
    }
    // At 99.5 %: (2.807 + 0.842) errors of 0.3/√200, where the deviation is estimated to some 5 %.
    let stated = finding(mean: 0, seed: 1).detectable
    #expect((stated - 3.649 * 0.3 / 200.0.squareRoot()).magnitude < 0.15 * stated)
    let truth = 3.649 * 0.3 / 200.0.squareRoot()
    let supported = (0..<2000).count { finding(mean: truth, seed: UInt64($0)).verdict == .supported }
    // Five standard errors of a share of 0.8 of 2000, and a little for Student's t.
    #expect((Double(supported) / 2000 - 0.8).magnitude < 0.05)
  }

  @Test("a claim about every objective falls with one of them")
  func every() throws {
    #expect(try finding(.shareAtLeast(0.9, .reached)) { _, _, _ in true }.verdict == .supported)
    let fails = try finding(.shareAtLeast(0.9, .reached)) { _, objective, _ in objective == 0 }
    #expect(fails.verdict == .contradicted && fails.effect.estimate == 0)
    #expect(try finding(.shareAtMost(0.1, .reached)) { _, _, start in start < 10 }.verdict == .supported)
  }

  @Test("ten runs are held against 1 − (1 − p)^10 of one")
  func restarts() throws {
    // p = 0.1 for one run with a tenth of the budget: 1 − 0.9^4 = 0.3439.
    let as34 = try finding(.restarts(count: 4, margin: 0.2)) { method, _, start in
      method == 1 ? start % 10 == 0 : start % 50 < 17
    }
    #expect(as34.verdict == .supported && abs(as34.effect.estimate - (0.34 - 0.3439)) < 1e-12)
    #expect(
      try finding(.restarts(count: 4, margin: 0.2)) { method, _, start in method == 1 ? start % 10 == 0 : true }.verdict
        == .contradicted)
  }

  @Test("the share of a basin is the distance between the maxima around it")
  func basin() throws {
    // The double well (x² − 1)² + x/4 has its maximum where 4x³ − 4x + 1/4 vanishes near 0.06: x³ − x + 1/16 = 0.
    let definition = ExpressionDefinition(expression: "(x^2 - 1)^2 + x/4", domain: [-2...2])
    let objective = try ExpressionObjective(definition).establishingMinimum()
    let survey = Survey(of: objective)
    let share = try #require(survey.globalBasinShare(of: objective))
    var border = 0.0625
    for _ in 0..<60 { border = border * border * border + 0.0625 }
    #expect(abs(share - (border + 2) / 4) < 1e-9)
    let basin = try #require(survey.globalBasins(of: objective)?.first)
    #expect(basin.lowerBound == -2 && abs(basin.upperBound - border) < 1e-9)
    let plane = try ObjectiveCatalogue.objective(Spec(parsing: "himmelblau"))
    #expect(Survey(of: plane).globalBasinShare(of: plane) == nil)
  }
}

extension Claim.Rule {
  fileprivate var isComparison: Bool {
    switch self {
    case .moreOften, .lessOften, .restarts: true
    case .shareAtLeast, .shareAtMost, .basinShare, .experiment: false
    }
  }
}
