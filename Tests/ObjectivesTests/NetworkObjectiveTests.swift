import Foundation
import Networks
import Scalars
import Testing

@testable import Objectives

/// Losses of models as objectives: derivatives by two ways, minima by mathematics, mini-batches by their mean.
@Suite("Network objectives")
struct NetworkObjectiveTests {
  private static func model(_ text: String) throws -> NetworkObjective {
    try #require(try ObjectiveCatalogue.objective(Spec(parsing: text)) as? NetworkObjective)
  }

  private static func point(_ objective: NetworkObjective, _ seed: UInt64) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    return objective.drawStart(using: &generator).map { $0 + 0.1 * generator.gaussian() }
  }

  /// Small ones of every kind.
  private static let small = [
    "linear-regression", "polynomial-regression[degree=4]", "logistic-regression[points=20]", "deep-linear-network",
    "spirals-network[hidden=4,points=12]", "spirals-network[hidden=4,points=12,batchNormalisation=on]",
    "spirals-network[activation=relu,hidden=3,points=10]", "spirals-network[activation=logistic,hidden=3,points=10]",
  ]

  @Test("The catalogue lists exactly the files of Networks/Models")
  func files() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Objectives/Networks/Models")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
    #expect(names.count == ObjectiveCatalogue.models.count)
    for model in ObjectiveCatalogue.models {
      let typeName = model.info.id.split(separator: "-").map(\.capitalized).joined()
      #expect(names.contains("\(typeName).swift"))
      let objective = try Self.model(model.info.id)
      #expect(objective.id == model.info.id)
      #expect(model.info.dimensions == .fixed(objective.dimension))
    }
  }

  @Test("Reverse mode and the formula in dual numbers agree", arguments: small)
  func gradients(_ text: String) throws {
    let objective = try Self.model(text)
    let x = Self.point(objective, 3)
    let gradient = objective.gradient(at: x)
    var expected = x
    let value = gradientByDuals(at: x.span, into: &expected) { objective.evaluate($0) }
    #expect((objective.value(at: x) - value).magnitude <= 1e-13 * max(1, value.magnitude))
    for (own, other) in zip(gradient, expected) { #expect((own - other).magnitude < 1e-12) }
  }

  @Test("Hessians are the formula's in hyper-dual numbers", arguments: small)
  func hessians(_ text: String) throws {
    let objective = try Self.model(text)
    let (x, n) = (Self.point(objective, 4), objective.dimension)
    let hessian = objective.hessian(at: x)
    // Of normalised layers, products are differences of gradients.
    let tolerance = text.contains("batchNormalisation") ? 1e-6 : 1e-11
    for row in 0..<n {
      for column in 0..<n {
        let variables = (0..<n).map { HyperDual(variable: x[$0], isFirst: $0 == row, lane: $0 == column ? 0 : -1) }
        let exact = objective.evaluate(variables.span).mixed[0]
        #expect((hessian[row * n + column] - exact).magnitude < tolerance, "\(row), \(column)")
      }
    }
  }

  @Test("Eight points at once have the bits of eight evaluations", arguments: small.prefix(5))
  func lanes(_ text: String) throws {
    let objective = try Self.model(text)
    let points = (0..<UInt64(Lanes.width)).map { Self.point(objective, $0) }
    let x = (0..<objective.dimension).map { i in
      var lanes = Lanes(0)
      for (lane, point) in points.enumerated() { lanes.values[lane] = point[i] }
      return lanes
    }
    var gradient = [Lanes](repeating: Lanes(0), count: x.count)
    let values = objective.lanes(at: x.span, gradient: &gradient)
    #expect(values.values == objective.lanes(at: x.span).values)
    for (lane, point) in points.enumerated() {
      #expect(values.values[lane] == objective.value(at: point))
      #expect(gradient.map { $0.values[lane] } == objective.gradient(at: point))
    }
  }

  @Test(
    "Least squares have the minimum that the normal equations give",
    arguments: ["linear-regression", "linear-regression[rows=7,noise=3,dataSeed=2]", "polynomial-regression[degree=3]"])
  func normalEquations(_ text: String) throws {
    let objective = try Self.model(text)
    let data = objective.training.dataset
    guard case .values(let y, _) = data.target else { throw CancellationError() }
    let n = data.featureCount + 1
    let rows = (0..<data.count).map { Array(data.features[$0 * (n - 1)..<($0 + 1) * (n - 1)]) + [1] }
    // [XᵀX | Xᵀy] by Gauss's elimination.
    var table = (0..<n).map { i in
      (0..<n).map { j in rows.reduce(0) { $0 + $1[i] * $1[j] } } + [zip(rows, y).reduce(0) { $0 + $1.0[i] * $1.1 }]
    }
    for k in 0..<n {
      for i in k + 1..<n {
        let factor = table[i][k] / table[k][k]
        for j in k...n { table[i][j] -= factor * table[k][j] }
      }
    }
    var w = [Double](repeating: 0, count: n)
    for k in (0..<n).reversed() {
      w[k] = (table[k][n] - (k + 1..<n).reduce(0) { $0 + table[k][$1] * w[$1] }) / table[k][k]
    }
    let residuals = zip(rows, y).map { row, y in zip(row, w).reduce(-y) { $0 + $1.0 * $1.1 } }
    let least = residuals.reduce(0) { $0 + $1 * $1 } / Double(rows.count)
    #expect((objective.minimum.value - least).magnitude < 1e-12)
    for (own, other) in zip(try #require(objective.minimum.minimizers.first), w) {
      #expect((own - other).magnitude < 1e-9)
    }
  }

  @Test("Of convex losses the stated minimum is stationary, and nothing near or far lies below it")
  func convexMinima() throws {
    for text in ["logistic-regression", "logistic-regression[dataSeed=5,points=30]", "polynomial-regression"] {
      let objective = try Self.model(text)
      let minimizer = try #require(objective.minimum.minimizers.first)
      #expect(objective.domain.contains(minimizer))
      #expect(objective.value(at: minimizer) == objective.minimum.value)
      #expect(objective.gradient(at: minimizer).allSatisfy { $0.magnitude < 1e-9 })
      var generator = SeededGenerator(seed: 1)
      for scale in [1e-3, 0.1, 3] {
        for _ in 0..<50 {
          let x = minimizer.map { $0 + scale * generator.gaussian() }
          #expect(objective.value(at: x) >= objective.minimum.value)
        }
      }
    }
  }

  @Test("A deep linear network's minimum is that of its linear regression, and a product of layers attains it")
  func deepLinear() throws {
    let (single, deep) = (try Self.model("linear-regression"), try Self.model("deep-linear-network[layers=2,width=1]"))
    let w = try #require(single.minimum.minimizers.first)
    #expect(deep.minimum.value == single.minimum.value)
    // First layer w, no bias; second layer 1, with the bias.
    let value = deep.value(at: [w[0], w[1], w[2], 0, 1, w[3]])
    #expect((value - deep.minimum.value).magnitude < 1e-14)
  }

  @Test("The batches of an epoch average to the whole, which the record measures once an epoch")
  func batches() throws {
    let objective = try #require(
      try ObjectiveCatalogue.objective(Spec(parsing: "linear-regression[batch=20]")) as? MiniBatchObjective)
    let x = [0.3, -0.2, 1.1, 0.5]
    var oracle = objective.oracle(seed: 8)
    var (mean, gradient) = ([Double](repeating: 0, count: 4), [Double](repeating: 0, count: 4))
    for batch in 0..<15 {
      let estimate = oracle.value(at: x.span, gradient: &gradient)
      #expect(estimate.exact == (batch % 5 == 0 ? objective.value(at: x) : nil))
      for i in 0..<4 { mean[i] += gradient[i] / 15 }
    }
    for (own, whole) in zip(mean, objective.gradient(at: x)) { #expect((own - whole).magnitude < 1e-14) }
  }

  @Test("Dropout leaves out the units that chance says, and the record measures the whole network")
  func dropout() throws {
    let objective = try #require(
      try ObjectiveCatalogue.objective(Spec(parsing: "spirals-network[hidden=1,points=2,dropout=0.25]"))
        as? MiniBatchObjective)
    #expect(objective.id == "spirals-network[hidden=1,points=2,dropout=0.25]")
    let model = try #require(objective.exact as? NetworkObjective)
    let x = [1.2, -0.7, 0.3, 2, -1.5, 0.1, -0.2]
    // Row by row the unit is gone, or multiplied by 4/3: 16 values, in binomial shares.
    func loss(_ row: Int, factor: Double) -> Double {
      var y = x
      (y[3], y[4]) = (factor * x[3], factor * x[4])
      return model.value(ofTerms: [row].span, at: y.span)
    }
    let losses = (0..<4).map { row in (gone: loss(row, factor: 0), kept: loss(row, factor: 4.0 / 3)) }
    let mean = losses.reduce(0) { $0 + (0.25 * $1.gone + 0.75 * $1.kept) / 4 }
    let variance = losses.reduce(0) { $0 + 0.25 * 0.75 * ($1.gone - $1.kept) * ($1.gone - $1.kept) / 16 }
    var oracle = objective.oracle(seed: 3)
    var (sum, count) = (0.0, 0)
    var gradient = x
    for draw in 0..<20_000 {
      let estimate =
        draw.isMultiple(of: 2) ? oracle.value(at: x.span) : oracle.value(at: x.span, gradient: &gradient)
      #expect(estimate.exact == model.value(at: x))
      sum += estimate.sampled
      count += 1
    }
    #expect((sum / Double(count) - mean).magnitude < 5 * (variance / Double(count)).squareRoot())
  }

  @Test("Points that hidden units' order and signs tell apart have one canonical form")
  func canonicalForms() throws {
    let xor = XorNetwork()
    let x = try #require(xor.minimum.minimizers.first).enumerated().map { $1 + 0.01 * Double($0) }
    let exchanged = [3, 4, 5, 0, 1, 2, 7, 6, 8].map { x[$0] }
    var flipped = x
    for i in [0, 1, 2, 6] { flipped[i].negate() }
    let form = xor.canonicalForm(of: x)
    #expect((xor.value(at: form) - xor.value(at: x)).magnitude < 1e-15)
    #expect(xor.canonicalForm(of: exchanged) == form)
    #expect(xor.canonicalForm(of: flipped) == form)
    #expect(xor.canonicalForm(of: x.map { $0 + 0.1 }) != form)
    let model = try Self.model("spirals-network[hidden=2]")
    #expect(model.canonicalForm(of: Self.point(model, 1)).count == model.dimension)
  }

  @Test("Starts are drawn as the initialisation says, and scaled")
  func starts() throws {
    func start(_ text: String) throws -> [Double] {
      var generator = SeededGenerator(seed: 6)
      return try Self.model(text).drawStart(using: &generator)
    }
    let (own, twice) = (try start("digits-network"), try start("digits-network[startScale=2]"))
    // Glorot and Bengio: ±√(6/(64 + 16)) and ±√(6/(16 + 10)), biases 0.
    let first = own.prefix(64 * 16)
    #expect(first.allSatisfy { $0.magnitude <= (6.0 / 80).squareRoot() })
    #expect(first.map(\.magnitude).max() ?? 0 > 0.99 * (6.0 / 80).squareRoot())
    #expect(own[1024..<1040].allSatisfy { $0 == 0 })
    #expect(zip(own, twice).allSatisfy { 2 * $0 == $1 })
    let he = try start("digits-network[initialisation=he]").prefix(1024)
    // Variance 2/64 within five standard errors.
    let variance = he.reduce(0) { $0 + $1 * $1 } / 1024
    #expect((variance * 32 - 1).magnitude < 5 * (2.0 / 1024).squareRoot())
  }

  @Test("Rows to train with, to stop by and to test on share none and are all of the digits")
  func parts() throws {
    let objective = try Self.model("digits-network[rows=1000,validation=100]")
    #expect(objective.termCount == 1000)
    #expect(objective.validation?.dataset.count == 100)
    #expect(objective.test?.dataset.count == 697)
    let parts = [objective.training, try #require(objective.validation), try #require(objective.test)]
    func rows(_ data: Dataset) -> [[Double]] { (0..<data.count).map { Array(data.features[$0 * 64..<$0 * 64 + 64]) } }
    let all = try rows(Dataset.digits()).sorted { $0.lexicographicallyPrecedes($1) }
    #expect(parts.flatMap { rows($0.dataset) }.sorted { $0.lexicographicallyPrecedes($1) } == all)
  }

  @Test("Mistakes in a model's options are named, all at once")
  func mistakes() {
    func messages(_ text: String) -> [String] {
      do throws(InvalidInputs) {
        _ = try ObjectiveCatalogue.objective(try! Spec(parsing: text))
        return []
      } catch { return error.all.map(\.description) }
    }
    #expect(
      messages("digits-network[hidden=0,activaton=relu,batchNormalisation=yes]") == [
        "digits-network.hidden: '0' is not allowed; expected a whole number from 1 to 256",
        "digits-network option: 'activaton' is not allowed; did you mean 'activation'?",
        "digits-network.batchNormalisation: 'yes' is not allowed; expected one of off, on",
      ])
    #expect(messages("digit-network") == ["objective: 'digit-network' is not allowed; did you mean 'digits-network'?"])
    #expect(
      messages("digits-network[batch=301]") == [
        "digits-network.batch: '301' is not allowed; digits-network has 300 terms"
      ])
  }

  @Test("A resolved specification names what differs from the defaults, in the order of declaration")
  func specifications() throws {
    let text = "digits-network[activation=relu,rows=200,hidden=16,startScale=1.0]"
    #expect(try Self.model(text).id == "digits-network[rows=200,activation=relu]")
  }
}
