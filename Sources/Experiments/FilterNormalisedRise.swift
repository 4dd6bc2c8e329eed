import Networks
import Scalars

extension NetworkLoss {
  /// How much the loss on `rows` rises, on average, when every unit's incoming weights move by a share of their length
  /// in a random direction.
  ///
  /// Filter-normalised as by Li, Xu, Taylor, Studer and Goldstein, Visualizing the Loss Landscape of Neural Nets,
  /// NeurIPS 2018: a net whose units are rescaled has the same rise.
  func rise(around x: [Double], rows: [Int], radius: Double, directions: Int, seed: UInt64) -> Double {
    var generator = SeededGenerator(seed: seed, axes: ["sharpness"])
    let workspace = Workspace(for: network)
    let base = evaluate(rows: rows.span, at: x.span, in: workspace).loss
    var total = 0.0
    for _ in 0..<directions {
      let direction = network.filterNormalisedDirection(at: x, radius: radius, using: &generator)
      let moved = zip(x, direction).map { $0 + $1 }
      total += evaluate(rows: rows.span, at: moved.span, in: workspace).loss - base
    }
    return total / Double(directions)
  }
}
