import Scalars

/// The loss written down unit by unit, for every number that has no faster way: intervals, dual numbers, batches.
extension NetworkLoss {
  /// The mean over `rows` with the penalty, at the parameters `x`.
  ///
  /// The same function as `value(ofRows:at:in:)`, added up in another order: last bits differ.
  public func evaluate<S: RealScalar>(rows: Span<Int>, at x: Span<S>) -> S {
    let count = dataset.featureCount
    var units: [[S]] = []
    for i in rows.indices { units.append((0..<count).map { S(dataset.features[rows[i] * count + $0]) }) }
    let layers = network.layers
    for (l, layer) in layers.enumerated() {
      units = units.map { affine(layer, $0, x) }
      guard l < layers.count - 1 else { break }
      if network.batchNormalisation { normalise(&units, layer, x) }
      units = units.map { row in row.map { network.activation.value($0) } }
    }
    var total = S(0)
    for i in rows.indices { total += cost(ofRow: rows[i], answers: units[i]) }
    return total / S(Double(rows.count)) + penalty(at: x)
  }

  /// W a, and + b where no normalisation takes the biases for its own.
  private func affine<S: RealScalar>(_ layer: MultilayerPerceptron.Layer, _ a: [S], _ x: Span<S>) -> [S] {
    (0..<layer.outputs).map { unit in
      var z = layer.gains.isEmpty ? x[layer.biases.lowerBound + unit] : S(0)
      let first = layer.weights.lowerBound + unit * layer.inputs
      for i in 0..<layer.inputs { z += x[first + i] * a[i] }
      return z
    }
  }

  /// γ(z − μ)/√(σ² + ε) + β, with the statistics of these rows.
  private func normalise<S: RealScalar>(_ z: inout [[S]], _ layer: MultilayerPerceptron.Layer, _ x: Span<S>) {
    let count = S(Double(z.count))
    for unit in 0..<layer.outputs {
      var mean = S(0)
      for row in z { mean += row[unit] }
      mean = mean / count
      var variance = S(0)
      for row in z { variance += S.square(row[unit] - mean) }
      let factor = x[layer.gains.lowerBound + unit] / S.sqrt(variance / count + S(decimal: 1e-5))
      for i in z.indices { z[i][unit] = factor * (z[i][unit] - mean) + x[layer.biases.lowerBound + unit] }
    }
  }

  private func cost<S: RealScalar>(ofRow row: Int, answers z: [S]) -> S {
    switch (dataset.target, network.loss) {
    case (.labels(let labels, _), .crossEntropy):
      // Relative to the right answer: log(1 + Σ exp(zⱼ − z)), which is 0 where the others are far below.
      let right = labels[row]
      var largest = S(0)
      for j in z.indices where j != right { largest = S.max(largest, z[j] - z[right]) }
      var sum = S.exp(-largest)
      for j in z.indices where j != right { sum += S.exp(z[j] - z[right] - largest) }
      return S.log(sum) + largest
    case (.labels(let labels, _), .meanSquaredError):
      return meanSquare(z) { S($0 == labels[row] ? 1 : 0) }
    case (.values(let values, let width), _):
      return meanSquare(z) { S(values[row * width + $0]) }
    }
  }

  private func meanSquare<S: RealScalar>(_ z: [S], _ wanted: (Int) -> S) -> S {
    var sum = S(0)
    for j in z.indices { sum += S.square(z[j] - wanted(j)) }
    return sum / S(Double(z.count))
  }

  private func penalty<S: RealScalar>(at x: Span<S>) -> S {
    guard network.l2 > 0 else { return 0 }
    var squares = S(0)
    for layer in network.layers {
      for i in layer.weights { squares += S.square(x[i]) }
    }
    return S(decimal: 0.5 * network.l2) * squares
  }
}

extension Activation {
  /// The output for the input z.
  func value<S: RealScalar>(_ z: S) -> S {
    switch self {
    case .tanh: S.tanh(z)
    case .relu: S.max(z, S(0))
    case .logistic: S.logistic(z)
    case .identity: z
    }
  }
}
