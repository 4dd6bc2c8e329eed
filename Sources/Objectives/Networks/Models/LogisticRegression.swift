import Networks
import Scalars

extension NetworkModel {
  /// Logistic regression on two overlapping clouds of points: convex, a line of minimizers.
  ///
  /// f(W, b) = mean of −log softmax(W p + b)[cloud], two classes with weights of their own, of which only differences
  /// count; no line separates the clouds, so that the minimum is attained. It is found by Newton's method.
  /// Source: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, Springer 2009, section 4.4.
  static let logisticRegression = NetworkModel(
    info: ObjectiveInfo(
      id: "logistic-regression", name: "Logistic regression",
      formula: "mean of −log softmax(W p + b)[cloud] over two overlapping Gaussian clouds in the plane",
      dimensions: .fixed(6), character: "convex, smooth; minimizers along three directions", instances: .publishedOnly,
      source: "Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, Springer 2009, section 4.4"),
    options: [
      .whole("points", 60, in: 20...1000, "points of each cloud"), .initialisation, .startScale, .dataSeed,
    ]
  ) { values in
    var generator = SeededGenerator(seed: UInt64(values.whole("dataSeed")), axes: ["logistic-regression"])
    var features: [Double] = []
    let labels = (0..<2 * values.whole("points")).map { $0 % 2 }
    for label in labels {
      for _ in 0..<2 { features.append((label == 0 ? -0.5 : 0.5) + generator.gaussian()) }
    }
    let data = try Dataset(features: features, featureCount: 2, target: .labels(labels, classCount: 2))
    let loss = try NetworkLoss(network: MultilayerPerceptron(widths: [2, 2]), dataset: data)
    return NetworkObjective(id: values.id, training: loss, start: values.start, minimum: ConvexMinimum.newton(loss))
  }
}
