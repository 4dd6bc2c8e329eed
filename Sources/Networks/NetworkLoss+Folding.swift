import Scalars

/// Batch normalisation with statistics that stay, which is an affine map and goes into the weights.
extension NetworkLoss {
  /// The same loss of the network that `folded` gives parameters for.
  public var withoutNormalisation: NetworkLoss {
    var plain = self
    plain.network = network.withoutNormalisation
    return plain
  }

  /// A network without normalisation that answers as this one does with the statistics of `rows`, and its parameters.
  ///
  /// w′ = γw/√(σ² + ε) and b′ = β − γμ/√(σ² + ε), unit by unit. The statistics are exact ones of the rows that are
  /// given, as Ioffe and Szegedy (2015), algorithm 2, take them over the training data; no running averages, which lag
  /// behind the weights. A network without normalisation is returned as it is. A penalty is that of the new weights.
  public func folded(
    at x: [Double], statisticsOf rows: [Int], in workspace: Workspace
  ) -> (loss: NetworkLoss, parameters: [Double]) {
    guard network.batchNormalisation else { return (self, x) }
    let plain = withoutNormalisation
    let room = workspace.room(for: rows.count)
    _ = evaluate(rows: rows.span, at: x.span, in: workspace)
    var folded = [Double](repeating: 0, count: plain.parameterCount)
    for (memory, layer) in zip(room.layers, plain.network.layers) {
      let own = memory.layer
      for o in 0..<layer.outputs {
        let factor = memory.normalisation.map { $0.gains[o] * $0.inverseDeviations[o] } ?? 1
        let mean = memory.normalisation?.means[o] ?? 0
        for i in 0..<layer.inputs {
          folded[layer.weights.lowerBound + o * layer.inputs + i] =
            factor * x[own.weights.lowerBound + o * own.inputs + i]
        }
        folded[layer.biases.lowerBound + o] = x[own.biases.lowerBound + o] - factor * mean
      }
    }
    return (plain, folded)
  }
}
