import Objectives
import Scalars

/// x ← x − αHg, with H the inverse Hessian as the last m pairs s = Δx, y = Δg describe it.
///
/// State: the iterate with its value and gradient, and m pairs. H g by the two-loop recursion from H₀ = (s·y/y·y) I; α by a
/// strong Wolfe search from 1. Defaults: m = 10, within the 3 to 20 that Nocedal and Wright find good; the first step of
/// all, along −g, tries 1 % of the domain's diagonal, so that it depends on neither f's scale nor that of x (they leave it
/// open); no step is longer than the diagonal. A pair without positive curvature s·y is left out. Where a search fails
/// it starts again from the gradient; where that fails too, rounding is reached: `.stepVanished`. Bounds: none.
struct LBFGS: QuasiNewtonMethod {
  static let info = MethodInfo(
    id: "l-bfgs", name: "L-BFGS", order: .first,
    hyperparameters: [
      .integer("memory", default: 10, in: 1...100, meaning: "pairs of steps and gradient changes remembered, m"),
      .firstStep, .gradientTolerance,
    ] + EarlyStopping.hyperparameters,
    source: "Liu and Nocedal, On the Limited Memory BFGS Method, Math. Programming 45, 1989")

  let firstStep: Double
  let tolerance: Double
  let earlyStopping: EarlyStopping
  private let memory: Int

  init(_ hyperparameters: Hyperparameters) {
    memory = hyperparameters.integer("memory")
    firstStep = hyperparameters.real("firstStep")
    tolerance = hyperparameters.real("gradientTolerance")
    earlyStopping = EarlyStopping(hyperparameters)
  }

  func curvature(dimension: Int) -> CurvaturePairs { CurvaturePairs(capacity: memory, dimension: dimension) }
}
