import Networks
import Scalars
import Testing

@Suite("Data sets")
struct DatasetTests {
  @Test("The digits are those of the repository: so many of each class, pixels from 0 to 1")
  func digits() throws {
    let data = try Dataset.digits()
    #expect(data.count == 1797)
    guard case .labels(let labels, 10) = data.target else { return #expect(Bool(false)) }
    let counts = (0..<10).map { digit in labels.count { $0 == digit } }
    #expect(counts == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180])
    #expect(data.features.min() == 0 && data.features.max() == 1)
    #expect(data.features[2] == 5.0 / 16)
  }

  @Test("A split has every row once")
  func split() throws {
    var generator = SeededGenerator(seed: 1)
    let split = try Dataset.digits().split(validation: 0.1, test: 0.2, using: &generator)
    #expect((split.train + split.validation + split.test).sorted() == Array(0..<1797))
    #expect(split.validation.count == 180 && split.test.count == 359)
  }

  @Test("Label noise changes the share that is asked for, and nothing elsewhere")
  func labelNoise() throws {
    var generator = SeededGenerator(seed: 1)
    let data = try Dataset.digits()
    let noisy = try data.withLabelNoise(0.25, on: Array(0..<1000), using: &generator)
    guard case .labels(let before, _) = data.target, case .labels(let after, _) = noisy.target else { return }
    let changed = (0..<1797).filter { before[$0] != after[$0] }
    #expect(changed.count == 250)
    #expect(changed.allSatisfy { $0 < 1000 })
  }

  @Test("Exclusive or and spirals have the classes that their definitions give")
  func generated() throws {
    var generator = SeededGenerator(seed: 1)
    let xor = try Dataset.xor(using: &generator)
    #expect(xor.features == [-1, -1, -1, 1, 1, -1, 1, 1])
    #expect(xor.target == .labels([0, 1, 1, 0], classCount: 2))
    let spirals = try Dataset.twoSpirals(count: 50, using: &generator)
    // The spirals are each other's mirror images in the origin.
    for k in 0..<50 {
      #expect(spirals.features[4 * k] == -spirals.features[4 * k + 2])
      #expect(spirals.features[4 * k + 1] == -spirals.features[4 * k + 3])
    }
    let cubic = try Dataset.polynomial(count: 5, coefficients: [1, 0, 0, 2], degree: 3, noise: 0, using: &generator)
    guard case .values(let values, _) = cubic.target else { return }
    for i in 0..<5 { #expect((values[i] - (1 + 2 * cubic.features[3 * i + 2])).magnitude < 1e-15) }
  }

  @Test("What is malformed is refused with its key")
  func malformed() throws {
    func key(_ body: () throws -> Void) -> String? {
      do { try body() } catch { return (error as? InvalidModel)?.key }
      return nil
    }
    let labels = Dataset.Target.labels([0, 1], classCount: 2)
    #expect(key { _ = try Dataset(features: [1, 2, 3], featureCount: 2, target: labels) } == "features")
    #expect(key { _ = try Dataset(features: [1, .nan], featureCount: 1, target: labels) } == "features")
    #expect(key { _ = try Dataset(features: [1, 2], featureCount: 0, target: labels) } == "featureCount")
    #expect(key { _ = try Dataset(features: [1], featureCount: 1, target: labels) } == "labels")
    #expect(
      key { _ = try Dataset(features: [1], featureCount: 1, target: .labels([2], classCount: 2)) } == "labels")
    #expect(key { _ = try Dataset(features: [1], featureCount: 1, target: .values([], width: 1)) } == "values")
    #expect(key { _ = try MultilayerPerceptron(widths: [3]) } == "widths")
    #expect(key { _ = try MultilayerPerceptron(widths: [3, 0, 2]) } == "widths")
    #expect(key { _ = try MultilayerPerceptron(widths: [3, 2], l2: -1) } == "l2")
    let data = try Dataset(features: [1, 2], featureCount: 1, target: labels)
    #expect(
      key { _ = try NetworkLoss(network: MultilayerPerceptron(widths: [2, 2]), dataset: data) } == "widths")
    let real = try Dataset(features: [1, 2], featureCount: 1, target: .values([1, 2], width: 1))
    #expect(key { _ = try NetworkLoss(network: MultilayerPerceptron(widths: [1, 1]), dataset: real) } == "loss")
    let loss = try NetworkLoss(network: MultilayerPerceptron(widths: [1, 2]), dataset: data)
    let start = [Double](repeating: 0, count: 4)
    let all = DataSplit(train: [0, 1])
    #expect(key { _ = try Training(batchSize: 0).run(loss, from: start, on: all, seed: 1) } == "batchSize")
    #expect(key { _ = try Training(dropout: 1).run(loss, from: start, on: all, seed: 1) } == "dropout")
    #expect(key { _ = try Training(patience: 3).run(loss, from: start, on: all, seed: 1) } == "validation")
    #expect(key { _ = try Training().run(loss, from: [0], on: all, seed: 1) } == "parameters")
    #expect(key { _ = try Training().run(loss, from: start, on: DataSplit(train: [2]), seed: 1) } == "rows")
    #expect(key { _ = try Training(update: .adam(rate: .nan)).run(loss, from: start, on: all, seed: 1) } == "rate")
  }

  @Test("The quick hyperbolic tangent is within 2 units in the last place, as far as one within 1.1 tells")
  func quickTanh() {
    for k in -4000...4000 {
      let x = Double(k) / 181 * (k.isMultiple(of: 2) ? 1 : 1e-3)
      let quick = Elementary.quickTanh(Lanes(x)).values[3]
      #expect((quick - Elementary.tanh(x)).magnitude <= 3.1 * Elementary.tanh(x).ulp, "\(x)")
    }
    #expect(Elementary.quickTanh(Lanes(.nan)).values[0].isNaN)
    #expect(Elementary.quickTanh(Lanes(-.infinity)).values[0] == -1)
    #expect(Elementary.quickTanh(Lanes(-0.0)).values[0].sign == .minus)
  }
}
