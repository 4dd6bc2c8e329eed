import Scalars

/// Memory for products with the Hessian; for one thread at a time.
public final class CurvatureWorkspace {
  /// Serves for values and gradients as well.
  public let primal: Workspace
  /// The same quantities, differentiated along the direction.
  let tangent: Workspace
  /// A place beside the point, and the gradient on either side of it; empty without batch normalisation.
  var moved: [Double]
  var ahead: [Double]

  public init(for network: MultilayerPerceptron) {
    primal = Workspace(for: network)
    tangent = Workspace(for: network)
    moved = Array(repeating: 0, count: network.batchNormalisation ? network.parameterCount : 0)
    ahead = moved
  }
}

/// Exact products of the loss's Hessian with a vector, at the cost of about two gradients.
///
/// Source: Pearlmutter, Fast Exact Multiplication by the Hessian, Neural Computation 6 (1994). At the kink of a
/// rectifier, its curvature is taken as 0. With batch normalisation, differences of exact gradients take their place.
extension NetworkLoss {
  /// H·v of the loss on `rows` with its penalty, at x.
  public func hessianProduct(
    ofRows rows: Span<Int>, at x: Span<Double>, with direction: Span<Double>, into product: inout [Double],
    in workspace: CurvatureWorkspace
  ) {
    let (primal, tangent) = (workspace.primal, workspace.tangent)
    check(rows, x, primal)
    check(rows, direction, tangent)
    if network.batchNormalisation {
      differenceOfGradients(ofRows: rows, at: x, with: direction, into: &product, in: workspace)
      return
    }
    x.withUnsafeBufferPointer { primal.pack($0.baseAddress.unsafelyUnwrapped) }
    direction.withUnsafeBufferPointer { tangent.pack($0.baseAddress.unsafelyUnwrapped) }
    tangent.clearGradient()
    rows.withUnsafeBufferPointer { rows in
      forEachChunk(of: rows, in: primal) { chunk in
        load(chunk, into: primal)
        forward(count: chunk.count, in: primal, isDropping: false)
        forwardTangent(count: chunk.count, primal, tangent)
        _ = differentiateLoss(chunk, of: rows.count, in: primal)
        differentiateLossTangent(chunk, of: rows.count, primal, tangent)
        backwardTangent(count: chunk.count, primal, tangent)
      }
    }
    // The penalty is quadratic: its Hessian's product is its gradient at the direction.
    product.withUnsafeMutableBufferPointer { collect(into: $0, at: direction, in: tangent) }
  }

  /// Answers' derivatives along the direction; tangent slopes become those of the slopes.
  private func forwardTangent(count: Int, _ primal: Workspace, _ tangent: Workspace) {
    let last = primal.layers.count - 1
    for l in 0...last {
      let (memory, moved) = (primal.layers[l], tangent.layers[l])
      let below = l > 0 ? primal.layers[l - 1].units : primal.inputs
      let (rows, columns) = (tiled(count), memory.units.row)
      multiply(
        below, moved.transposedWeights, into: moved.units, rows: rows, columns: columns, inner: memory.layer.inputs,
        from: .row(moved.biases))
      if l > 0 {
        multiply(
          tangent.layers[l - 1].units, memory.transposedWeights, into: moved.units, rows: rows, columns: columns,
          inner: memory.layer.inputs, from: .result)
      }
      guard l < last else { break }
      for i in 0..<rows * columns {
        let (slope, input) = (memory.slopes.base[i], moved.units.base[i])
        moved.slopes.base[i] = network.activation.curvature(output: memory.units.base[i], slope: slope) * input
        moved.units.base[i] = slope * input
      }
    }
  }

  /// The last deltas' derivatives along the direction.
  private func differentiateLossTangent(
    _ rows: UnsafeBufferPointer<Int>, of meanCount: Int, _ primal: Workspace, _ tangent: Workspace
  ) {
    let (memory, moved) = (primal.layers[primal.layers.count - 1], tangent.layers[primal.layers.count - 1])
    let (stride, width, count) = (memory.units.row, memory.layer.outputs, Double(meanCount))
    fill(moved.deltas.base, with: 0, count: tiled(rows.count) * stride)
    for (i, row) in rows.enumerated() {
      let (delta, answer) = (memory.deltas.base + i * stride, moved.units.base + i * stride)
      let result = moved.deltas.base + i * stride
      if case .labels(let labels, _) = dataset.target, network.loss == .crossEntropy {
        // δ = (p − y)/n, from which p comes back.
        var mean = 0.0
        for j in 0..<width {
          result[j] = count * delta[j] + (j == labels[row] ? 1 : 0)
          mean += result[j] * answer[j]
        }
        for j in 0..<width { result[j] *= (answer[j] - mean) / count }
      } else {
        for j in 0..<width { result[j] = 2 * answer[j] / (count * Double(width)) }
      }
    }
  }

  /// Both deltas go back together; the tangent workspace's gradient grows by the chunk's share of H·v.
  private func backwardTangent(count: Int, _ primal: Workspace, _ tangent: Workspace) {
    for l in stride(from: primal.layers.count - 1, through: 0, by: -1) {
      let (memory, moved) = (primal.layers[l], tangent.layers[l])
      let (outputs, columns) = (tiled(memory.layer.outputs), memory.weightGradient.row)
      multiply(
        moved.deltas.transposed, l > 0 ? primal.layers[l - 1].units : primal.inputs, into: moved.weightGradient,
        rows: outputs, columns: columns, inner: count, from: .result)
      addColumnSums(
        of: moved.deltas.base, row: moved.deltas.row, rows: count, columns: moved.deltas.row, to: moved.biasGradient)
      guard l > 0 else { break }
      let (previous, movedPrevious) = (primal.layers[l - 1], tangent.layers[l - 1])
      multiply(
        memory.deltas.transposed, movedPrevious.units, into: moved.weightGradient, rows: outputs, columns: columns,
        inner: count, from: .result)
      let (rows, inner, width) = (tiled(count), memory.layer.outputs, previous.deltas.row)
      multiply(
        memory.deltas, memory.weights, into: previous.deltas, rows: rows, columns: width, inner: inner,
        from: .row(primal.zeros))
      multiply(
        moved.deltas, memory.weights, into: movedPrevious.deltas, rows: rows, columns: width, inner: inner,
        from: .row(primal.zeros))
      multiply(
        memory.deltas, moved.weights, into: movedPrevious.deltas, rows: rows, columns: width, inner: inner,
        from: .result)
      for i in 0..<rows * width {
        let (slope, delta) = (previous.slopes.base[i], previous.deltas.base[i])
        movedPrevious.deltas.base[i] = slope * movedPrevious.deltas.base[i] + movedPrevious.slopes.base[i] * delta
        previous.deltas.base[i] = slope * delta
      }
    }
  }
}

extension NetworkLoss {
  /// The Hessian of the loss on `rows` with its penalty at x, n × n in row-major order: n products.
  public func hessian(
    ofRows rows: Span<Int>, at x: Span<Double>, into hessian: inout [Double], in workspace: CurvatureWorkspace
  ) {
    let n = x.count
    var unit = [Double](repeating: 0, count: n)
    var product = unit
    for i in 0..<n {
      unit[i] = 1
      hessianProduct(ofRows: rows, at: x, with: unit.span, into: &product, in: workspace)
      unit[i] = 0
      for j in 0..<n { hessian[i * n + j] = product[j] }
    }
    // Rounding alone tells the halves apart.
    for i in 0..<n { for j in 0..<i { hessian[i * n + j] = hessian[j * n + i] } }
  }
}
