import Scalars

/// A learning rate (or a temperature) over the steps k = 0, 1, … of a run, as a factor of its first value.
///
/// With horizon N, warm-up W, final fraction φ and s = (k − W)/(N − W): during the warm-up the factor rises along a line
/// from `warmupStart` to 1, after it the shape decides. Shapes end at φ when k reaches N and stay there, except that
/// constant and piecewise know no φ, and exponential, staircase and the inverse ones go on falling. `ScheduleCatalogue`
/// has the formulas.
struct Schedule: Sendable {
  enum Shape: String, Sendable, CaseIterable {
    case constant, linear, polynomial, exponential, staircase, cosine, step, piecewise, triangular
    case inverseTime = "inverse-time"
    case inverseSquareRoot = "inverse-square-root"
    case cosineRestarts = "cosine-restarts"
    case oneCycle = "one-cycle"
    case linearOneCycle = "linear-one-cycle"
  }

  /// A factor as a height between the floor that the shape has there and 1.
  struct Level: Sendable {
    var floor = 0.0
    var height: Double
    var factor: Double { floor + (1 - floor) * height }
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
  /// The factor in step 0 of the warm-up.
  var warmupStart = 0.0
  /// Steps over which each of the cosines of the restarts rises to its peak.
  var cycleWarmup = 0
  /// The height of each cycle as a share of the one before.
  var cycleShrink = 1.0
  /// s at the peak of the one-cycle shapes.
  var peakPosition = 0.3
  /// What piecewise does, and when.
  var milestones = Milestones.none

  /// The factor in step `step` of a run whose budget is `budget`.
  func factor(step: Int, budget: Int) -> Double { level(step: step, budget: budget).factor }

  func level(step: Int, budget: Int) -> Level {
    if shape == .constant, warmupSteps == 0 { return Level(height: 1) }
    if step < warmupSteps { return Level(floor: warmupStart, height: Double(step) / Double(warmupSteps)) }
    let horizon = max((steps > 0 ? steps : budget) - warmupSteps, 1)
    let k = step - warmupSteps
    let s = Double(k) / Double(horizon)
    switch shape {
    case .constant: return Level(height: 1)
    case .linear: return above(1 - min(s, 1))
    case .polynomial: return above(Elementary.pow(1 - min(s, 1), power))
    case .exponential: return Level(height: Elementary.pow(finalFraction, s))
    case .staircase: return Level(height: Elementary.pow(finalFraction, Double(k / horizon)))
    case .cosine: return above(Self.halfCosine(s))
    case .step:
      let stage = min(k * stages / horizon, stages - 1)
      return Level(height: Elementary.pow(finalFraction, Double(stage) / Double(max(stages - 1, 1))))
    case .piecewise: return Level(height: milestones.factor(step: k))
    case .triangular: return above(triangle(s))
    case .inverseTime: return Level(height: s == 0 ? 1 : 1 / (1 + (1 / finalFraction - 1) * s))
    case .inverseSquareRoot:
      return Level(height: s == 0 ? 1 : 1 / (1 + (1 / (finalFraction * finalFraction) - 1) * s).squareRoot())
    case .cosineRestarts: return above(restartingCosine(k, of: horizon))
    case .oneCycle: return oneCycle(s)
    case .linearOneCycle: return linearOneCycle(s)
    }
  }

  /// φ + (1 − φ)u.
  private func above(_ u: Double) -> Level { Level(floor: finalFraction, height: u) }

  /// From 1 at s = 0 down to 0 at s = 1 along half a cosine.
  private static func halfCosine(_ s: Double) -> Double { 0.5 * (1 + Elementary.cosPi(min(s, 1))) }
}

/// Cycles.
extension Schedule {
  /// Up from 0 to 1 and down again, `stages` times over 0 ≤ s ≤ 1, each time up to a share of the peak before.
  private func triangle(_ s: Double) -> Double {
    guard s < 1 else { return 0 }
    let t = s * Double(stages)
    let cycle = Double(Int(t))
    return peak(ofCycle: cycle) * (1 - (2 * (t - cycle) - 1).magnitude)
  }

  /// `stages` half cosines, each over twice as many steps as the one before; a whole number of steps where N allows it.
  private func restartingCosine(_ step: Int, of horizon: Int) -> Double {
    guard step < horizon else { return 0 }
    var length = Double(horizon) / Double((1 << stages) - 1)
    var k = Double(step)
    var cycle = 0
    while cycle < stages - 1, k >= length {
      k -= length
      length *= 2
      cycle += 1
    }
    let warmup = Double(cycleWarmup)
    let height = k < warmup ? k / warmup : Self.halfCosine((k - warmup) / max(length - warmup, 1))
    return peak(ofCycle: Double(cycle)) * height
  }

  /// The step at which cycle `cycle` of the `stages` of cosine-restarts over `horizon` steps begins, counted from 0; with
  /// `cycle` = `stages`, the end.
  static func restart(_ cycle: Int, of stages: Int, over horizon: Int) -> Double {
    Double(horizon) * (Double((1 << cycle) - 1) / Double((1 << stages) - 1))
  }

  private func peak(ofCycle cycle: Double) -> Double { cycleShrink == 1 ? 1 : Elementary.pow(cycleShrink, cycle) }

  /// The first and lowest factor of one cycle on its way up.
  private static let cycleStart = 0.04

  /// Half a cosine from 1/25 up to 1 until the peak, half a cosine down to φ/25 over the rest.
  private func oneCycle(_ s: Double) -> Level {
    if s < peakPosition { return Level(floor: Self.cycleStart, height: 1 - Self.halfCosine(s / peakPosition)) }
    return Level(
      floor: Self.cycleStart * finalFraction, height: Self.halfCosine((s - peakPosition) / (1 - peakPosition)))
  }

  /// Lines from 1/25 up to 1 until the peak, down to 1/25 until s = 0.85, and down to φ/25 over the rest.
  private func linearOneCycle(_ s: Double) -> Level {
    let end = max(0.85, peakPosition)
    if s < peakPosition { return Level(floor: Self.cycleStart, height: s / peakPosition) }
    if s < end { return Level(floor: Self.cycleStart, height: (end - s) / (end - peakPosition)) }
    let last = Self.cycleStart * (finalFraction + (1 - finalFraction) * (1 - min(s, 1)) / (1 - end))
    return Level(floor: last, height: 0)
  }
}
