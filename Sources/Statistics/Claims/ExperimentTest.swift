import Experiments
import Objectives
import Sweeps

/// Decides a claim by the replications of an experiment on networks.
struct ExperimentTest {
  private let claim: Claim
  private let result: ExperimentResult
  private let confidence: Double

  /// - Parameter claims: of the study, which all must be right together.
  init(_ claim: Claim, _ result: ExperimentResult, claims: Int) {
    self.claim = claim
    self.result = result
    confidence = 1 - 0.05 / Double(claims)
  }

  var finding: Finding {
    let decisiveZ = Normal.twoSided(confidence: confidence)
    let rows = zip(result.rows, result.values).map { effect($0, $1, decisiveZ: decisiveZ) }
    let deciding = rows[rows.count - 1]
    let replications = result.values[0].count
    return Finding(
      claim: claim, verdict: hypothesis.verdict(low: deciding.decisiveLow, high: deciding.decisiveHigh),
      hypothesis: hypothesis, effect: deciding, rows: rows, runs: replications * result.trainings,
      confidence: confidence,
      measure: result.measure, rule: "the interval\(rows.count > 1 ? " of the last row" : "") lies \(hypothesis.words)",
      scale: scale, counted: result.counted)
  }

  private var hypothesis: Hypothesis {
    switch result.statistic {
    case .mean(let bound), .share(let bound): .above(bound)
    case .rankCorrelation: .above(0)
    }
  }

  private var scale: Finding.Scale {
    switch result.statistic {
    case .mean: .difference
    case .share: .share
    case .rankCorrelation: .correlation
    }
  }

  private func effect(_ label: String, _ values: [[Double]], decisiveZ: Double) -> Effect {
    switch result.statistic {
    case .share:
      let count = values.count { $0[0] > 0.5 }
      return Measurement.share(count: count, of: values.count).effect(label, z: Proportion.z, decisiveZ: decisiveZ)
    case .mean:
      let sample = SampleMean(values.map { $0[0] })
      return Measurement.difference(sample.mean, error: sample.error)
        .effect(label, z: sample.t(Proportion.z), decisiveZ: sample.t(decisiveZ))
    case .rankCorrelation:
      return RankCorrelation(values.map { ($0[0], $0[1]) }).effect(label, z: Proportion.z, decisiveZ: decisiveZ)
    }
  }
}

/// A mean with its standard error.
struct SampleMean {
  let mean: Double
  let error: Double
  private let freedom: Double

  init(_ values: [Double]) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.mean = mean
    freedom = count - 1
    error = (squares / freedom / count).squareRoot()
  }

  /// Student's t at the probability of the normal's z, to 0.1 % for 19 degrees of freedom and |z| up to 4.
  ///
  /// Source: Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.7.5.
  func t(_ z: Double) -> Double {
    let (z2, v) = (z * z, freedom)
    let first = (z2 + 1) * z / 4
    let second = ((5 * z2 + 16) * z2 + 3) * z / 96
    let third = (((3 * z2 + 19) * z2 + 17) * z2 - 15) * z / 384
    let fourth = ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) * z / 92160
    return z + first / v + second / (v * v) + third / (v * v * v) + fourth / (v * v * v * v)
  }
}
