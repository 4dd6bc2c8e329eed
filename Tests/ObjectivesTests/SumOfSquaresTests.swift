import Foundation
import Objectives
import Scalars
import Testing

@Suite("Sums of squares")
struct SumOfSquaresTests {
  static let ids = [
    "beale", "booth", "colville", "dixon-price[dimension=6]", "himmelblau", "linear-net-saddle", "mse-linear-2",
    "powell-singular", "rosenbrock[dimension=7]", "sigmoid-neuron", "sphere[dimension=3]", "zakharov[dimension=4]",
  ]

  @Test("the squares of the residuals add up to f, and their gradients to ∇f", arguments: ids, ["", "instance=2"])
  func agrees(_ id: String, _ option: String) throws {
    let spec = option.isEmpty ? id : id.hasSuffix("]") ? "\(id.dropLast()),\(option)]" : "\(id)[\(option)]"
    guard let objective = try? ObjectiveCatalogue.objective(Spec(parsing: spec)) else { return }
    let squares = try #require(objective.sumOfSquares)
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<50 {
      let x = zip(objective.domain.lower, objective.domain.upper).map { $0 + ($1 - $0) * generator.uniform() }
      var (gradient, term) = (x, x)
      let value = objective.value(at: x.span, gradient: &gradient)
      var (sum, slopes) = (0.0, x.map { _ in 0.0 })
      for i in 0..<squares.residualCount {
        let residual = squares.residual(i, at: x.span, gradient: &term)
        sum += residual * residual
        for k in x.indices { slopes[k] += 2 * residual * term[k] }
      }
      #expect(abs(sum - value) <= 1e-12 * max(1, value), "\(spec) at \(x)")
      let scale = gradient.map(abs).max() ?? 0
      #expect(zip(gradient, slopes).allSatisfy { abs($0 - $1) <= 1e-10 * max(1, scale) }, "\(spec) at \(x)")
    }
  }

  @Test("the Gauss–Newton matrix is the Hessian where residuals are linear: Booth's, 10 and 8 beside the diagonal")
  func booth() throws {
    let squares = try #require(try ObjectiveCatalogue.objective(Spec(parsing: "booth")).sumOfSquares)
    var matrix = [0.0, 0, 0, 0]
    squares.gaussNewtonMatrix(at: [3, -2].span, into: &matrix)
    #expect(matrix == [10, 8, 8, 10])
  }

  @Test("what is not a sum of squares has no residuals, nor has what is seen with noise")
  func none() throws {
    for id in ["rastrigin", "ackley", "rosenbrock[gradientNoise=1]", "mse-linear-2[batch=1]"] {
      #expect(try ObjectiveCatalogue.objective(Spec(parsing: id)).sumOfSquares == nil, "\(id)")
    }
  }
}
