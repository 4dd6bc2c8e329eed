import Scalars
import Testing

@testable import Networks

@Suite("Symmetries of networks")
struct SymmetryTests {
  static let cases: [(Activation, Bool, [Int])] = Activation.allCases.flatMap { activation in
    [false, true].flatMap { isNormalised in
      [(activation, isNormalised, [3, 9, 3]), (activation, isNormalised, [3, 6, 5, 3])]
    }
  }

  static func makeLoss(_ activation: Activation, _ isNormalised: Bool, _ widths: [Int]) throws -> NetworkLoss {
    var generator = SeededGenerator(seed: 5)
    let features = (0..<60).map { _ in generator.gaussian() }
    let labels = (0..<20).map { _ in generator.index(below: 3) }
    let data = try Dataset(features: features, featureCount: 3, target: .labels(labels, classCount: 3))
    let network = try MultilayerPerceptron(widths: widths, activation: activation, batchNormalisation: isNormalised)
    return try NetworkLoss(network: network, dataset: data)
  }

  static func parameters(_ network: MultilayerPerceptron, _ generator: inout SeededGenerator) -> [Double] {
    (0..<network.parameterCount).map { _ in generator.gaussian() }
  }

  /// The same function in disguise: every symmetry that there is, at random.
  static func disguised(
    _ x: [Double], _ network: MultilayerPerceptron, _ generator: inout SeededGenerator
  ) -> [Double] {
    var y = x
    for index in 0..<network.layers.count - 1 {
      let units = HiddenUnits(of: network, layer: index)
      units.permute(&y, order: Array(0..<units.count).shuffled(using: &generator))
      for unit in 0..<units.count {
        if units.canFlip, generator.uniform() < 0.5 { units.flip(&y, unit: unit) }
        if units.canRescale { units.rescale(&y, unit: unit, by: 0.25 + generator.uniform()) }
      }
    }
    return y
  }

  @Test("a network in disguise answers the same, has the same canonical form and no distance", arguments: cases)
  func disguise(activation: Activation, isNormalised: Bool, widths: [Int]) throws {
    let loss = try Self.makeLoss(activation, isNormalised, widths)
    let (network, rows) = (loss.network, Array(0..<20))
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<5 {
      let x = Self.parameters(network, &generator)
      let y = Self.disguised(x, network, &generator)
      #expect(zip(x, y).contains { ($0 - $1).magnitude > 0.1 })
      let answers = [x, y, network.canonicalForm(of: x), network.aligned(y, to: x)].map {
        NaiveNetwork.answers(loss, rows: rows, $0).flatMap(\.self)
      }
      for other in answers.dropFirst() {
        #expect(zip(answers[0], other).allSatisfy { ($0 - $1).magnitude < 1e-11 })
      }
      let forms = [x, y].map { network.canonicalForm(of: $0) }
      #expect(zip(forms[0], forms[1]).allSatisfy { ($0 - $1).magnitude < 1e-11 })
      #expect(network.distance(from: x, to: y) < 1e-10)
      #expect(network.isSameFunction(x, as: y))
    }
  }

  @Test("networks that answer differently are not the same, however near", arguments: cases)
  func different(activation: Activation, isNormalised: Bool, widths: [Int]) throws {
    let network = try Self.makeLoss(activation, isNormalised, widths).network
    var generator = SeededGenerator(seed: 8)
    let x = Self.parameters(network, &generator)
    #expect(!network.isSameFunction(x, as: Self.parameters(network, &generator), tolerance: 0.1))
    var near = x
    near[network.layers[1].weights.lowerBound] += 1e-3
    let hidden = Self.disguised(near, network, &generator)
    #expect(!network.isSameFunction(x, as: hidden, tolerance: 1e-6))
    #expect(network.isSameFunction(x, as: hidden, tolerance: 1e-2))
  }

  @Test("aligning never leads further away, and finds a network again behind noise")
  func alignment() throws {
    let network = try MultilayerPerceptron(widths: [4, 12, 8, 3])
    var generator = SeededGenerator(seed: 11)
    func distance(_ a: [Double], _ b: [Double]) -> Double {
      zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    for _ in 0..<5 {
      let x = Self.parameters(network, &generator)
      let stranger = Self.parameters(network, &generator)
      #expect(distance(x, network.aligned(stranger, to: x)) < distance(x, stranger))
      let noisy = x.map { $0 + 0.05 * generator.gaussian() }
      let found = network.aligned(Self.disguised(noisy, network, &generator), to: x)
      #expect(distance(found, noisy) < 1e-20)
    }
  }

  @Test("an assignment costs as little as the best of all permutations")
  func assignment() {
    var generator = SeededGenerator(seed: 2)
    func permutations(_ items: [Int]) -> [[Int]] {
      guard !items.isEmpty else { return [[]] }
      return items.flatMap { first in permutations(items.filter { $0 != first }).map { [first] + $0 } }
    }
    for n in 1...6 {
      let costs = (0..<n * n).map { _ in (10 * generator.gaussian()).rounded() }
      func cost(_ columns: [Int]) -> Double {
        columns.enumerated().reduce(0) { $0 + costs[$1.offset * n + $1.element] }
      }
      let found = Assignment(costs: costs, count: n).columns
      #expect(found.sorted() == Array(0..<n))
      #expect(cost(found) == permutations(Array(0..<n)).map(cost).min())
    }
  }
}
