import Scalars

/// A fully connected network: affine layers with an activation between them, and none behind the last.
///
/// Its parameters are one flat array: layer by layer the weights, row-major as outputs × inputs, then the biases, one an
/// output. Widths [d, k] are linear regression with the squared loss and softmax regression with cross-entropy, of
/// which logistic regression is the case k = 2.
public struct MultilayerPerceptron: Sendable, Hashable {
  /// Features, hidden layers, outputs.
  public let widths: [Int]
  public let activation: Activation
  public let loss: Loss
  /// λ in the penalty ½λ Σ w² over all weights, biases excepted.
  public let l2: Double

  /// Throws `InvalidModel` where a width is below 1 or λ is negative or not finite.
  public init(
    widths: [Int], activation: Activation = .tanh, loss: Loss = .crossEntropy, l2: Double = 0
  ) throws(InvalidModel) {
    guard widths.count > 1 else { throw InvalidModel("widths", "\(widths)", allowed: "2 or more: features … outputs") }
    if let bad = widths.first(where: { $0 < 1 }) { throw InvalidModel("widths", bad, allowed: "1 or more units") }
    guard l2 >= 0, l2.isFinite else { throw InvalidModel("l2", l2, allowed: "a finite number, 0 or more") }
    self.widths = widths
    self.activation = activation
    self.loss = loss
    self.l2 = l2
  }

  /// One affine layer: where its weights and biases stand among the parameters.
  public struct Layer: Sendable, Hashable {
    public let inputs: Int
    public let outputs: Int
    /// Of outputs × inputs numbers.
    public let weights: Range<Int>
    public let biases: Range<Int>
  }

  /// The layers in order.
  public var layers: [Layer] {
    var start = 0
    return zip(widths, widths.dropFirst()).map { inputs, outputs in
      let middle = start + inputs * outputs
      defer { start = middle + outputs }
      return Layer(inputs: inputs, outputs: outputs, weights: start..<middle, biases: middle..<middle + outputs)
    }
  }

  public var parameterCount: Int { zip(widths, widths.dropFirst()).reduce(0) { $0 + ($1.0 + 1) * $1.1 } }
}
