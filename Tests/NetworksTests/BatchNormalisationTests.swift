import Networks
import Scalars
import Testing

@Suite("Batch normalisation")
struct BatchNormalisationTests {
  static let cases: [(Activation, Loss, [Int])] = Activation.allCases.flatMap { activation in
    Loss.allCases.flatMap { loss in
      [(activation, loss, [3, 3]), (activation, loss, [3, 9, 3]), (activation, loss, [3, 5, 4, 3])]
    }
  }

  /// 150 rows, more than two chunks and no multiple of a tile, at parameters with no structure.
  static func makeLoss(_ activation: Activation, _ loss: Loss, _ widths: [Int]) throws -> (NetworkLoss, [Double]) {
    var generator = SeededGenerator(seed: 5)
    let features = (0..<450).map { _ in generator.gaussian() }
    let labels = (0..<150).map { _ in generator.index(below: 3) }
    let data = try Dataset(features: features, featureCount: 3, target: .labels(labels, classCount: 3))
    let network = try MultilayerPerceptron(
      widths: widths, activation: activation, loss: loss, l2: 0.01, batchNormalisation: true)
    let x = (0..<network.parameterCount).map { _ in 0.7 * generator.gaussian() }
    return (try NetworkLoss(network: network, dataset: data), x)
  }

  @Test("value and gradient agree with dual numbers through statistics written down row by row", arguments: cases)
  func duals(activation: Activation, kind: Loss, widths: [Int]) throws {
    let (loss, x) = try Self.makeLoss(activation, kind, widths)
    let rows = Array(0..<150)
    var gradient = [Double](repeating: 0, count: x.count)
    let value = loss.value(ofRows: rows.span, at: x.span, gradient: &gradient, in: Workspace(for: loss.network))
    #expect((value - NaiveNetwork.loss(loss, rows: rows, x)).magnitude < 1e-13)
    for start in stride(from: 0, to: x.count, by: Dual.width) {
      let duals = x.enumerated().map { i, v in
        (start..<start + Dual.width).contains(i) ? Dual(variable: v, lane: i - start) : Dual(v)
      }
      let dual = NaiveNetwork.loss(loss, rows: rows, duals)
      for i in start..<min(start + Dual.width, x.count) {
        #expect((gradient[i] - dual.partials[i - start]).magnitude < 1e-12, "parameter \(i)")
      }
    }
  }

  @Test("parameters are weights, shifts and gains, layer by layer, and start as the paper says")
  func layout() throws {
    let network = try MultilayerPerceptron(widths: [3, 5, 4, 2], batchNormalisation: true)
    var next = 0
    for (layer, gains) in zip(network.layers, [5, 4, 0]) {
      #expect(layer.weights.lowerBound == next)
      #expect(layer.biases.lowerBound == layer.weights.upperBound)
      #expect(layer.gains.lowerBound == layer.biases.upperBound && layer.gains.count == gains)
      next = layer.gains.upperBound
    }
    #expect(network.parameterCount == next)
    #expect(network.withoutNormalisation.parameterCount == next - 9)
    var generator = SeededGenerator(seed: 1)
    let x = network.initialParameters(using: &generator)
    for layer in network.layers {
      #expect(layer.biases.allSatisfy { x[$0] == 0 } && layer.gains.allSatisfy { x[$0] == 1 })
    }
  }

  @Test("scaling and shifting what a normalised unit sums up changes no answer")
  func invariance() throws {
    let (loss, x) = try Self.makeLoss(.tanh, .crossEntropy, [3, 9, 3])
    var scaled = x
    for i in loss.network.layers[0].weights { scaled[i] *= 64 }
    let rows = Array(0..<150)
    let workspace = Workspace(for: loss.network)
    let before = loss.answers(toRows: rows, at: x, in: workspace)
    let after = loss.answers(toRows: rows, at: scaled, in: workspace)
    // ε is no longer the same share of the variance.
    #expect(zip(before, after).allSatisfy { ($0 - $1).magnitude < 1e-3 })
    #expect(before != after)
  }

  @Test("a folded network answers as its training rows made it, to one row too", arguments: Activation.allCases)
  func folding(activation: Activation) throws {
    let (loss, x) = try Self.makeLoss(activation, .crossEntropy, [3, 5, 4, 3])
    let rows = Array(0..<100)
    let folded = loss.folded(at: x, statisticsOf: rows, in: Workspace(for: loss.network))
    #expect(!folded.loss.network.batchNormalisation)
    let workspace = Workspace(for: folded.loss.network)
    let naive = NaiveNetwork.answers(loss, rows: rows, x)
    for row in rows {
      let own = folded.loss.answers(toRows: [row], at: folded.parameters, in: workspace)
      #expect(zip(own, naive[row]).allSatisfy { ($0 - $1).magnitude < 1e-12 })
    }
  }

  @Test("a Hessian's product is the difference of values' differences")
  func hessianProduct() throws {
    let (loss, x) = try Self.makeLoss(.tanh, .crossEntropy, [3, 5, 4, 3])
    let rows = Array(0..<150)
    var generator = SeededGenerator(seed: 9)
    let (u, v) = (x.map { _ in generator.gaussian() }, x.map { _ in generator.gaussian() })
    var product = x
    loss.hessianProduct(
      ofRows: rows.span, at: x.span, with: v.span, into: &product, in: CurvatureWorkspace(for: loss.network))
    func value(_ a: Double, _ b: Double) -> Double {
      NaiveNetwork.loss(loss, rows: rows, x.indices.map { x[$0] + a * u[$0] + b * v[$0] })
    }
    let h = 1e-4
    let mixed = (value(h, h) - value(h, -h) - value(-h, h) + value(-h, -h)) / (4 * h * h)
    let own = zip(u, product).reduce(0) { $0 + $1.0 * $1.1 }
    // Fourth derivatives times h², and rounding over h².
    #expect((own - mixed).magnitude < 1e-5 * (1 + mixed.magnitude))
    var zero = x
    let none = x.map { _ in 0.0 }
    loss.hessianProduct(
      ofRows: rows.span, at: x.span, with: none.span, into: &zero, in: CurvatureWorkspace(for: loss.network))
    #expect(zero == none)
  }

  @Test("a small normalised network reads digits, with dropout and a penalty, and replays bit for bit")
  func training() throws {
    let data = try Dataset.digits()
    let network = try MultilayerPerceptron(widths: [64, 32, 10], activation: .relu, l2: 1e-4, batchNormalisation: true)
    let loss = try NetworkLoss(network: network, dataset: data)
    var generator = SeededGenerator(seed: 2)
    let split = try data.split(validation: 0.2, test: 0.2, using: &generator)
    let start = network.initialParameters(.he, using: &generator)
    let training = Training(epochs: 40, dropout: 0.2, patience: 30)
    let run = try training.run(loss, from: start, on: split, seed: 1)
    #expect(run == (try training.run(loss, from: start, on: split, seed: 1)))
    let best = run.history[run.bestEpoch]
    #expect(try #require(best.test?.accuracy) > 0.93)
    let folded = loss.folded(at: run.parameters, statisticsOf: split.train, in: Workspace(for: network))
    let again = folded.loss.evaluate(
      rows: split.test.span, at: folded.parameters.span, in: Workspace(for: folded.loss.network))
    #expect(again == best.test)
  }

  @Test("a workspace that has grown answers to any number of rows as a new one does")
  func reuse() throws {
    let (loss, x) = try Self.makeLoss(.relu, .crossEntropy, [3, 5, 4, 3])
    let workspace = Workspace(for: loss.network)
    for count in [3, 150, 70, 1, 64, 149, 65] {
      let rows = Array(0..<count)
      var (own, fresh) = (x, x)
      let value = loss.value(ofRows: rows.span, at: x.span, gradient: &own, in: workspace)
      let other = loss.value(ofRows: rows.span, at: x.span, gradient: &fresh, in: Workspace(for: loss.network))
      #expect(value == other && own == fresh)
    }
  }

  @Test("a batch of one row answers with what the shifts give")
  func oneRow() throws {
    let (loss, x) = try Self.makeLoss(.tanh, .crossEntropy, [3, 4, 3])
    let workspace = Workspace(for: loss.network)
    let answers = loss.answers(toRows: [7], at: x, in: workspace)
    let layers = loss.network.layers
    for o in 0..<3 {
      var sum = x[layers[1].biases.lowerBound + o]
      for i in 0..<4 {
        sum += x[layers[1].weights.lowerBound + o * 4 + i] * Double.tanh(x[layers[0].biases.lowerBound + i])
      }
      #expect((answers[o] - sum).magnitude < 1e-14)
    }
  }
}
