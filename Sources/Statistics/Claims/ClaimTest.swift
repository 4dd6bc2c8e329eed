import Certificates
import Objectives
import Sweeps

/// Measures what a claim is about, and decides.
///
/// Intervals that decide have the confidence that Bonferroni's inequality asks for: the chance that any claim of the
/// study is decided wrongly is 5 % at most. A claim about every method and objective is decided by its worst row, each row
/// a test of its own.
struct ClaimTest {
  private let claim: Claim
  private let summary: Summary
  private let runs: ClaimRuns
  private let labels: StudyLabels

  init(_ claim: Claim, in summary: Summary) throws {
    self.claim = claim
    self.summary = summary
    runs = try ClaimRuns(claim, in: summary)
    labels = StudyLabels(summary.study)
  }

  /// Nil for a claim that the study's runs say nothing of.
  var finding: Finding? {
    switch claim.rule {
    case .moreOften(let outcome): comparison(outcome, .above(0))
    case .lessOften(let outcome): comparison(outcome, .below(0))
    case .shareAtLeast(let share, let outcome):
      every(.above(share), measured: "share of runs that \(outcome.phrase)") {
        proportion(of: $0, on: $1, outcome)
      }
    case .shareAtMost(let share, let outcome):
      every(.below(share), measured: "share of runs that \(outcome.phrase)") {
        proportion(of: $0, on: $1, outcome)
      }
    case .experiment: nil
    case .basinShare(let margin):
      every(.within(-margin...margin), measured: "success rate, less the share of the domain in the global basin") {
        basin(of: $0, on: $1)
      }
    case .restarts(let count, let margin):
      every(
        .within(-margin...margin),
        measured:
          "success rate, less 1 − (1 − p)\(Words.superscript(count)) with the rate p of one run with 1/\(count) of the budget"
      ) { restarts(of: $0, on: $1, count: count) }
    }
  }

  // MARK: Comparisons, decided by the mean over objectives

  private func comparison(_ outcome: Outcome, _ hypothesis: Hypothesis) -> Finding {
    let confidence = self.confidence(tests: 1)
    let decisiveZ = Normal.twoSided(confidence: confidence)
    var rows: [Effect] = []
    var means: [PairedMean] = []
    for objective in claim.objectives {
      var together = [Double](repeating: 0, count: summary.study.starts)
      var isPaired = [Bool](repeating: true, count: summary.study.starts)
      for method in claim.methods {
        let differences = differences(of: method, on: objective, outcome)
        for (start, difference) in differences.enumerated() {
          guard let difference else {
            isPaired[start] = false
            continue
          }
          together[start] += difference / Double(claim.methods.count)
        }
        rows.append(
          PairedMean(differences.compactMap { $0 })
            .effect(label(method, objective), z: Proportion.z, decisiveZ: decisiveZ))
      }
      means.append(PairedMean(together.indices.filter { isPaired[$0] }.map { together[$0] }))
    }
    let effect = PairedMean.mean(of: means).effect("All together", z: Proportion.z, decisiveZ: decisiveZ)
    let others = Words.list(claim.against.map { labels.methods[$0] })
    return finding(
      hypothesis, effect, rows, confidence, hypothesis.verdict(low: effect.decisiveLow, high: effect.decisiveHigh),
      measure: "share of runs that \(outcome.phrase), less that of \(others) from the same starts",
      rule: "the interval of the mean difference over all objectives, all weighing the same, lies \(hypothesis.words)")
  }

  /// By start: whether the run ended so, less the share of the runs it is compared with that did.
  private func differences(of method: Int, on objective: Int, _ outcome: Outcome) -> [Double?] {
    let own = runs.runs(objective: objective, method: method)
    let others = claim.against.map { runs.runs(objective: objective, method: $0) }
    return own.indices.map { start in
      let compared = others.compactMap { $0[start] }
      guard let run = own[start], compared.count == others.count, !compared.isEmpty else { return nil }
      let share = Double(compared.count { $0.outcome == outcome }) / Double(compared.count)
      return (run.outcome == outcome ? 1 : 0) - share
    }
  }

  // MARK: Claims about every method on every objective, decided by the worst

  private func every(
    _ hypothesis: Hypothesis, measured measure: String, _ measurement: (_ method: Int, _ objective: Int) -> Measurement?
  ) -> Finding {
    let places = claim.objectives.flatMap { objective in claim.methods.map { (method: $0, objective: objective) } }
    let confidence = self.confidence(tests: places.count)
    let decisiveZ = Normal.twoSided(confidence: confidence)
    let rows = places.map { place -> Effect in
      let label = label(place.method, place.objective)
      return measurement(place.method, place.objective)?.effect(label, z: Proportion.z, decisiveZ: decisiveZ)
        ?? Effect(label: label, estimate: .nan, low: -1, high: 1, decisiveLow: -1, decisiveHigh: 1)
    }
    let verdicts = rows.map { hypothesis.verdict(low: $0.decisiveLow, high: $0.decisiveHigh) }
    let verdict: Verdict =
      verdicts.contains(.contradicted)
      ? .contradicted : verdicts.allSatisfy { $0 == .supported } ? .supported : .undecided
    let worst = rows.max { hypothesis.shortfall($0) < hypothesis.shortfall($1) } ?? rows[0]
    return finding(
      hypothesis, worst, rows, confidence, verdict, measure: measure,
      rule: rows.count == 1
        ? "its interval lies \(hypothesis.words)" : "every one of the \(rows.count) intervals lies \(hypothesis.words)")
  }

  private func proportion(of method: Int, on objective: Int, _ outcome: Outcome) -> Measurement {
    let own = runs.runs(objective: objective, method: method).compactMap { $0 }
    return .share(count: own.count { $0.outcome == outcome }, of: own.count)
  }

  /// Nil where the objective has more dimensions than one, or its stationary points are not all proved.
  private func basin(of method: Int, on objective: Int) -> Measurement? {
    let function = summary.study.objectives[objective]
    guard let share = summary.survey(ofObjective: objective)?.globalBasinShare(of: function) else { return nil }
    let own = runs.runs(objective: objective, method: method).compactMap { $0 }
    return .share(count: own.count { $0.outcome == .reached }, of: own.count, less: share)
  }

  /// Nil without runs.
  private func restarts(of method: Int, on objective: Int, count: Int) -> Measurement? {
    let own = runs.runs(objective: objective, method: method).compactMap { $0 }
    let single = claim.against.flatMap { runs.runs(objective: objective, method: $0).compactMap { $0 } }
    guard !own.isEmpty, !single.isEmpty else { return nil }
    let limit = summary.study.budget / count
    let hits = single.count { ($0.evaluationsToTarget ?? .max) <= limit }
    let n = Double(single.count)
    let p = Double(hits) / n
    // The delta method, at a rate that is never quite 0 or 1.
    let moved = (Double(hits) + 1) / (n + 2)
    let slope = Double(count) * power(1 - moved, count - 1)
    let rate = Double(own.count { $0.outcome == .reached }) / Double(own.count)
    let movedRate = (rate * Double(own.count) + 1) / (Double(own.count) + 2)
    let variance = slope * slope * moved * (1 - moved) / n + movedRate * (1 - movedRate) / Double(own.count)
    return .difference(rate - (1 - power(1 - p, count)), error: variance.squareRoot())
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }

  // MARK: Parts

  private var scale: Finding.Scale {
    switch claim.rule {
    case .shareAtLeast, .shareAtMost: .share
    case .moreOften, .lessOften, .basinShare, .restarts, .experiment: .difference
    }
  }

  private func confidence(tests: Int) -> Double { 1 - 0.05 / Double(summary.study.claims.count * tests) }

  private func label(_ method: Int, _ objective: Int) -> String {
    let parts = [
      claim.methods.count > 1 ? labels.methods[method] : nil,
      claim.objectives.count > 1 || claim.methods.count == 1 ? labels.objectives[objective] : nil,
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  private func finding(
    _ hypothesis: Hypothesis, _ effect: Effect, _ rows: [Effect], _ confidence: Double, _ verdict: Verdict,
    measure: String, rule: String
  ) -> Finding {
    Finding(
      claim: claim, verdict: verdict, hypothesis: hypothesis, effect: effect, rows: rows, runs: runs.count,
      confidence: confidence, measure: measure, rule: rule, scale: scale, counted: "runs")
  }
}
