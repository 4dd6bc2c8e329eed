import Objectives
import Scalars

/// xₖ₊₁ = xₖ − η ∇f(xₖ).
public struct GradientDescent: Optimizer {
  public static let info = MethodInfo(
    id: "gradient-descent", name: "Gradient descent", order: .first,
    hyperparameters: [
      .real("learningRate", default: 0.001, .init(above: 0), meaning: "step length per unit of gradient, η")
    ],
    source: "Cauchy, C. R. Acad. Sci. Paris 25, 1847")

  public struct State: IterateHolding {
    public var x: [Double]
    var gradient: [Double]
  }

  private let learningRate: Double

  public init(_ hyperparameters: Hyperparameters) {
    learningRate = hyperparameters.real("learningRate")
  }

  public func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    State(x: x, gradient: Array(repeating: 0, count: x.count))
  }

  public func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    _ = try evaluator.value(at: state.x, gradient: &state.gradient)
    for i in state.x.indices { state.x[i] -= learningRate * state.gradient[i] }
  }
}
