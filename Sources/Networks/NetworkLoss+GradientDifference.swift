import Scalars

/// Products with the Hessian of networks whose rows are not independent of one another.
extension NetworkLoss {
  /// H·v ≈ (∇f(x + hv) − ∇f(x − hv))/2h, with ‖hv‖ the cube root of a rounding error times the larger of 1 and ‖x‖.
  ///
  /// Its error is of the order h² times third derivatives, and some 1e-10 of the gradient's size by rounding.
  func differenceOfGradients(
    ofRows rows: Span<Int>, at x: Span<Double>, with direction: Span<Double>, into product: inout [Double],
    in workspace: CurvatureWorkspace
  ) {
    var (size, length) = (0.0, 0.0)
    for i in x.indices {
      size += x[i] * x[i]
      length += direction[i] * direction[i]
    }
    guard length > 0 else {
      for i in product.indices { product[i] = 0 }
      return
    }
    let step = 6e-6 * Swift.max(1, size.squareRoot()) / length.squareRoot()
    for i in x.indices { workspace.moved[i] = x[i] + step * direction[i] }
    _ = value(ofRows: rows, at: workspace.moved.span, gradient: &workspace.ahead, in: workspace.primal)
    for i in x.indices { workspace.moved[i] = x[i] - step * direction[i] }
    _ = value(ofRows: rows, at: workspace.moved.span, gradient: &product, in: workspace.primal)
    for i in x.indices { product[i] = (workspace.ahead[i] - product[i]) / (2 * step) }
  }
}
