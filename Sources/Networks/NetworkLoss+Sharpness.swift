import Scalars

/// How sharp a minimum is: the largest rise around it, and the curvatures of the loss.
extension NetworkLoss {
  /// The most that the loss on `rows`, penalty included, was found to rise within a ball around x; 0 or more.
  ///
  /// The ball's radius is `radius` times ‖x‖. Projected gradient ascent from a random point of the sphere: a step as long
  /// as the radius along the gradient, then back to the sphere; the highest of `steps` points counts. A lower bound of the
  /// maximum, which it approaches where the loss is convex.
  /// Sources: Keskar et al., On Large-Batch Training for Deep Learning, ICLR 2017, section 2.2.2; one such step is that of
  /// Foret et al., Sharpness-Aware Minimization, ICLR 2021.
  public func largestRise(
    around x: [Double], rows: [Int], radius: Double, steps: Int = 20, seed: UInt64, in workspace: Workspace? = nil
  ) -> Double {
    var generator = SeededGenerator(seed: seed, axes: ["ascent"])
    let workspace = workspace ?? Workspace(for: network)
    let base = value(ofRows: rows.span, at: x.span, in: workspace)
    let reach = radius * length(x)
    var offset = x.map { _ in generator.gaussian() }
    scale(&offset, to: reach)
    var (gradient, moved, highest) = (x, x, base)
    for _ in 0..<steps {
      for i in x.indices { moved[i] = x[i] + offset[i] }
      highest = max(highest, value(ofRows: rows.span, at: moved.span, gradient: &gradient, in: workspace))
      let slope = length(gradient)
      guard slope > 0, slope.isFinite else { break }
      for i in x.indices { offset[i] += reach / slope * gradient[i] }
      scale(&offset, to: reach)
    }
    return highest - base
  }

  /// The extreme eigenvalues of the Hessian of the loss on `rows`, penalty included, by Lanczos steps.
  public func curvatures(
    at x: [Double], rows: [Int], seed: UInt64, steps: Int = 30, in workspace: CurvatureWorkspace? = nil
  ) -> Lanczos {
    var generator = SeededGenerator(seed: seed, axes: ["curvature"])
    let workspace = workspace ?? CurvatureWorkspace(for: network)
    return Lanczos(dimension: x.count, steps: steps, using: &generator) { direction, product in
      hessianProduct(ofRows: rows.span, at: x.span, with: direction.span, into: &product, in: workspace)
    }
  }

  /// The largest of them.
  public func leadingCurvature(at x: [Double], rows: [Int], seed: UInt64, steps: Int = 30) -> Double {
    curvatures(at: x, rows: rows, seed: seed, steps: steps).values.first ?? .nan
  }

  /// The trace of the Hessian of the loss on `rows`, the sum of all curvatures, by Hutchinson's estimate.
  public func curvatureTrace(
    at x: [Double], rows: [Int], samples: Int, seed: UInt64, in workspace: CurvatureWorkspace? = nil
  ) -> HutchinsonTrace {
    var generator = SeededGenerator(seed: seed, axes: ["trace"])
    let workspace = workspace ?? CurvatureWorkspace(for: network)
    return HutchinsonTrace(dimension: x.count, samples: samples, using: &generator) { direction, product in
      hessianProduct(ofRows: rows.span, at: x.span, with: direction.span, into: &product, in: workspace)
    }
  }
}

private func length(_ x: [Double]) -> Double { x.reduce(0) { $0 + $1 * $1 }.squareRoot() }

private func scale(_ x: inout [Double], to wanted: Double) {
  let factor = wanted / length(x)
  for i in x.indices { x[i] *= factor }
}
