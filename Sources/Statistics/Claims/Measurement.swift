/// A share of runs, or a difference of shares, before its intervals.
enum Measurement {
  /// A share, less a number that is known.
  case share(count: Int, of: Int, less: Double = 0)
  case difference(Double, error: Double)

  func effect(_ label: String, z: Double, decisiveZ: Double) -> Effect {
    switch self {
    case .share(let count, let total, let known):
      let (narrow, wide) = (
        Proportion(count: count, of: total, z: z), Proportion(count: count, of: total, z: decisiveZ)
      )
      return Effect(
        label: label, estimate: narrow.rate - known, low: narrow.low - known, high: narrow.high - known,
        decisiveLow: wide.low - known, decisiveHigh: wide.high - known)
    case .difference(let estimate, let error):
      return Effect(
        label: label, estimate: estimate, low: estimate - z * error, high: estimate + z * error,
        decisiveLow: estimate - decisiveZ * error, decisiveHigh: estimate + decisiveZ * error)
    }
  }
}
