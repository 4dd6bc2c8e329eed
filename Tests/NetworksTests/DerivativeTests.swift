import Networks
import Scalars
import Testing

@Suite("Derivatives of networks")
struct DerivativeTests {
  static let cases: [(Activation, Loss, [Int])] = Activation.allCases.flatMap { activation in
    Loss.allCases.flatMap { loss in
      [(activation, loss, [3, 3]), (activation, loss, [3, 9, 3]), (activation, loss, [3, 5, 4, 3])]
    }
  }

  /// 70 rows, more than one chunk and no multiple of a tile.
  static func makeLoss(_ activation: Activation, _ loss: Loss, _ widths: [Int]) throws -> (NetworkLoss, [Double]) {
    var generator = SeededGenerator(seed: 5)
    let features = (0..<210).map { _ in generator.gaussian() }
    let labels = (0..<70).map { _ in generator.index(below: 3) }
    let data = try Dataset(features: features, featureCount: 3, target: .labels(labels, classCount: 3))
    let network = try MultilayerPerceptron(widths: widths, activation: activation, loss: loss, l2: 0.01)
    let x = (0..<network.parameterCount).map { _ in 0.7 * generator.gaussian() }
    return (try NetworkLoss(network: network, dataset: data), x)
  }

  @Test("Value and gradient agree with dual numbers through a naive forward pass", arguments: cases)
  func duals(activation: Activation, kind: Loss, widths: [Int]) throws {
    let (loss, x) = try Self.makeLoss(activation, kind, widths)
    let rows = Array(0..<70)
    var gradient = [Double](repeating: 0, count: x.count)
    let value = loss.value(ofRows: rows.span, at: x.span, gradient: &gradient, in: Workspace(for: loss.network))
    #expect((value - NaiveNetwork.loss(loss, rows: rows, x)).magnitude < 1e-13)
    for start in stride(from: 0, to: x.count, by: Dual.width) {
      let duals = x.enumerated().map { i, v in
        (start..<start + Dual.width).contains(i) ? Dual(variable: v, lane: i - start) : Dual(v)
      }
      let dual = NaiveNetwork.loss(loss, rows: rows, duals)
      for i in start..<min(start + Dual.width, x.count) {
        #expect((gradient[i] - dual.partials[i - start]).magnitude < 1e-13, "parameter \(i)")
      }
    }
  }

  @Test("A Hessian's product is the difference of gradients", arguments: cases)
  func hessianProduct(activation: Activation, kind: Loss, widths: [Int]) throws {
    let (loss, x) = try Self.makeLoss(activation, kind, widths)
    let rows = Array(0..<70)
    var generator = SeededGenerator(seed: 9)
    let v = x.map { _ in generator.gaussian() }
    var product = x
    loss.hessianProduct(
      ofRows: rows.span, at: x.span, with: v.span, into: &product, in: CurvatureWorkspace(for: loss.network))
    let h = 1e-6
    let workspace = Workspace(for: loss.network)
    var (ahead, behind) = (x, x)
    let (forth, back) = (zip(x, v).map { $0 + h * $1 }, zip(x, v).map { $0 - h * $1 })
    _ = loss.value(ofRows: rows.span, at: forth.span, gradient: &ahead, in: workspace)
    _ = loss.value(ofRows: rows.span, at: back.span, gradient: &behind, in: workspace)
    // The third derivative times h², and rounding over h.
    for i in x.indices { #expect(((ahead[i] - behind[i]) / (2 * h) - product[i]).magnitude < 1e-8, "parameter \(i)") }
  }

  @Test("A gradient is the central difference of values, for real targets too")
  func differences() throws {
    var generator = SeededGenerator(seed: 2)
    let data = try Dataset.linearRegression(count: 13, weights: [1, -2, 0.5], noise: 0.1, using: &generator)
    let network = try MultilayerPerceptron(widths: [2, 6, 1], loss: .meanSquaredError, l2: 0.1)
    let loss = try NetworkLoss(network: network, dataset: data)
    let x = network.initialParameters(.he, using: &generator)
    let rows = [3, 1, 12, 12, 0]
    let workspace = Workspace(for: network)
    var gradient = x
    _ = loss.value(ofRows: rows.span, at: x.span, gradient: &gradient, in: workspace)
    for i in x.indices {
      var (ahead, behind) = (x, x)
      ahead[i] += 1e-5
      behind[i] -= 1e-5
      let difference =
        loss.value(ofRows: rows.span, at: ahead.span, in: workspace)
        - loss.value(ofRows: rows.span, at: behind.span, in: workspace)
      #expect((difference / 2e-5 - gradient[i]).magnitude < 1e-8)
    }
  }

  @Test("Exchanging hidden units leaves the loss as it is")
  func permutation() throws {
    let (loss, x) = try Self.makeLoss(.tanh, .crossEntropy, [3, 9, 3])
    let layers = loss.network.layers
    var exchanged = x
    for i in 0..<3 {
      exchanged.swapAt(layers[0].weights.lowerBound + 2 * 3 + i, layers[0].weights.lowerBound + 7 * 3 + i)
    }
    exchanged.swapAt(layers[0].biases.lowerBound + 2, layers[0].biases.lowerBound + 7)
    for o in 0..<3 {
      exchanged.swapAt(layers[1].weights.lowerBound + o * 9 + 2, layers[1].weights.lowerBound + o * 9 + 7)
    }
    #expect(exchanged != x)
    let workspace = Workspace(for: loss.network)
    let rows = Array(0..<70)
    let values = [x, exchanged].map { loss.value(ofRows: rows.span, at: $0.span, in: workspace) }
    #expect((values[0] - values[1]).magnitude < 1e-14)
  }
}
