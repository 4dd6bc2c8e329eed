/// Changes of one hidden layer's units that leave the network's function as it is.
///
/// Sources: Hecht-Nielsen, On the algebraic structure of feedforward network weight spaces (1990); Chen, Lu and
/// Hecht-Nielsen, On the geometry of feedforward neural network error surfaces, Neural Computation 5 (1993).
struct HiddenUnits {
  let activation: Activation
  let layer: MultilayerPerceptron.Layer
  let next: MultilayerPerceptron.Layer

  /// The units of the hidden layer `index`, from 0.
  init(of network: MultilayerPerceptron, layer index: Int) {
    let layers = network.layers
    (activation, layer, next) = (network.activation, layers[index], layers[index + 1])
  }

  var count: Int { layer.outputs }
  var isNormalised: Bool { !layer.gains.isEmpty }
  /// Whether a unit that answers to the negative of its input can stand for it.
  var canFlip: Bool { activation != .relu }
  /// Whether a multiple of the input gives that multiple of the output.
  var canRescale: Bool { activation == .relu || activation == .identity }

  /// Where the weights into a unit stand.
  func incoming(_ unit: Int) -> Range<Int> {
    let start = layer.weights.lowerBound + unit * layer.inputs
    return start..<start + layer.inputs
  }

  /// Where the weights out of a unit stand.
  func outgoing(_ unit: Int) -> StrideTo<Int> {
    stride(from: next.weights.lowerBound + unit, to: next.weights.upperBound, by: next.inputs)
  }

  func bias(_ unit: Int) -> Int { layer.biases.lowerBound + unit }

  func gain(_ unit: Int) -> Int { layer.gains.lowerBound + unit }

  /// Unit k becomes what unit `order[k]` was.
  func permute(_ x: inout [Double], order: [Int]) {
    let old = x
    for (unit, source) in order.enumerated() {
      for (to, from) in zip(incoming(unit), incoming(source)) { x[to] = old[from] }
      for (to, from) in zip(outgoing(unit), outgoing(source)) { x[to] = old[from] }
      x[bias(unit)] = old[bias(source)]
      if isNormalised { x[gain(unit)] = old[gain(source)] }
    }
  }

  /// Negates a unit's input and makes up for it behind: tanh and the identity are odd, and σ(−z) = 1 − σ(z).
  ///
  /// The 1 moves into the biases of the next layer; where that is normalised, its mean takes it away.
  func flip(_ x: inout [Double], unit: Int) {
    precondition(canFlip, "a rectifier has no such symmetry")
    for i in incoming(unit) { x[i] = -x[i] }
    x[bias(unit)] = -x[bias(unit)]
    for (output, i) in outgoing(unit).enumerated() {
      if activation == .logistic, next.gains.isEmpty { x[next.biases.lowerBound + output] += x[i] }
      x[i] = -x[i]
    }
  }

  /// Multiplies a unit's output by a positive factor and divides the weights behind it.
  func rescale(_ x: inout [Double], unit: Int, by factor: Double) {
    precondition(canRescale && factor > 0, "only what is linear in a factor")
    if isNormalised {
      x[gain(unit)] *= factor
    } else {
      for i in incoming(unit) { x[i] *= factor }
    }
    x[bias(unit)] *= factor
    for i in outgoing(unit) { x[i] /= factor }
  }

  /// Makes the gain of a normalised unit positive: the normalised sum is odd in the weights.
  func makeGainPositive(_ x: inout [Double], unit: Int) {
    guard isNormalised, x[gain(unit)] < 0 else { return }
    x[gain(unit)] = -x[gain(unit)]
    for i in incoming(unit) { x[i] = -x[i] }
  }

  /// The length of what `rescale` multiplies.
  func scale(_ x: [Double], unit: Int) -> Double {
    let factors = isNormalised ? [x[gain(unit)]] : incoming(unit).map { x[$0] }
    return (factors + [x[bias(unit)]]).reduce(0) { $0 + $1 * $1 }.squareRoot()
  }
}
