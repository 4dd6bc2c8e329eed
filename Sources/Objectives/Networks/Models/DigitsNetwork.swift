import Networks
import Scalars

extension NetworkModel {
  /// Handwritten digits: 64 pixels, one hidden layer, ten classes, cross-entropy.
  ///
  /// f(W₁, b₁, W₂, b₂) = mean over the rows of −log softmax(W₂ σ(W₁ p + b₁) + b₂)[digit]. No loss is below 0, which is
  /// approached and not attained where the network separates the rows. Rows that are not trained with are for testing.
  /// Source: Alpaydin and Kaynak, Optical Recognition of Handwritten Digits, UCI (1998), DOI 10.24432/C50P49.
  static let digitsNetwork = NetworkModel(
    info: ObjectiveInfo(
      id: "digits-network", name: "Digits network",
      formula: "mean of −log softmax(W₂ σ(W₁ p + b₁) + b₂)[digit] over handwritten digits of 64 pixels",
      dimensions: .fixed(64 * 16 + 16 + 16 * 10 + 10),
      character: "non-convex; a network with one hidden layer; no value below 0", instances: .publishedOnly,
      source: "made for this catalogue; data: Alpaydin and Kaynak, UCI Machine Learning Repository (1998), "
        + "DOI 10.24432/C50P49, CC BY 4.0"),
    options: [
      .whole("hidden", 16, in: 1...256, "units of the hidden layer"),
      .whole("rows", 300, in: 10...1500, "rows to train with"),
      .whole("validation", 0, in: 0...200, "rows that decide when to stop, for methods with patience; all others test"),
      .number("labelNoise", 0, in: 0...1, "share of the training rows whose label is wrong"),
      .activation, .batchNormalisation, .dropout, .l2, .initialisation, .startScale, .dataSeed,
    ]
  ) { values in
    let network = try MultilayerPerceptron(
      widths: [64, values.whole("hidden"), 10], activation: values.activation,
      l2: values.number("l2"), batchNormalisation: values.choice("batchNormalisation") == "on")
    let data = try digits.get()
    var generator = SeededGenerator(seed: UInt64(values.whole("dataSeed")), axes: ["digits-network"])
    let order = Array(0..<data.count).shuffled(using: &generator)
    let seen = Array(order.prefix(values.whole("rows")))
    let aside = Array(order.dropFirst(seen.count).prefix(values.whole("validation")))
    let noisy =
      values.number("labelNoise") > 0
      ? try data.withLabelNoise(values.number("labelNoise"), on: seen, using: &generator) : data
    return NetworkObjective(
      id: values.id, training: try NetworkLoss(network: network, dataset: noisy.subset(seen)),
      validation: aside.isEmpty ? nil : try NetworkLoss(network: network, dataset: data.subset(aside)),
      test: try NetworkLoss(
        network: network, dataset: data.subset(Array(order.dropFirst(seen.count + aside.count)))),
      start: values.start, dropout: values.number("dropout"), minimum: .nothingBelowZero)
  }

  /// Read once.
  static let digits = Result { try Dataset.digits() }
}
