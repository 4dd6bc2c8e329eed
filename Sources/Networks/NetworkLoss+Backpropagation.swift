import Scalars

/// Forward and back through the layers, a chunk of rows at a time.
extension NetworkLoss {
  /// The sum of the losses of `rows`; the gradient of their mean is left in the workspace where `goesBack`.
  func summed(
    rows: Span<Int>, at x: Span<Double>, in workspace: Workspace, dropout: inout Dropout, goesBack: Bool
  ) -> LossSum {
    check(rows, x, workspace)
    x.withUnsafeBufferPointer { workspace.pack($0.baseAddress.unsafelyUnwrapped) }
    if goesBack { workspace.clearGradient() }
    var total = LossSum()
    rows.withUnsafeBufferPointer { rows in
      forEachChunk(of: rows, in: workspace) { chunk in
        load(chunk, into: workspace)
        dropout.drawMasks(count: chunk.count, in: workspace)
        forward(count: chunk.count, in: workspace, isDropping: dropout.isActive)
        let sum = differentiateLoss(chunk, of: rows.count, in: workspace)
        total.loss += sum.loss
        total.correct += sum.correct
        if goesBack { backward(count: chunk.count, in: workspace) }
      }
    }
    return total
  }

  @inline(__always)
  func forEachChunk(
    of rows: UnsafeBufferPointer<Int>, in workspace: Workspace, _ body: (UnsafeBufferPointer<Int>) -> Void
  ) {
    for start in stride(from: 0, to: rows.count, by: workspace.chunk) {
      body(UnsafeBufferPointer(rebasing: rows[start..<min(start + workspace.chunk, rows.count)]))
    }
  }

  /// Copies the features of a chunk; the rows that fill up a tile are 0.
  func load(_ rows: UnsafeBufferPointer<Int>, into workspace: Workspace) {
    let (base, stride, width) = (workspace.inputs.base, workspace.inputs.row, dataset.featureCount)
    dataset.features.withUnsafeBufferPointer { features in
      let source = features.baseAddress.unsafelyUnwrapped
      for (i, row) in rows.enumerated() { (base + i * stride).update(from: source + row * width, count: width) }
    }
    let end = tiled(rows.count)
    fill(base + rows.count * stride, with: 0, count: (end - rows.count) * stride)
  }

  func forward(count: Int, in workspace: Workspace, isDropping: Bool) {
    var inputs = workspace.inputs
    let last = workspace.layers.count - 1
    for l in 0...last {
      let memory = workspace.layers[l]
      let columns = memory.units.row
      multiply(
        inputs, memory.transposedWeights, into: memory.units, rows: tiled(count), columns: columns,
        inner: memory.layer.inputs, from: .row(memory.normalisation == nil ? memory.biases : workspace.zeros))
      if l < last {
        memory.normalise(count: count)
        let size = tiled(count) * columns
        network.activation.apply(to: memory.units.base, slopes: memory.slopes.base, count: size)
        if isDropping {
          scale(memory.units.base, by: memory.mask.base, count: size)
          scale(memory.slopes.base, by: memory.mask.base, count: size)
        }
      }
      inputs = memory.units
    }
  }

  /// Leaves the derivatives of the mean over `meanCount` rows by the answers in the last layer's deltas.
  func differentiateLoss(_ rows: UnsafeBufferPointer<Int>, of meanCount: Int, in workspace: Workspace) -> LossSum {
    let memory = workspace.layers[workspace.layers.count - 1]
    let answers = Answers(
      units: memory.units.base, derivatives: memory.deltas.base, stride: memory.units.row, count: rows.count,
      width: memory.layer.outputs, meanCount: meanCount)
    fill(
      memory.deltas.base + rows.count * memory.deltas.row, with: 0,
      count: (tiled(rows.count) - rows.count) * memory.deltas.row)
    let numbers = rows.baseAddress.unsafelyUnwrapped
    switch (dataset.target, network.loss) {
    case (.labels(let labels, _), .crossEntropy):
      return labels.withUnsafeBufferPointer {
        crossEntropy(answers, labels: $0.baseAddress.unsafelyUnwrapped, rows: numbers)
      }
    case (.labels(let labels, _), .meanSquaredError):
      return labels.withUnsafeBufferPointer {
        squaredError(answers, labels: $0.baseAddress.unsafelyUnwrapped, rows: numbers)
      }
    case (.values(let values, _), _):
      return values.withUnsafeBufferPointer {
        squaredError(answers, values: $0.baseAddress.unsafelyUnwrapped, rows: numbers)
      }
    }
  }

  /// Adds the chunk's share to the gradient in the workspace.
  func backward(count: Int, in workspace: Workspace) {
    for l in stride(from: workspace.layers.count - 1, through: 0, by: -1) {
      let memory = workspace.layers[l]
      let below = l > 0 ? workspace.layers[l - 1].units : workspace.inputs
      multiply(
        memory.deltas.transposed, below, into: memory.weightGradient, rows: tiled(memory.layer.outputs),
        columns: memory.weightGradient.row, inner: count, from: .result)
      if memory.normalisation == nil {
        addColumnSums(
          of: memory.deltas.base, row: memory.deltas.row, rows: count, columns: memory.deltas.row,
          to: memory.biasGradient)
      }
      guard l > 0 else { break }
      let previous = workspace.layers[l - 1]
      multiply(
        memory.deltas, memory.weights, into: previous.deltas, rows: tiled(count), columns: previous.deltas.row,
        inner: memory.layer.outputs, from: .row(workspace.zeros))
      scale(previous.deltas.base, by: previous.slopes.base, count: tiled(count) * previous.deltas.row)
      previous.denormalise(count: count)
    }
  }

  /// Brings the workspace's gradient, with the penalty's, into the flat layout.
  func collect(into gradient: UnsafeMutableBufferPointer<Double>, at x: Span<Double>, in workspace: Workspace) {
    precondition(gradient.count == x.count, "one derivative a parameter")
    let base = gradient.baseAddress.unsafelyUnwrapped
    workspace.unpackGradient(into: base)
    guard network.l2 > 0 else { return }
    for memory in workspace.layers {
      for i in memory.layer.weights { base[i] += network.l2 * x[i] }
    }
  }
}

/// The next multiple of 4: rows are worked on four at a time.
@inline(__always)
func tiled(_ count: Int) -> Int { (count + 3) / 4 * 4 }
