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
      var moved = x
      for layer in network.layers {
        for unit in 0..<layer.outputs {
          let own =
            layer.weights.lowerBound + unit * layer.inputs..<layer.weights.lowerBound + (unit + 1) * layer.inputs
          let direction = own.map { _ in generator.gaussian() }
          let length = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
          let norm = own.reduce(0) { $0 + x[$1] * x[$1] }.squareRoot()
          for (i, d) in zip(own, direction) { moved[i] += radius * norm * d / length }
        }
      }
      total += evaluate(rows: rows.span, at: moved.span, in: workspace).loss - base
    }
    return total / Double(directions)
  }

  /// The largest eigenvalue of the Hessian of the loss on `rows`, by Lanczos steps.
  func leadingCurvature(at x: [Double], rows: [Int], seed: UInt64, steps: Int = 30) -> Double {
    var generator = SeededGenerator(seed: seed, axes: ["curvature"])
    let workspace = CurvatureWorkspace(for: network)
    let spectrum = Lanczos(dimension: x.count, steps: steps, using: &generator) { direction, product in
      hessianProduct(ofRows: rows.span, at: x.span, with: direction.span, into: &product, in: workspace)
    }
    return spectrum.values.first ?? .nan
  }
}
