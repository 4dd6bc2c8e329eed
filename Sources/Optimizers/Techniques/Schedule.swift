import Scalars

/// A learning rate (or a temperature) over the steps k = 0, 1, … of a run, as a factor of its first value.
///
/// With horizon N, warm-up W, final fraction φ and s = (k − W)/(N − W): during the warm-up the factor is k/W, after it the
/// shape's. All shapes end at φ when k reaches N and stay there, except that the exponential and the inverse ones go on
/// falling. `ScheduleCatalogue` has the formulas.
struct Schedule: Sendable {
  enum Shape: String, Sendable, CaseIterable {
    case constant, linear, polynomial, exponential, cosine, step, triangular
    case inverseTime = "inverse-time"
    case inverseSquareRoot = "inverse-square-root"
    case cosineRestarts = "cosine-restarts"
    case oneCycle = "one-cycle"
  }

  let shape: Shape
  /// N; 0 stands for the run's budget.
  var steps = 0
  /// φ.
  var finalFraction = 0.01
  /// p of the polynomial.
  var power = 2.0
  /// Stages of the step shape, cycles of the triangular one and of the restarts.
  var stages = 4
  /// W.
  var warmupSteps = 0

  /// The factor in step `step` of a run whose budget is `budget`.
  func factor(step: Int, budget: Int) -> Double {
    if shape == .constant, warmupSteps == 0 { return 1 }
    if step < warmupSteps { return Double(step) / Double(warmupSteps) }
    let horizon = max((steps > 0 ? steps : budget) - warmupSteps, 1)
    let k = step - warmupSteps
    let s = Double(k) / Double(horizon)
    switch shape {
    case .constant: return 1
    case .linear: return between(1 - min(s, 1))
    case .polynomial: return between(Elementary.pow(1 - min(s, 1), power))
    case .exponential: return Elementary.pow(finalFraction, s)
    case .cosine: return between(Self.halfCosine(s))
    case .step:
      let stage = min(k * stages / horizon, stages - 1)
      return Elementary.pow(finalFraction, Double(stage) / Double(max(stages - 1, 1)))
    case .triangular: return between(triangle(s))
    case .inverseTime: return s == 0 ? 1 : 1 / (1 + (1 / finalFraction - 1) * s)
    case .inverseSquareRoot: return s == 0 ? 1 : 1 / (1 + (1 / (finalFraction * finalFraction) - 1) * s).squareRoot()
    case .cosineRestarts: return between(restartingCosine(k, of: horizon))
    case .oneCycle: return oneCycle(s)
    }
  }

  /// φ + (1 − φ)u.
  private func between(_ u: Double) -> Double { finalFraction + (1 - finalFraction) * u }

  /// From 1 at s = 0 down to 0 at s = 1 along half a cosine.
  private static func halfCosine(_ s: Double) -> Double { 0.5 * (1 + Elementary.cosPi(min(s, 1))) }

  /// Up from 0 to 1 and down again, `stages` times over 0 ≤ s ≤ 1.
  private func triangle(_ s: Double) -> Double {
    let t = min(s, 1) * Double(stages)
    let within = s >= 1 ? 1 : t - Double(Int(t))
    return 1 - (2 * within - 1).magnitude
  }

  /// `stages` half cosines, each over twice as many steps as the one before; a whole number of steps where N allows it.
  private func restartingCosine(_ step: Int, of horizon: Int) -> Double {
    guard step < horizon else { return 0 }
    let k = Double(step)
    var length = Double(horizon) / Double((1 << stages) - 1)
    var start = 0.0
    for _ in 1..<stages where k >= start + length {
      start += length
      length *= 2
    }
    return Self.halfCosine((k - start) / length)
  }

  /// Half a cosine from 1/25 up to 1 over the first 30 %, half a cosine down to φ/25 over the rest.
  private func oneCycle(_ s: Double) -> Double {
    let low = 0.04
    if s < 0.3 { return low + (1 - low) * (1 - Self.halfCosine(s / 0.3)) }
    let end = low * finalFraction
    return end + (1 - end) * Self.halfCosine((s - 0.3) / 0.7)
  }
}
