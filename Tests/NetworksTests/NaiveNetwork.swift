import Networks
import Scalars

/// The loss written down unit by unit in any scalar: slow, and a second opinion.
enum NaiveNetwork {
  static func loss<S: RealScalar>(_ loss: NetworkLoss, rows: [Int], _ x: [S]) -> S {
    let network = loss.network
    var total = S(0)
    for (row, z) in zip(rows, answers(loss, rows: rows, x)) {
      total += cost(loss, row: row, z) / S(Double(rows.count))
    }
    var next = 0
    for l in 1..<network.widths.count {
      let (inputs, outputs) = (network.widths[l - 1], network.widths[l])
      for i in next..<next + inputs * outputs { total += S(0.5 * network.l2) * x[i] * x[i] }
      next += (inputs + (isNormalised(network, l) ? 2 : 1)) * outputs
    }
    return total
  }

  private static func isNormalised(_ network: MultilayerPerceptron, _ l: Int) -> Bool {
    network.batchNormalisation && l < network.widths.count - 1
  }

  /// Row by row.
  static func answers<S: RealScalar>(_ loss: NetworkLoss, rows: [Int], _ x: [S]) -> [[S]] {
    let (network, d) = (loss.network, loss.dataset.featureCount)
    var batch = rows.map { row in loss.dataset.features[row * d..<(row + 1) * d].map { S($0) } }
    var next = 0
    for l in 1..<network.widths.count {
      let (inputs, outputs) = (network.widths[l - 1], network.widths[l])
      let biases = next + inputs * outputs
      var z = batch.map { a in
        (0..<outputs).map { o in
          var sum = isNormalised(network, l) ? S(0) : x[biases + o]
          for i in 0..<inputs { sum += x[next + o * inputs + i] * a[i] }
          return sum
        }
      }
      next = biases + outputs
      if isNormalised(network, l) {
        for o in 0..<outputs { normalise(&z, unit: o, gain: x[next + o], shift: x[biases + o]) }
        next += outputs
      }
      guard l < network.widths.count - 1 else { return z }
      batch = z.map { $0.map { activate(network.activation, $0) } }
    }
    return batch
  }

  private static func normalise<S: RealScalar>(_ z: inout [[S]], unit: Int, gain: S, shift: S) {
    let count = S(Double(z.count))
    var mean = S(0)
    for row in z { mean += row[unit] / count }
    var variance = S(0)
    for row in z { variance += S.square(row[unit] - mean) / count }
    for i in z.indices { z[i][unit] = gain * (z[i][unit] - mean) / S.sqrt(variance + S(1e-5)) + shift }
  }

  private static func activate<S: RealScalar>(_ activation: Activation, _ z: S) -> S {
    switch activation {
    case .tanh: S.tanh(z)
    case .relu: S.max(z, 0)
    case .logistic: S.logistic(z)
    case .identity: z
    }
  }

  private static func cost<S: RealScalar>(_ loss: NetworkLoss, row: Int, _ z: [S]) -> S {
    var sum = S(0)
    switch (loss.dataset.target, loss.network.loss) {
    case (.labels(let labels, _), .crossEntropy):
      for z in z { sum += S.exp(z) }
      return S.log(sum) - z[labels[row]]
    case (.labels(let labels, _), .meanSquaredError):
      for (k, z) in z.enumerated() { sum += S.square(z - S(k == labels[row] ? 1 : 0)) }
    case (.values(let values, let width), _):
      for (k, z) in z.enumerated() { sum += S.square(z - S(values[row * width + k])) }
    }
    return sum / S(Double(z.count))
  }
}
