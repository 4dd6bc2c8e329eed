import Networks
import Scalars

/// The plane through a network's weights in two random directions, each as long as the weights it moves.
///
/// Source: Li, Xu, Taylor, Studer and Goldstein, Visualizing the Loss Landscape of Neural Nets, NeurIPS 2018, section 4:
/// pictures of nets with small weights and with large ones then have one scale. Biases and gains stay as they are.
public struct FilterNormalisedPlane: WeightPlane {
  /// What has the length of its own weights.
  public enum Normalisation: String, Sendable, Hashable, CaseIterable {
    /// What goes into one unit.
    case filter
    /// What goes into one layer.
    case layer
  }

  public let origin: [Double]
  public let directions: [[Double]]
  public let normalisation: Normalisation

  /// - Parameter origin: one number a parameter of `network`, the weights not all 0.
  public init(
    of network: MultilayerPerceptron, at origin: [Double], normalisation: Normalisation = .filter,
    using generator: inout SeededGenerator
  ) {
    precondition(origin.count == network.parameterCount, "one number a parameter")
    self.origin = origin
    self.normalisation = normalisation
    directions = (0..<2).map { _ in
      switch normalisation {
      case .filter: network.filterNormalisedDirection(at: origin, using: &generator)
      case .layer: network.layerNormalisedDirection(at: origin, using: &generator)
      }
    }
  }
}

extension MultilayerPerceptron {
  /// A random direction in which the weights of every layer move by their length; all else stays.
  fileprivate func layerNormalisedDirection(at x: [Double], using generator: inout SeededGenerator) -> [Double] {
    var result = [Double](repeating: 0, count: x.count)
    for layer in layers {
      let direction = layer.weights.map { _ in generator.gaussian() }
      let own = Array(x[layer.weights])
      let factor = (dot(own, own) / dot(direction, direction)).squareRoot()
      for (i, d) in zip(layer.weights, direction) { result[i] = factor * d }
    }
    return result
  }
}
