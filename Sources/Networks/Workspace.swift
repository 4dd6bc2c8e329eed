import Scalars

/// Memory that a network computes in, so that a step allocates nothing; for one thread at a time.
///
/// Everything is padded: widths to multiples of 8, so that rows are whole vectors. Padding of inputs, weights and
/// derivatives is 0 and stays so.
public final class Workspace {
  /// Rows are taken in chunks of so many, which bounds the memory and stays within a core's caches.
  static let defaultChunk = 64

  /// What one affine layer works on.
  struct LayerMemory {
    let layer: MultilayerPerceptron.Layer
    /// Outputs × inputs, for going back.
    let weights: Matrix
    /// Inputs × outputs, for going forth.
    let transposedWeights: Matrix
    let biases: UnsafeMutablePointer<Double>
    /// Chunk × outputs: after the activation, where there is one.
    let units: Matrix
    /// Chunk × outputs: the activation's derivatives.
    let slopes: Matrix
    /// Chunk × outputs: the loss's derivatives by inputs of the activation.
    let deltas: Matrix
    let weightGradient: Matrix
    let biasGradient: UnsafeMutablePointer<Double>
    /// Chunk × outputs: the factors that dropout multiplies with.
    let mask: Matrix
    /// None without batch normalisation.
    let normalisation: Normalisation?
  }

  /// What the normalisation of one layer works on.
  struct Normalisation {
    /// γ.
    let gains: UnsafeMutablePointer<Double>
    let gainGradient: UnsafeMutablePointer<Double>
    /// μ.
    let means: UnsafeMutablePointer<Double>
    /// 1/√(σ² + ε).
    let inverseDeviations: UnsafeMutablePointer<Double>
    /// Chunk × outputs: (z − μ)/√(σ² + ε).
    let units: Matrix
  }

  let network: MultilayerPerceptron
  let chunk: Int
  let parameterCount: Int
  let layers: [LayerMemory]
  /// Chunk × features.
  let inputs: Matrix
  /// A row of zeros, as wide as the widest layer.
  let zeros: UnsafeMutablePointer<Double>
  private let memory: UnsafeMutableRawPointer
  /// Room for the rows of a call that must be taken at once.
  private var larger: Workspace?

  public convenience init(for network: MultilayerPerceptron) {
    self.init(for: network, chunk: Self.defaultChunk)
  }

  private init(for network: MultilayerPerceptron, chunk: Int) {
    self.network = network
    self.chunk = chunk
    parameterCount = network.parameterCount
    // Once to count, once to hand out.
    var counter = Carver(next: nil)
    _ = Self.carve(network, chunk, &counter)
    let byteCount = counter.count * MemoryLayout<Double>.stride
    memory = UnsafeMutableRawPointer.allocate(byteCount: byteCount, alignment: 64)
    memory.initializeMemory(as: Double.self, repeating: 0, count: counter.count)
    var carver = Carver(next: memory.assumingMemoryBound(to: Double.self))
    (inputs, layers, zeros) = Self.carve(network, chunk, &carver)
  }

  deinit { memory.deallocate() }

  /// Itself, or where statistics over all of `rows` are needed, memory that holds so many at once.
  ///
  /// Allocates for the first call with so many rows, and not for those after it.
  func room(for rows: Int) -> Workspace {
    guard network.batchNormalisation, rows > chunk else { return self }
    if let larger, larger.chunk >= rows { return larger }
    let grown = Workspace(for: network, chunk: rows)
    larger = grown
    return grown
  }

  /// Hands out a piece of memory after another.
  private struct Carver {
    var next: UnsafeMutablePointer<Double>?
    var count = 0

    mutating func vector(_ length: Int) -> UnsafeMutablePointer<Double> {
      let padded = padded(length)
      count += padded
      // While counting, addresses are not used.
      guard let address = next else { return UnsafeMutablePointer(bitPattern: 64).unsafelyUnwrapped }
      next = address + padded
      return address
    }

    mutating func matrix(_ rows: Int, _ columns: Int) -> Matrix {
      Matrix(base: vector(padded(rows) * padded(columns)), row: padded(columns))
    }
  }

  private static func carve(
    _ network: MultilayerPerceptron, _ chunk: Int, _ carver: inout Carver
  ) -> (Matrix, [LayerMemory], UnsafeMutablePointer<Double>) {
    let inputs = carver.matrix(chunk, network.widths[0])
    let layers = network.layers.map { layer in
      LayerMemory(
        layer: layer,
        weights: carver.matrix(layer.outputs, layer.inputs),
        transposedWeights: carver.matrix(layer.inputs, layer.outputs),
        biases: carver.vector(layer.outputs),
        units: carver.matrix(chunk, layer.outputs),
        slopes: carver.matrix(chunk, layer.outputs),
        deltas: carver.matrix(chunk, layer.outputs),
        weightGradient: carver.matrix(layer.outputs, layer.inputs),
        biasGradient: carver.vector(layer.outputs),
        mask: carver.matrix(chunk, layer.outputs),
        normalisation: layer.gains.isEmpty ? nil : carveNormalisation(layer, chunk, &carver))
    }
    return (inputs, layers, carver.vector(network.widths.max() ?? 0))
  }

  private static func carveNormalisation(
    _ layer: MultilayerPerceptron.Layer, _ chunk: Int, _ carver: inout Carver
  ) -> Normalisation {
    Normalisation(
      gains: carver.vector(layer.outputs), gainGradient: carver.vector(layer.outputs),
      means: carver.vector(layer.outputs), inverseDeviations: carver.vector(layer.outputs),
      units: carver.matrix(chunk, layer.outputs))
  }

  /// Spreads flat parameters over the padded matrices.
  func pack(_ parameters: UnsafePointer<Double>) {
    for (index, memory) in layers.enumerated() {
      let layer = memory.layer
      let source = parameters + layer.weights.lowerBound
      transpose(source, into: memory.transposedWeights, rows: layer.outputs, columns: layer.inputs)
      memory.biases.update(from: parameters + layer.biases.lowerBound, count: layer.outputs)
      memory.normalisation?.gains.update(from: parameters + layer.gains.lowerBound, count: layer.outputs)
      // Nothing goes back through the first layer.
      guard index > 0 else { continue }
      for o in 0..<layer.outputs {
        (memory.weights.base + o * memory.weights.row).update(from: source + o * layer.inputs, count: layer.inputs)
      }
    }
  }

  func clearGradient() {
    for memory in layers {
      fill(memory.weightGradient.base, with: 0, count: padded(memory.layer.outputs) * memory.weightGradient.row)
      fill(memory.biasGradient, with: 0, count: padded(memory.layer.outputs))
    }
  }

  /// Collects the padded gradient into a flat one.
  func unpackGradient(into gradient: UnsafeMutablePointer<Double>) {
    for memory in layers {
      let layer = memory.layer
      let target = gradient + layer.weights.lowerBound
      for o in 0..<layer.outputs {
        let row = memory.weightGradient.base + o * memory.weightGradient.row
        (target + o * layer.inputs).update(from: row, count: layer.inputs)
      }
      (gradient + layer.biases.lowerBound).update(from: memory.biasGradient, count: layer.outputs)
      if let normalisation = memory.normalisation {
        (gradient + layer.gains.lowerBound).update(from: normalisation.gainGradient, count: layer.outputs)
      }
    }
  }
}

/// The next multiple of 8.
@inline(__always)
func padded(_ count: Int) -> Int { (count + Lanes.width - 1) / Lanes.width * Lanes.width }

/// result[j, i] = source[i, j] for a source without gaps.
@inline(never)
func transpose(_ source: UnsafePointer<Double>, into result: Matrix, rows: Int, columns: Int) {
  let (base, stride) = (result.base, result.row)
  for i in 0..<rows {
    for j in 0..<columns { base[j &* stride &+ i] = source[i &* columns &+ j] }
  }
}
