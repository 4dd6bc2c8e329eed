import Networks
import Scalars
import Testing

@testable import Experiments

@Suite("Deep linear networks")
struct LinearNetworkTests {
  @Test("the lowest errors by rank are those of a design worked out by hand")
  func reducedRank() {
    // Columns x₁ = (1, −1, 0, 0) and x₂ = (0, 0, 1, −1), shifted; y₁ = 3x₁ + (1, 1, −1, −1) and y₂ = 2x₂ + 5. The fit's
    // squared singular values are 18 and 8, the rest's squares sum up to 4; a mean is over 8 numbers.
    let design: [Double] = [1, 0, -1, 0, 0, 1, 0, -1]
    let features = design.enumerated().map { $1 + ($0.isMultiple(of: 2) ? 7 : -2) }
    let values: [Double] = [4, 5, -2, 5, -1, 7, -1, 3]
    let minima = ReducedRankRegression(features: features, featureCount: 2, values: values, width: 2).minima
    #expect(minima.count == 3)
    for (own, exact) in zip(minima, [30.0 / 8, 12.0 / 8, 4.0 / 8]) { #expect(abs(own - exact) < 1e-13) }
  }

  @Test("no network of a rank gets below what the formula says, and the best gets there")
  func lowerBound() throws {
    var generator = SeededGenerator(seed: 3)
    let features = (0..<60).map { _ in generator.gaussian() }
    let values = (0..<60).map { _ in generator.gaussian() }
    let minima = ReducedRankRegression(features: features, featureCount: 3, values: values, width: 3).minima
    let data = try Dataset(features: features, featureCount: 3, target: .values(values, width: 3))
    let rows = Array(0..<20)
    for rank in 1...2 {
      let network = try MultilayerPerceptron(widths: [3, rank, 3], activation: .identity, loss: .meanSquaredError)
      let loss = try NetworkLoss(network: network, dataset: data)
      var lowest = Double.infinity
      for seed in 1...3 {
        let start = network.initialParameters(using: &generator)
        let training = Training(update: .momentum(rate: 0.05, momentum: 0.9), batchSize: 20, epochs: 4000)
        let run = try training.run(loss, from: start, on: DataSplit(train: rows), seed: UInt64(seed))
        let end = loss.evaluate(rows, at: run.parameters).loss
        #expect(end > minima[rank] - 1e-12)
        lowest = min(lowest, end)
      }
      #expect(lowest - minima[rank] < 1e-9)
    }
  }

  @Test("a deep linear network ends at the global minimum from random weights, and stays on the saddle at 0")
  func ends() throws {
    #expect(try DeepLinear.end(widths: [5, 4, 2, 4, 4], seed: 1) == .globalMinimum)
    #expect(try DeepLinear.end(widths: [5, 4, 2, 4, 4], seed: 1, factor: 0) == .saddle)
  }

  @Test("weights that are all 0 never learn spirals, for all units stay alike")
  func zeros() throws {
    #expect(try InitialWeights().replicate(seed: 5)[0] == [0])
  }
}
