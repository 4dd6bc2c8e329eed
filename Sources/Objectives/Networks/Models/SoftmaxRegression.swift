import Networks
import Scalars

extension NetworkModel {
  /// Softmax regression on handwritten digits with a penalty: convex, in 650 dimensions.
  ///
  /// f(W, b) = mean over all 1,797 rows of −log softmax(W p + b)[digit] + ½λ‖W‖², λ = 0.01. The minimum is that of an
  /// implementation apart from this one, Newton's method on the same function in double precision.
  /// Source: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, Springer 2009, section 4.4.
  static let softmaxRegression = NetworkModel(
    info: ObjectiveInfo(
      id: "softmax-regression", name: "Softmax regression",
      formula: "mean of −log softmax(W p + b)[digit] over handwritten digits of 64 pixels, + ½·0.01·‖W‖²",
      dimensions: .fixed(650), character: "convex, smooth; one minimum up to a constant added to all biases",
      instances: .publishedOnly,
      source: "Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, Springer 2009; data: Alpaydin "
        + "and Kaynak, UCI Machine Learning Repository (1998), DOI 10.24432/C50P49, CC BY 4.0"),
    options: [.initialisation, .startScale]
  ) { values in
    let network = try MultilayerPerceptron(widths: [64, 10], l2: 0.01)
    return NetworkObjective(
      id: values.id, training: try NetworkLoss(network: network, dataset: digits.get()), start: values.start,
      minimum: KnownMinimum(value: 0.7385140818752104, minimizers: [], listsAll: false))
  }
}
