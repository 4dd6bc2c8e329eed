import Objectives
import Sweeps

extension Hypothesis {
  /// How far the effect's interval reaches beyond what the claim allows; the more, the worse.
  func shortfall(_ effect: Effect) -> Double {
    switch self {
    case .above(let bound): bound - effect.decisiveLow
    case .below(let bound): effect.decisiveHigh - bound
    case .within(let range):
      Swift.max(range.lowerBound - effect.decisiveLow, effect.decisiveHigh - range.upperBound)
    }
  }

  /// Where the interval must lie: "above 0".
  var words: String {
    switch self {
    case .above(let bound): bound == 0 ? "above 0" : "above \(Words.percent(bound))"
    case .below(let bound): bound == 0 ? "below 0" : "below \(Words.percent(bound))"
    case .within(let range): "within ±\(Words.percent(range.upperBound))"
    }
  }
}

extension Outcome {
  /// Of runs: "ended in a local minimum".
  var phrase: String {
    switch self {
    case .reached: "reached the global minimum"
    case .inGlobalBasin: "ended in the basin of the global minimum, short of it"
    case .localMinimum: "ended in a local minimum"
    case .saddle: "ended on a saddle point"
    case .plateau: "ended on a plateau"
    case .outsideDomain: "left the domain"
    case .diverged: "diverged"
    case .failed: "failed"
    }
  }
}
