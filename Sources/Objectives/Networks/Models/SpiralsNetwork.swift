import Networks
import Scalars

extension NetworkModel {
  /// Two interleaved spirals told apart by one hidden layer, cross-entropy: a hard problem for a small network.
  ///
  /// After Lang and Witbrock, Learning to Tell Two Spirals Apart, Connectionist Models Summer School 1988.
  static let spiralsNetwork = NetworkModel(
    info: ObjectiveInfo(
      id: "spirals-network", name: "Two-spirals network",
      formula: "mean of −log softmax(W₂ σ(W₁ p + b₁) + b₂)[spiral] over two interleaved spirals",
      dimensions: .fixed(2 * 8 + 8 + 8 * 2 + 2),
      character: "non-convex; a network with one hidden layer; no value below 0", instances: .publishedOnly,
      source: "after Lang and Witbrock, Learning to Tell Two Spirals Apart (1988)"),
    options: [
      .whole("hidden", 8, in: 1...128, "units of the hidden layer"),
      .whole("points", 50, in: 2...1000, "points of each spiral"),
      .number("noise", 0.02, in: 0...1, "standard deviation of the points' noise"),
      .activation, .batchNormalisation, .dropout, .l2, .initialisation, .startScale, .dataSeed,
    ]
  ) { values in
    let network = try MultilayerPerceptron(
      widths: [2, values.whole("hidden"), 2], activation: values.activation,
      l2: values.number("l2"), batchNormalisation: values.choice("batchNormalisation") == "on")
    var generator = SeededGenerator(seed: UInt64(values.whole("dataSeed")), axes: ["spirals-network"])
    func spirals() throws -> NetworkLoss {
      try NetworkLoss(
        network: network,
        dataset: .twoSpirals(count: values.whole("points"), noise: values.number("noise"), using: &generator))
    }
    return NetworkObjective(
      id: values.id, training: try spirals(), test: try spirals(), start: values.start,
      dropout: values.number("dropout"), minimum: .nothingBelowZero)
  }
}
