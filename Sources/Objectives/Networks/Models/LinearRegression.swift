import Networks
import Scalars

extension NetworkModel {
  /// Linear regression by least squares: a convex quadratic, whose minimizer Newton's method finds in one step.
  ///
  /// f(w, b) = mean of (w·p + b − y)² over rows with Gaussian features, y = 1, −2, 0.5 times them + 0.3 + noise.
  /// Source: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, Springer 2009, section 3.2.
  static let linearRegression = NetworkModel(
    info: ObjectiveInfo(
      id: "linear-regression", name: "Linear regression", formula: "mean of (w·p + b − y)² over drawn rows",
      dimensions: .fixed(4), character: "convex, a quadratic; one minimum", instances: .publishedOnly,
      source: "Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, Springer 2009, section 3.2"),
    options: [
      .whole("rows", 100, in: 5...10_000, "rows"),
      .number("noise", 0.5, in: 0...100, "standard deviation of y's noise"), .initialisation, .startScale, .dataSeed,
    ]
  ) { values in
    let loss = try NetworkLoss(
      network: MultilayerPerceptron(widths: [3, 1], loss: .meanSquaredError), dataset: regression(values))
    return NetworkObjective(id: values.id, training: loss, start: values.start, minimum: ConvexMinimum.newton(loss))
  }

  /// The rows of linear regression, which deep linear networks are trained with as well.
  static func regression(_ values: ModelValues) throws -> Dataset {
    var generator = SeededGenerator(seed: UInt64(values.whole("dataSeed")), axes: ["linear-regression"])
    return try Dataset.linearRegression(
      count: values.whole("rows"), weights: [1, -2, 0.5, 0.3], noise: values.number("noise"), using: &generator)
  }
}
