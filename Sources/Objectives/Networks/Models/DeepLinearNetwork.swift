import Networks
import Scalars

extension NetworkModel {
  /// Linear layers one after the other: non-convex, yet every local minimum is global; saddles where layers vanish.
  ///
  /// The product of the layers can be any linear map, so that f* is that of linear regression on the same rows.
  /// Source: Kawaguchi, Deep Learning without Poor Local Minima, NeurIPS 2016; Baldi and Hornik, Neural Networks 2 (1989).
  static let deepLinearNetwork = NetworkModel(
    info: ObjectiveInfo(
      id: "deep-linear-network", name: "Deep linear network",
      formula: "mean of (W₃(W₂(W₁ p + b₁) + b₂) + b₃ − y)² over the rows of linear-regression",
      dimensions: .fixed(3 * 3 + 3 + 3 * 3 + 3 + 3 + 1),
      character: "non-convex; every local minimum is global, saddles", instances: .publishedOnly,
      source: "Kawaguchi, Deep Learning without Poor Local Minima, NeurIPS 2016"),
    options: [
      .whole("layers", 3, in: 2...10, "layers of weights"), .whole("width", 3, in: 1...64, "units of a hidden layer"),
      .whole("rows", 100, in: 5...10_000, "rows"),
      .number("noise", 0.5, in: 0...100, "standard deviation of y's noise"), .initialisation, .startScale, .dataSeed,
    ]
  ) { values in
    let data = try regression(values)
    let hidden = Array(repeating: values.whole("width"), count: values.whole("layers") - 1)
    let network = try MultilayerPerceptron(widths: [3] + hidden + [1], activation: .identity, loss: .meanSquaredError)
    let single = try NetworkLoss(network: MultilayerPerceptron(widths: [3, 1], loss: .meanSquaredError), dataset: data)
    return NetworkObjective(
      id: values.id, training: try NetworkLoss(network: network, dataset: data), start: values.start,
      minimum: KnownMinimum(value: ConvexMinimum.newton(single).value, minimizers: [], listsAll: false))
  }
}
