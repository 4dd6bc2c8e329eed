import Objectives
import Scalars

/// What an enclosure of the Hessian says of the curvature in a box.
struct HessianBox: Sendable {
  let box: [Interval]
  let inertia: Inertia
  /// Whether no matrix of the enclosure has a negative eigenvalue.
  let isSemidefinite: Bool
  /// Whether the Hessian is constant over the box to rounding, so that parts of it tell no more than the whole.
  let isConstant: Bool

  init(_ objective: any Objective, over box: [Interval]) {
    let n = box.count
    var gradient = box
    var hessian = [Interval](repeating: 0, count: n * n)
    _ = objective.hessianEnclosure(over: box, gradient: &gradient, into: &hessian)
    self.box = box
    inertia = Inertia(hessian, dimension: n)
    isSemidefinite = inertia.isPositiveDefinite || Self.hasDominantDiagonal(hessian, n)
    let scale = hessian.reduce(0) { Swift.max($0, $1.magnitude) }
    isConstant = scale.isFinite && hessian.allSatisfy { $0.width <= 1e-13 * scale }
  }

  /// Whether every diagonal element is at least the sum of its row's others, which zeros may be.
  private static func hasDominantDiagonal(_ hessian: [Interval], _ n: Int) -> Bool {
    (0..<n).allSatisfy { i in
      let others = (0..<n).reduce(Interval(0)) { sum, j in
        j == i ? sum : sum + Interval(hessian[i * n + j].magnitude)
      }
      return hessian[i * n + i].lower >= others.upper
    }
  }

  var volume: Double { box.reduce(1) { $0 * ($1.upper - $1.lower) } }

  /// The halves across the side that is longest beside the domain's.
  func halves(widths: [Double]) -> [[Interval]] {
    let i = box.indices.max { box[$0].width / widths[$0] < box[$1].width / widths[$1] } ?? 0
    var (lower, upper) = (box, box)
    lower[i] = Interval(lower: box[i].lower, upper: box[i].midpoint)
    upper[i] = Interval(lower: box[i].midpoint, upper: box[i].upper)
    return [lower, upper]
  }
}
