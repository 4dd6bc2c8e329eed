import Experiments
import Objectives
import Sweeps

/// What the runs of a study say of a claim. The verdict follows from the numbers by the claim's rule, never by hand.
public struct Finding: Sendable {
  public let claim: Claim
  public let verdict: Verdict
  public let hypothesis: Hypothesis
  /// What decides: the mean over all objectives, or the row that is nearest to failing.
  public let effect: Effect
  /// Per objective, and per method where there are several.
  public let rows: [Effect]
  /// Runs that were looked at.
  public let runs: Int
  /// Of the intervals that decide: 95 % for all claims of the study together.
  public let confidence: Double
  /// What was measured, in words: "share of runs that reached the global minimum, less that of Gradient descent".
  public let measure: String
  /// How the verdict follows, in words.
  public let rule: String
  public let scale: Scale
  /// What a share is a share of, in the plural: "runs".
  public let counted: String

  /// The smallest distance from the bound that this many runs, scattering as these do, decide with a chance of 80 %:
  /// (z + z₀.₈) standard errors, z being that of the intervals that decide. NaN where nothing is known.
  ///
  /// Source: Cohen, Statistical Power Analysis for the Behavioral Sciences, 2nd edition 1988, chapter 2.
  public var detectable: Double {
    let halfWidth = (effect.decisiveHigh - effect.decisiveLow) / 2
    guard effect.estimate.isFinite else { return .nan }
    return halfWidth * (1 + Self.zOfPower / Normal.twoSided(confidence: confidence))
  }

  /// The chance that `detectable` is about.
  public static let power = 0.8
  /// 80 % of a normal distribution lie below it.
  private static let zOfPower = 0.8416212335729143

  /// What the numbers of the measure are.
  public enum Scale: Sendable {
    /// Shares, from 0 to 1, or their differences.
    case share, difference
    case correlation
  }
}

extension Finding {
  /// A value of the measure in print: "61.5 %", or "+5.0" percentage points; "not known".
  package func text(_ value: Double) -> String {
    guard value.isFinite else { return "not known" }
    switch scale {
    case .share: return Words.sharePercent(value)
    case .difference: return Words.points(value)
    case .correlation: return Words.correlation(value)
    }
  }

  /// "56.6 % to 66.1 %", "+4.2 to +5.8".
  package func text(from low: Double, to high: Double) -> String { "\(text(low)) to \(text(high))" }

  /// `detectable` in print, without a sign: "3.2 percentage points", "0.21"; "not known".
  package var detectableText: String {
    guard detectable.isFinite else { return "not known" }
    let text = scale == .correlation ? Words.correlation(detectable) : Words.points(detectable)
    let plain = text.hasPrefix("+") ? String(text.dropFirst()) : text
    return scale == .correlation ? plain : "\(plain) percentage points"
  }

  /// What follows a number: nothing, or "percentage points".
  package var unit: String { scale == .difference ? " percentage points" : "" }
}

extension Finding {
  /// What `summary`, and the experiments on networks, say of the claims of its study.
  ///
  /// - Parameter experiments: by the claim's name; a claim without its experiment has no finding.
  /// - Throws: what reading the archive throws.
  public static func all(in summary: Summary, experiments: [String: ExperimentResult] = [:]) throws -> [Finding] {
    let claims = summary.study.claims
    return try claims.compactMap { claim in
      if claim.rule.isAboutRuns { return try ClaimTest(claim, in: summary).finding }
      return experiments[claim.id].map { ExperimentTest(claim, $0, claims: claims.count).finding }
    }
  }
}
