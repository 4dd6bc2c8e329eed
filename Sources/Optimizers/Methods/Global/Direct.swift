import Objectives

/// DIRECT: cuts the domain into ever smaller rectangles, wherever some Lipschitz constant would allow the minimum to lie.
///
/// State: the rectangles with the values at their centres, and the incumbent, which is the iterate. The first step evaluates
/// the start, which the rectangles never learn of, the second the domain's centre. Each further one is an iteration: of the
/// rectangles of equal size, measured from centre to vertex, those with the lowest value are on the lower right convex hull of
/// size and value or not; those on it that promise f_min − `epsilon` |f_min| or less are cut into thirds along all their longest
/// sides, that with the lowest new value first. Nothing is random, and every point lies inside the domain.
///
/// Default ε = 10⁻⁴, the paper's, though 0 converges sooner where the minimum is far from 0. The run ends with
/// `.stepVanished` when rounding leaves nothing to cut. +∞ and NaN count as 10²⁰⁰.
struct Direct: DividingRectanglesMethod {
  static let info = MethodInfo(
    id: "direct", name: "DIRECT", order: .zeroth, bounds: .inside, hyperparameters: [.directEpsilon],
    source: "Jones, Perttunen and Stuckman, Lipschitzian Optimization without the Lipschitz Constant, J. Optim. Theory "
      + "Appl. 79, 1993, doi:10.1007/BF00941892")

  let search: DividingRectangles

  init(_ hyperparameters: Hyperparameters) {
    search = DividingRectangles(measure: .halfDiagonal, cutsTies: true, epsilon: hyperparameters.real("epsilon"))
  }
}
