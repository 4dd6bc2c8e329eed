import Networks
import Scalars
import Testing

@Suite("Curvature")
struct CurvatureTests {
  @Test("Lanczos finds the spectrum of the second difference matrix")
  func knownSpectrum() {
    var generator = SeededGenerator(seed: 1)
    let n = 30
    let result = Lanczos(dimension: n, steps: n, using: &generator) { v, image in
      for i in 0..<n { image[i] = 2 * v[i] - (i > 0 ? v[i - 1] : 0) - (i < n - 1 ? v[i + 1] : 0) }
    }
    #expect(result.values.count == n)
    // 2 − 2 cos(kπ/(n + 1)).
    for k in 1...n {
      let known = 2 - 2 * Elementary.cosPi(Double(n + 1 - k) / Double(n + 1))
      #expect((result.values[k - 1] - known).magnitude < 1e-12)
    }
  }

  @Test("The leading value of a few steps lies within its residual of an eigenvalue")
  func residuals() {
    var generator = SeededGenerator(seed: 4)
    let result = Lanczos(dimension: 200, steps: 12, using: &generator) { v, image in
      for i in v.indices { image[i] = Double(i * i) * v[i] }
    }
    for (value, residual) in zip(result.values, result.residuals) {
      let nearest = (0..<200).map { (Double($0 * $0) - value).magnitude }.min() ?? .infinity
      #expect(nearest <= residual + 1e-9)
    }
  }

  @Test("The trace of a diagonal matrix is exact, and of a full one within its error")
  func trace() {
    var generator = SeededGenerator(seed: 3)
    let diagonal = HutchinsonTrace(dimension: 10, samples: 3, using: &generator) { v, image in
      for i in v.indices { image[i] = Double(i) * v[i] }
    }
    #expect(diagonal.mean == 45)
    #expect(diagonal.standardError == 0)
    let full = HutchinsonTrace(dimension: 10, samples: 400, using: &generator) { v, image in
      let sum = v.reduce(0, +)
      for i in v.indices { image[i] = sum + v[i] }
    }
    // The matrix of ones plus the identity.
    #expect((full.mean - 20).magnitude < 4 * full.standardError)
    #expect(full.standardError < 1)
  }

  @Test("Softmax regression on digits is convex: no curvature is negative")
  func softmaxIsConvex() throws {
    let network = try MultilayerPerceptron(widths: [64, 10])
    let loss = try NetworkLoss(network: network, dataset: .digits())
    var generator = SeededGenerator(seed: 8)
    let x = network.initialParameters(.gaussian(deviation: 0.5), using: &generator)
    let rows = Array(0..<300)
    let workspace = CurvatureWorkspace(for: network)
    let spectrum = Lanczos(dimension: x.count, steps: 40, using: &generator) { v, image in
      loss.hessianProduct(ofRows: rows.span, at: x.span, with: v.span, into: &image, in: workspace)
    }
    #expect(try #require(spectrum.values.last) > -1e-12)
    #expect(try #require(spectrum.values.first) > 0.01)
  }

  @Test("A linear regression's gradient is 0 at the closed-form minimum, and training goes there")
  func linearRegression() throws {
    var generator = SeededGenerator(seed: 6)
    let data = try Dataset.linearRegression(count: 50, weights: [1.5, -0.5], noise: 0.3, using: &generator)
    guard case .values(let y, _) = data.target else { return }
    let (meanX, meanY) = (data.features.reduce(0, +) / 50, y.reduce(0, +) / 50)
    let slope =
      zip(data.features, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
      / data.features.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
    let minimizer = [slope, meanY - slope * meanX]
    let loss = try NetworkLoss(
      network: MultilayerPerceptron(widths: [1, 1], loss: .meanSquaredError), dataset: data)
    var gradient = [0.0, 0.0]
    let rows = Array(0..<50)
    _ = loss.value(ofRows: rows.span, at: minimizer.span, gradient: &gradient, in: Workspace(for: loss.network))
    #expect(gradient.allSatisfy { $0.magnitude < 1e-14 })
    let training = Training(update: .momentum(rate: 0.1), batchSize: 50, epochs: 500)
    let run = try training.run(loss, from: [0, 0], on: DataSplit(train: rows), seed: 1)
    #expect(zip(run.parameters, minimizer).allSatisfy { ($0 - $1).magnitude < 1e-12 })
  }
}
