import Scalars

/// What batch normalisation adds to going forth and back; nothing where the layer has none.
extension Workspace.LayerMemory {
  /// ε in 1/√(σ² + ε).
  private static let epsilon = 1e-5

  /// Replaces the affine results of `count` rows, all that were given, by γ(z − μ)/√(σ² + ε) + β.
  func normalise(count: Int) {
    guard let normalisation else { return }
    for j in stride(from: 0, to: units.row, by: Lanes.width) {
      let mean = columnMean(units, j, count)
      let variance = columnVariance(units, j, count, mean: mean)
      let inverse = Lanes(1) / Lanes.sqrt(variance + Lanes(Self.epsilon))
      store(mean, at: normalisation.means + j)
      store(inverse, at: normalisation.inverseDeviations + j)
      let (gain, shift) = (load(normalisation.gains + j), load(biases + j))
      for i in 0..<tiled(count) {
        let unit = units.base + i * units.row + j
        let normalised = (load(unit) - mean) * inverse
        store(normalised, at: normalisation.units.base + i * units.row + j)
        store(gain * normalised + shift, at: unit)
      }
    }
  }

  /// Turns the deltas δ by y = γẑ + β into those by z: γ/√(σ² + ε) · (δ − mean δ − ẑ · mean δẑ), means over rows.
  ///
  /// Leaves Σδ, the gradient by β, and Σδẑ, that by γ. Ioffe and Szegedy (2015), section 3, put together.
  func denormalise(count: Int) {
    guard let normalisation else { return }
    let (deltas, share) = (deltas, Lanes(1 / Double(count)))
    for j in stride(from: 0, to: deltas.row, by: Lanes.width) {
      let column = normalisation.units.base + j
      var (sum, product) = (Lanes(0), Lanes(0))
      for i in 0..<count {
        let delta = load(deltas.base + i * deltas.row + j)
        sum += delta
        product += delta * load(column + i * deltas.row)
      }
      store(sum, at: biasGradient + j)
      store(product, at: normalisation.gainGradient + j)
      let factor = load(normalisation.gains + j) * load(normalisation.inverseDeviations + j)
      let (mean, slope) = (sum * share, product * share)
      for i in 0..<count {
        let delta = deltas.base + i * deltas.row + j
        store(factor * (load(delta) - mean - load(column + i * deltas.row) * slope), at: delta)
      }
    }
  }
}

private func columnMean(_ matrix: Matrix, _ j: Int, _ count: Int) -> Lanes {
  var sum = Lanes(0)
  for i in 0..<count { sum += load(matrix.base + i * matrix.row + j) }
  return sum * Lanes(1 / Double(count))
}

private func columnVariance(_ matrix: Matrix, _ j: Int, _ count: Int, mean: Lanes) -> Lanes {
  var sum = Lanes(0)
  for i in 0..<count {
    let offset = load(matrix.base + i * matrix.row + j) - mean
    sum += offset * offset
  }
  return sum * Lanes(1 / Double(count))
}
