/// Every learning-rate schedule that `schedule=` can name.
public enum ScheduleCatalogue {
  public struct Entry: Sendable {
    /// What users type: `cosine`.
    public let id: String
    /// The name in print.
    public let name: String
    /// The learning rate in step k, with η = learningRate, φ = finalFraction and s = k/N of N = scheduleSteps.
    public let formula: String
    public let source: String
  }

  /// One entry per schedule, in the order in which `list schedules` prints them.
  public static let entries: [Entry] = Schedule.Shape.allCases.map(entry)

  private static func entry(_ shape: Schedule.Shape) -> Entry {
    func entry(_ name: String, _ formula: String, _ source: String) -> Entry {
      Entry(id: shape.rawValue, name: name, formula: formula, source: source)
    }
    switch shape {
    case .constant: return entry("Constant", "η", "Robbins and Monro, 1951, with a fixed gain")
    case .linear: return entry("Linear", "η (φ + (1 − φ)(1 − s)), s ≤ 1", "optax linear_schedule")
    case .polynomial:
      return entry("Polynomial", "η (φ + (1 − φ)(1 − s)^p), s ≤ 1", "optax polynomial_schedule; PyTorch PolynomialLR")
    case .exponential: return entry("Exponential", "η φ^s", "optax exponential_decay; PyTorch ExponentialLR")
    case .staircase: return entry("Staircase", "η φ^⌊s⌋", "optax exponential_decay with staircase; PyTorch StepLR")
    case .cosine:
      return entry("Cosine", "η (φ + (1 − φ)(1 + cos πs)/2), s ≤ 1", "Loshchilov and Hutter, SGDR, ICLR 2017")
    case .step: return entry("Step", "η φ^(j/(m − 1)) in stage j = 0 … m − 1 of m", "PyTorch StepLR")
    case .piecewise:
      return entry(
        "Piecewise", "η times the factors of all milestones up to k",
        "optax piecewise_constant_schedule; PyTorch MultiStepLR")
    case .triangular:
      return entry(
        "Triangular", "m times from φη up to η and back along lines, each time cycleShrink as high",
        "Smith, Cyclical Learning Rates, WACV 2017; triangular2 is cycleShrink=0.5")
    case .inverseTime: return entry("Inverse time", "η / (1 + (1/φ − 1) s)", "Robbins and Monro, 1951")
    case .inverseSquareRoot:
      return entry(
        "Inverse square root", "η / √(1 + (1/φ² − 1) s)", "Zinkevich, Online Convex Programming, ICML 2003")
    case .cosineRestarts:
      return entry(
        "Cosine with restarts",
        "m times cosine from η to φη, each time over twice as many steps and cycleShrink as high",
        "Loshchilov and Hutter, SGDR, ICLR 2017")
    case .oneCycle:
      return entry(
        "One cycle", "cosine from η/25 up to η until s = peakPosition, then down to φη/25 at s = 1",
        "Smith and Topin, Super-Convergence, 2018")
    case .linearOneCycle:
      return entry(
        "One cycle of lines", "from η/25 up to η until s = peakPosition, to η/25 until 0.85, to φη/25 at s = 1",
        "Smith and Topin, Super-Convergence, 2018; optax linear_onecycle_schedule")
    }
  }
}
