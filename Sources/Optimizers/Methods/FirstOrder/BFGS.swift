import Objectives
import Scalars

/// x ← x − αHg, with H the inverse Hessian learnt by H ← (I − ρsyᵀ) H (I − ρysᵀ) + ρssᵀ, ρ = 1/s·y, s = Δx, y = Δg.
///
/// State: the iterate with its value and gradient, and the n × n matrix H. α by a strong Wolfe search from 1. Before its
/// first update H is (s·y/y·y) I, as Nocedal and Wright advise (6.20). Defaults: the first step of all, along −g, tries 1 %
/// of the domain's diagonal, which they leave open; no step is longer than the diagonal. A step without positive curvature
/// s·y teaches nothing. One value with gradient per trial step; O(n²) arithmetic. Where a search fails it starts again
/// from the gradient; where that fails too, rounding is reached: `.stepVanished`. Bounds: none.
struct BFGS: QuasiNewtonMethod {
  static let info = MethodInfo(
    id: "bfgs", name: "BFGS", order: .first,
    hyperparameters: [.firstStep, .gradientTolerance] + EarlyStopping.hyperparameters,
    source: "Broyden, J. Inst. Math. Appl. 6, 1970, doi:10.1093/imamat/6.1.76; Fletcher, Computer J. 13, 1970; "
      + "Goldfarb, Math. Comp. 24, 1970; Shanno, Math. Comp. 24, 1970")

  let firstStep: Double
  let tolerance: Double
  let earlyStopping: EarlyStopping

  init(_ hyperparameters: Hyperparameters) {
    firstStep = hyperparameters.real("firstStep")
    tolerance = hyperparameters.real("gradientTolerance")
    earlyStopping = EarlyStopping(hyperparameters)
  }

  func curvature(dimension: Int) -> InverseHessian { InverseHessian(dimension: dimension) }
}
