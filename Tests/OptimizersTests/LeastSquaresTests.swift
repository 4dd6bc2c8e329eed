import Objectives
import Scalars
import Testing

@testable import Optimizers

@Suite("Gauss–Newton and Levenberg–Marquardt")
struct LeastSquaresTests {
  static let ids = CatalogueContractTests.leastSquares

  @Test("One full step solves linear least squares: the regression line of four points", arguments: ids)
  func regressionLine(_ id: String) throws {
    // Normal equations: 4b + 6w = 16, 6b + 14w = 35, so b = 0.7 and w = 2.2; the minimum is 1.8/4.
    let line = try ObjectiveCatalogue.objective(Spec(parsing: "mse-linear-2"))
    let run = try descend(id, on: line, from: [1, 1], budget: 3)
    #expect(run.counts == EvaluationCounts(gradient: 2, hessian: 1))
    #expect((run.xLast[0] - 0.7).magnitude < 1e-13 && (run.xLast[1] - 2.2).magnitude < 1e-13)
    #expect((run.fLast - 0.45).magnitude < 1e-14)
  }

  @Test("Where residuals are large and curved they still end at a minimum: the single neuron's", arguments: ids)
  func neuron(_ id: String) throws {
    let neuron = try ObjectiveCatalogue.objective(Spec(parsing: "sigmoid-neuron"))
    for start in [[0.5, 0.5], [-0.5, 1], [2, -1]] {
      let run = try descend(id, on: neuron, from: start, budget: 5000)
      var (gradient, hessian) = ([0.0, 0], [0.0, 0, 0, 0])
      _ = neuron.value(at: run.xLast.span, gradient: &gradient)
      neuron.hessian(at: run.xLast.span, into: &hessian)
      #expect(run.fLast < neuron.value(at: start.span))
      #expect(gradient.maximumMagnitude < 1e-6, "\(start) \(run.xLast) \(run.reason)")
      #expect(hessian[0] * hessian[3] - hessian[1] * hessian[2] > -1e-9)
    }
  }

  @Test("Rosenbrock's minimum, where the residuals vanish, to rounding", arguments: ids)
  func rosenbrock(_ id: String) throws {
    let valley = try ObjectiveCatalogue.objective(Spec(parsing: "rosenbrock"))
    let run = try descend(id, on: valley, from: [-1.2, 1], budget: 200)
    #expect(run.fBest < 1e-20 && run.counts.total < 100)
  }

  @Test("What is shifted and rotated keeps its residuals", arguments: ids)
  func moved(_ id: String) throws {
    let valley = try ObjectiveCatalogue.objective(Spec(parsing: "rosenbrock[dimension=3,instance=3]"))
    let run = try descend(id, on: valley, from: valley.domain.center, budget: 2000)
    #expect(run.fBest < 1e-16, "\(run)")
  }

  @Test(
    "NaN residuals end the run as not finite; what is no sum of squares, or is seen with noise, is named",
    arguments: ids)
  func failures(_ id: String) throws {
    let noisy = try ObjectiveCatalogue.objective(Spec(parsing: "rosenbrock[gradientNoise=1]"))
    #expect(try descend(id, on: noisy, from: [0, 0], budget: 100).reason == .noSumOfSquares)
    let run = try descend(id, on: Rastrigin(dimension: 2), from: [0.3, 0.4], budget: 100)
    #expect(run.reason == .noSumOfSquares && run.counts == EvaluationCounts(gradient: 1))
    #expect(run.reason.description == "failed: the objective is not a sum of squares seen without noise")
  }
}
