import Scalars

/// The loss written down unit by unit, for every number that has no faster way: intervals, dual numbers, batches.
extension NetworkLoss {
  /// The mean over `rows` with the penalty, at the parameters `x`.
  ///
  /// The same function as `value(ofRows:at:in:)`, added up in another order: last bits differ.
  public func evaluate<S: RealScalar>(rows: Span<Int>, at x: Span<S>) -> S {
    var total = S(0)
    for i in rows.indices { total += cost(ofRow: rows[i], answers: answers(toRow: rows[i], at: x)) }
    total = total / S(Double(rows.count))
    guard network.l2 > 0 else { return total }
    var squares = S(0)
    for layer in network.layers {
      for i in layer.weights { squares += S.square(x[i]) }
    }
    return total + S(0.5 * network.l2) * squares
  }

  private func answers<S: RealScalar>(toRow row: Int, at x: Span<S>) -> [S] {
    let count = dataset.featureCount
    var units = (0..<count).map { S(dataset.features[row * count + $0]) }
    let layers = network.layers
    for (l, layer) in layers.enumerated() {
      var outputs: [S] = []
      outputs.reserveCapacity(layer.outputs)
      for unit in 0..<layer.outputs {
        var z = x[layer.biases.lowerBound + unit]
        let first = layer.weights.lowerBound + unit * layer.inputs
        for i in 0..<layer.inputs { z += x[first + i] * units[i] }
        outputs.append(l < layers.count - 1 ? network.activation.value(z) : z)
      }
      units = outputs
    }
    return units
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
