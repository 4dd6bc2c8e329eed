import Scalars

/// A fully connected network: affine layers with an activation between them, and none behind the last.
///
/// Its parameters are one flat array: layer by layer the weights, row-major as outputs × inputs, then the biases, one an
/// output, and where the layer is batch-normalised the gains γ, one an output. Widths [d, k] are linear regression with
/// the squared loss and softmax regression with cross-entropy, of which logistic regression is the case k = 2.
public struct MultilayerPerceptron: Sendable, Hashable {
  /// Features, hidden layers, outputs.
  public let widths: [Int]
  public let activation: Activation
  public let loss: Loss
  /// λ in the penalty ½λ Σ w² over all weights, biases and gains excepted.
  public let l2: Double
  /// Whether every hidden layer's inputs of the activation are normalised over the rows given: y = γ(z − μ)/√(σ² + ε) + β.
  ///
  /// μ and σ², the variance over n and not n − 1, are each unit's over the rows of one call; ε is 1e-5. A bias before it
  /// would be taken away with μ, so the layer's biases are β instead, and start at 0; γ starts at 1. Of one row, y = β.
  /// Source: Ioffe and Szegedy, Batch Normalization: Accelerating Deep Network Training by Reducing Internal Covariate
  /// Shift, ICML 2015.
  public private(set) var batchNormalisation: Bool

  /// Throws `InvalidModel` where a width is below 1 or λ is negative or not finite.
  public init(
    widths: [Int], activation: Activation = .tanh, loss: Loss = .crossEntropy, l2: Double = 0,
    batchNormalisation: Bool = false
  ) throws(InvalidModel) {
    guard widths.count > 1 else { throw InvalidModel("widths", "\(widths)", allowed: "2 or more: features … outputs") }
    if let bad = widths.first(where: { $0 < 1 }) { throw InvalidModel("widths", bad, allowed: "1 or more units") }
    guard l2 >= 0, l2.isFinite else { throw InvalidModel("l2", l2, allowed: "a finite number, 0 or more") }
    self.widths = widths
    self.activation = activation
    self.loss = loss
    self.l2 = l2
    self.batchNormalisation = batchNormalisation
  }

  /// The same network with no layer normalised.
  public var withoutNormalisation: MultilayerPerceptron {
    var network = self
    network.batchNormalisation = false
    return network
  }

  /// One affine layer: where its weights and biases stand among the parameters.
  public struct Layer: Sendable, Hashable {
    public let inputs: Int
    public let outputs: Int
    /// Of outputs × inputs numbers.
    public let weights: Range<Int>
    /// β of a normalised layer.
    public let biases: Range<Int>
    /// γ of a normalised layer; empty of others.
    public let gains: Range<Int>
  }

  /// The layers in order.
  public var layers: [Layer] {
    var start = 0
    return (1..<widths.count).map { l in
      let (inputs, outputs) = (widths[l - 1], widths[l])
      let middle = start + inputs * outputs
      let end = middle + outputs
      let isNormalised = batchNormalisation && l < widths.count - 1
      let gains = end..<end + (isNormalised ? outputs : 0)
      defer { start = gains.upperBound }
      return Layer(inputs: inputs, outputs: outputs, weights: start..<middle, biases: middle..<end, gains: gains)
    }
  }

  public var parameterCount: Int {
    let gains = batchNormalisation ? widths.dropFirst().dropLast().reduce(0, +) : 0
    return zip(widths, widths.dropFirst()).reduce(gains) { $0 + ($1.0 + 1) * $1.1 }
  }
}
