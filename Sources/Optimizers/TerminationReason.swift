/// Why a run ended. A reason is data: it is recorded with the run, never printed and forgotten.
public enum TerminationReason: Error, Sendable, Equatable, CustomStringConvertible {
  /// The evaluations allowed are spent; the ordinary end of most runs.
  case budgetExhausted
  /// The gradient vanished to within the method's tolerance.
  case gradientVanished
  /// The method can make no smaller step: a collapsed simplex or population, or a line search at the limit of rounding.
  case stepVanished
  /// The values no longer get lower, or no longer differ, by the method's measure.
  case stagnated
  /// The value has not fallen noticeably for as many steps as the method's `patience` allows.
  case noImprovement
  /// A value or a gradient was NaN or infinite.
  case notFinite
  /// The iterate went beyond 10¹² times the domain's size.
  case diverged
  /// The method could not go on, for the reason given.
  case failed(String)

  /// A method that works on residuals was given an objective that has none.
  static let noSumOfSquares = TerminationReason.failed("the objective is not a sum of squares seen without noise")

  public var description: String {
    switch self {
    case .budgetExhausted: "budget exhausted"
    case .gradientVanished: "gradient vanished"
    case .stepVanished: "step vanished"
    case .stagnated: "stagnated"
    case .noImprovement: "no improvement"
    case .notFinite: "not finite"
    case .diverged: "diverged"
    case .failed(let why): "failed: \(why)"
    }
  }

  /// Whether the method found nothing more to do where it stands.
  var isOfItsOwnAccord: Bool {
    switch self {
    case .gradientVanished, .stepVanished, .stagnated, .noImprovement: true
    case .budgetExhausted, .notFinite, .diverged, .failed: false
    }
  }
}
