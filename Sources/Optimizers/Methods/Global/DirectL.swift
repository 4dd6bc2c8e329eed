import Objectives

/// DIRECT biased toward local search: the longest side is a rectangle's size, and one rectangle of a size is cut at a time.
///
/// State and steps are those of `direct`; there are fewer sizes and so fewer rectangles to cut in an iteration, which
/// suits functions with few local minima. Of equals, the rectangle made first is cut. Default ε = 10⁻⁴.
struct DirectL: DividingRectanglesMethod {
  static let info = MethodInfo(
    id: "direct-l", name: "DIRECT-L", order: .zeroth, bounds: .inside, hyperparameters: [.directEpsilon],
    source: "Gablonsky and Kelley, A Locally-Biased Form of the DIRECT Algorithm, J. Global Optim. 21, 2001, "
      + "doi:10.1023/A:1017930332101")

  let search: DividingRectangles

  init(_ hyperparameters: Hyperparameters) {
    search = DividingRectangles(measure: .halfLongestSide, cutsTies: false, epsilon: hyperparameters.real("epsilon"))
  }
}
