/// Elementary functions: the monotone ones at the bounds, the periodic ones by where their extremes lie.
extension Interval {
  public static func exp(_ x: Interval) -> Interval {
    positive(widened(Elementary.exp(x.lower), Elementary.exp(x.upper)))
  }

  public static func expm1(_ x: Interval) -> Interval {
    let bounds = widened(Elementary.expm1(x.lower), Elementary.expm1(x.upper))
    return Interval(ordered: Swift.max(bounds.lower, -1), bounds.upper)
  }

  public static func log(_ x: Interval) -> Interval {
    if x.upper <= 0 { return .entire }
    return widened(x.lower > 0 ? Elementary.log(x.lower) : -.infinity, Elementary.log(x.upper))
  }

  public static func log1p(_ x: Interval) -> Interval {
    if x.upper <= -1 { return .entire }
    return widened(x.lower > -1 ? Elementary.log1p(x.lower) : -.infinity, Elementary.log1p(x.upper))
  }

  public static func atan(_ x: Interval) -> Interval { widened(Elementary.atan(x.lower), Elementary.atan(x.upper)) }

  public static func tanh(_ x: Interval) -> Interval {
    let bounds = widened(Elementary.tanh(x.lower), Elementary.tanh(x.upper))
    return Interval(ordered: Swift.max(bounds.lower, -1), Swift.min(bounds.upper, 1))
  }

  public static func logistic(_ x: Interval) -> Interval {
    let bounds = positive(widened(Elementary.logistic(x.lower), Elementary.logistic(x.upper)))
    return Interval(ordered: bounds.lower, Swift.min(bounds.upper, 1))
  }
}

/// Periodic functions.
extension Interval {
  public static func sin(_ x: Interval) -> Interval { sinCos(x).sin }
  public static func cos(_ x: Interval) -> Interval { sinCos(x).cos }
  public static func sinPi(_ x: Interval) -> Interval { sinCosPi(x).sin }
  public static func cosPi(_ x: Interval) -> Interval { sinCosPi(x).cos }

  public static func tan(_ x: Interval) -> Interval {
    // Poles half way between the multiples of π.
    guard x.isBounded, x.isPoint || !(x / pi - 0.5).holdsInteger else { return .entire }
    return widened(Elementary.tan(x.lower), Elementary.tan(x.upper))
  }

  public static func sinCos(_ x: Interval) -> (sin: Interval, cos: Interval) {
    guard x.isBounded else { return (unit, unit) }
    let (low, high) = (Elementary.sinCos(x.lower), Elementary.sinCos(x.upper))
    return waves(turns: x.isPoint ? nil : x / (2 * pi), low, high)
  }

  public static func sinCosPi(_ x: Interval) -> (sin: Interval, cos: Interval) {
    guard x.isBounded else { return (unit, unit) }
    let (low, high) = (Elementary.sinCosPi(x.lower), Elementary.sinCosPi(x.upper))
    return waves(turns: x.isPoint ? nil : 0.5 * x, low, high)
  }

  private static var unit: Interval { Interval(ordered: -1, 1) }
  private var isPoint: Bool { lower == upper }

  /// Sine and cosine from their values at the bounds and an enclosure of the angle in full turns; nil for a point.
  private static func waves(
    turns: Interval?, _ low: (sin: Double, cos: Double), _ high: (sin: Double, cos: Double)
  ) -> (sin: Interval, cos: Interval) {
    let sine = widened(Swift.min(low.sin, high.sin), Swift.max(low.sin, high.sin))
    let cosine = widened(Swift.min(low.cos, high.cos), Swift.max(low.cos, high.cos))
    guard let turns else {
      return (
        sine.clipped(reachesTop: false, reachesBottom: false), cosine.clipped(reachesTop: false, reachesBottom: false)
      )
    }
    return (
      sine.clipped(reachesTop: (turns - 0.25).holdsInteger, reachesBottom: (turns + 0.25).holdsInteger),
      cosine.clipped(reachesTop: turns.holdsInteger, reachesBottom: (turns - 0.5).holdsInteger)
    )
  }

  private func clipped(reachesTop: Bool, reachesBottom: Bool) -> Interval {
    Interval(ordered: reachesBottom ? -1 : Swift.max(lower, -1), reachesTop ? 1 : Swift.min(upper, 1))
  }
}
