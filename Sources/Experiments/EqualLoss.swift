import Networks

extension NetworkLoss {
  /// Weights on a training's way at which its loss on `rows`, all units present, is `level`; nil where it never falls there.
  ///
  /// Cross-entropy loses its curvature as it goes to 0, so that a net that has learned more is flatter whatever it is: nets
  /// are compared at equal loss. The weights lie on the line between those of the last epoch above the level and those of
  /// the first below it, found by bisection.
  func weights(
    atLoss level: Double, rows: [Int], from start: [Double], training: Training, seed: UInt64
  ) throws -> [Double]? {
    let workspace = Workspace(for: network)
    func isAbove(_ x: [Double]) -> Bool { evaluate(rows: rows.span, at: x.span, in: workspace).loss > level }
    var loop = try TrainingLoop(loss: self, rows: rows, parameters: start, training: training, seed: seed)
    guard isAbove(start) else { return nil }
    for _ in 0..<training.epochs {
      let before = loop.parameters
      loop.runEpoch()
      let after = loop.parameters
      guard isAbove(after) else { return Self.crossing(before, after, isAbove) }
    }
    return nil
  }

  /// The point between `above` and `below` where the answer changes, to 2⁻³⁰ of the way.
  private static func crossing(_ above: [Double], _ below: [Double], _ isAbove: ([Double]) -> Bool) -> [Double] {
    func point(_ share: Double) -> [Double] { zip(above, below).map { $0 + share * ($1 - $0) } }
    var (low, high) = (0.0, 1.0)
    for _ in 0..<30 {
      let middle = 0.5 * (low + high)
      if isAbove(point(middle)) { low = middle } else { high = middle }
    }
    return point(high)
  }
}

/// 1 for every number of `own` that is smaller than the other's, else 0.
///
/// A training that never gets to where the two are compared has lost; where neither does, there is nothing smaller.
func areSmaller(_ own: [Double]?, than other: [Double]?, count: Int) -> [[Double]] {
  guard let own else { return [[Double]](repeating: [0], count: count) }
  guard let other else { return [[Double]](repeating: [1], count: count) }
  return zip(own, other).map { [$0 < $1 ? 1 : 0] }
}
