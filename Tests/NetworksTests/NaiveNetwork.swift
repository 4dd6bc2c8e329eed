import Networks
import Scalars

/// The loss written down unit by unit in any scalar: slow, and a second opinion.
enum NaiveNetwork {
  static func loss<S: RealScalar>(_ loss: NetworkLoss, rows: [Int], _ x: [S]) -> S {
    let network = loss.network
    var total = S(0)
    for row in rows {
      let d = loss.dataset.featureCount
      let features = loss.dataset.features[row * d..<(row + 1) * d].map { S($0) }
      let z = answers(network, features, x)
      total += cost(loss, row: row, z) / S(Double(rows.count))
    }
    var next = 0
    for (inputs, outputs) in zip(network.widths, network.widths.dropFirst()) {
      for i in next..<next + inputs * outputs { total += S(0.5 * network.l2) * x[i] * x[i] }
      next += (inputs + 1) * outputs
    }
    return total
  }

  private static func answers<S: RealScalar>(_ network: MultilayerPerceptron, _ features: [S], _ x: [S]) -> [S] {
    var a = features
    var next = 0
    for l in 1..<network.widths.count {
      let (inputs, outputs) = (network.widths[l - 1], network.widths[l])
      let z = (0..<outputs).map { o in
        var sum = x[next + inputs * outputs + o]
        for i in 0..<inputs { sum += x[next + o * inputs + i] * a[i] }
        return sum
      }
      next += (inputs + 1) * outputs
      guard l < network.widths.count - 1 else { return z }
      a = z.map { z in
        switch network.activation {
        case .tanh: S.tanh(z)
        case .relu: S.max(z, 0)
        case .logistic: S.logistic(z)
        case .identity: z
        }
      }
    }
    return a
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
