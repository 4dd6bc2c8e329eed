import Canvas
import Objectives
import Plotting
import Statistics
import Sweeps

/// How verdicts and effects look and read, in all figures alike.
extension Verdict {
  var ink: Ink {
    switch self {
    case .supported: Ink(light: Color(0x0072b2), dark: Color(0x56b4e9))
    case .contradicted: Ink(light: Color(0xd55e00), dark: Color(0xee7733))
    case .undecided: .secondaryText
    }
  }

  var marker: Marker {
    switch self {
    case .supported: Marker(.circle)
    case .contradicted: Marker(.diamond)
    case .undecided: Marker(.circle, isFilled: false)
    }
  }
}

extension Hypothesis {
  /// Where an effect must lie, in percentage points.
  var region: ClosedRange<Double> {
    switch self {
    case .above(let bound): 100 * bound...Double.infinity
    case .below(let bound): -Double.infinity...100 * bound
    case .within(let range): 100 * range.lowerBound...100 * range.upperBound
    }
  }

  /// How far an interval lies on the claim's side of its bound, in percentage points.
  func lead(_ low: Double, _ high: Double) -> ClosedRange<Double> {
    switch self {
    case .above(let bound): return 100 * (low - bound)...100 * (high - bound)
    case .below(let bound): return 100 * (bound - high)...100 * (bound - low)
    case .within(let range):
      let margin = range.upperBound
      let nearest = low <= 0 && high >= 0 ? 0 : min(low.magnitude, high.magnitude)
      return 100 * (margin - max(low.magnitude, high.magnitude))...100 * (margin - nearest)
    }
  }
}

extension Effect {
  var interval: ClosedRange<Double> { 100 * low...100 * high }
  var wide: ClosedRange<Double> { 100 * decisiveLow...100 * decisiveHigh }
}

extension Finding {
  /// Of the axis on which effects are drawn, in hundredths.
  var axis: RichText {
    switch scale {
    case .share: RichText("share of \(counted), %")
    case .difference: "percentage points"
    case .correlation: "rank correlation, hundredths"
    }
  }
}
