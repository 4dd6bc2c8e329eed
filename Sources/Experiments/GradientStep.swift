import Networks

/// What happens to the loss and its gradient on the way along the gradient at a point.
///
/// Source: Santurkar, Tsipras, Ilyas and Mądry, How Does Batch Normalization Help Optimization?, NeurIPS 2018, section 3.1.
struct GradientStep {
  /// The largest less the smallest loss over the steps, the point itself included.
  let lossRange: Double
  /// The largest ‖g(x) − g(x − ηg)‖/‖g(x)‖ over the steps; divided by η it is an effective β-smoothness.
  let gradientChange: Double
}

extension NetworkLoss {
  /// The steps −ηg(x) from x on `rows`, for every η of `rates`.
  func gradientStep(at x: [Double], rows: [Int], rates: [Double]) -> GradientStep {
    let workspace = Workspace(for: network)
    var (gradient, moved) = (x, x)
    let base = value(ofRows: rows.span, at: x.span, gradient: &gradient, in: workspace)
    let length = gradient.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length > 0 else { return GradientStep(lossRange: 0, gradientChange: 0) }
    var (lowest, highest, change) = (base, base, 0.0)
    for rate in rates {
      let y = zip(x, gradient).map { $0 - rate * $1 }
      let loss = value(ofRows: rows.span, at: y.span, gradient: &moved, in: workspace)
      (lowest, highest) = (min(lowest, loss), max(highest, loss))
      let squares = zip(gradient, moved).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      change = max(change, squares.squareRoot() / length)
    }
    return GradientStep(lossRange: highest - lowest, gradientChange: change)
  }
}
