import Networks
import Scalars

extension MultilayerPerceptron {
  /// A random direction in which every unit's incoming weights move by `radius` times their length; all else stays.
  ///
  /// Source: Li, Xu, Taylor, Studer and Goldstein, Visualizing the Loss Landscape of Neural Nets, NeurIPS 2018, section 4.
  func filterNormalisedDirection(
    at x: [Double], radius: Double = 1, using generator: inout SeededGenerator
  ) -> [Double] {
    var result = [Double](repeating: 0, count: x.count)
    for layer in layers {
      for unit in 0..<layer.outputs {
        let start = layer.weights.lowerBound + unit * layer.inputs
        let own = start..<start + layer.inputs
        let direction = own.map { _ in generator.gaussian() }
        let length = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
        let norm = own.reduce(0) { $0 + x[$1] * x[$1] }.squareRoot()
        for (i, d) in zip(own, direction) { result[i] = radius * norm * d / length }
      }
    }
    return result
  }
}
