import Networks
import Scalars

extension NetworkModel {
  /// A polynomial of high degree through few noisy points: convex, badly conditioned, and too good to be true.
  ///
  /// f(w, b) = mean of (b + Σ wₖ tᵏ − y)², t uniform in [−1, 1), y = 0.5 − t + 2t³ + noise; tested on rows of the same kind.
  /// Source: Bishop, Pattern Recognition and Machine Learning, Springer 2006, section 1.1.
  static let polynomialRegression = NetworkModel(
    info: ObjectiveInfo(
      id: "polynomial-regression", name: "Polynomial regression",
      formula: "mean of (b + Σ wₖ tᵏ − y)² over few noisy points of a cubic",
      dimensions: .fixed(10), character: "convex, a badly conditioned quadratic; one minimum",
      instances: .publishedOnly, source: "Bishop, Pattern Recognition and Machine Learning, Springer 2006, section 1.1"),
    options: [
      .whole("degree", 9, in: 1...20, "the polynomial's degree"), .whole("rows", 20, in: 2...10_000, "points"),
      .number("noise", 0.3, in: 0...100, "standard deviation of y's noise"), .initialisation, .startScale, .dataSeed,
    ]
  ) { values in
    let network = try MultilayerPerceptron(widths: [values.whole("degree"), 1], loss: .meanSquaredError)
    var generator = SeededGenerator(seed: UInt64(values.whole("dataSeed")), axes: ["polynomial-regression"])
    func points(_ count: Int) throws -> NetworkLoss {
      try NetworkLoss(
        network: network,
        dataset: .polynomial(
          count: count, coefficients: [0.5, -1, 0, 2], degree: values.whole("degree"),
          noise: values.number("noise"), using: &generator))
    }
    let training = try points(values.whole("rows"))
    return NetworkObjective(
      id: values.id, training: training, test: try points(1000), start: values.start,
      minimum: ConvexMinimum.newton(training))
  }
}
