import Scalars

/// How weights start; biases start at 0, and gains of batch normalisation at 1.
public enum Initialisation: Sendable, Hashable {
  /// Uniform in ±√(6/(inputs + outputs)): Glorot and Bengio, Understanding the difficulty of training deep feedforward
  /// neural networks, AISTATS 2010.
  case glorot
  /// Gaussian with variance 2/inputs: He, Zhang, Ren and Sun, Delving Deep into Rectifiers, ICCV 2015.
  case he
  /// Gaussian with this standard deviation, whatever the widths.
  case gaussian(deviation: Double)
}

extension MultilayerPerceptron {
  /// Parameters to start from, the weights multiplied by `factor`: well below 1 too small a start, well above too large.
  public func initialParameters(
    _ initialisation: Initialisation = .glorot, factor: Double = 1, using generator: inout SeededGenerator
  ) -> [Double] {
    var parameters = [Double](repeating: 0, count: parameterCount)
    for layer in layers {
      for i in layer.weights {
        let weight =
          switch initialisation {
          case .glorot: glorotBound(layer) * (2 * generator.uniform() - 1)
          case .he: (2 / Double(layer.inputs)).squareRoot() * generator.gaussian()
          case .gaussian(let deviation): deviation * generator.gaussian()
          }
        parameters[i] = factor * weight
      }
      for i in layer.gains { parameters[i] = 1 }
    }
    return parameters
  }

  private func glorotBound(_ layer: Layer) -> Double { (6 / Double(layer.inputs + layer.outputs)).squareRoot() }
}
