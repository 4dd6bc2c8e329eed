/// Weights that differ in the order, the signs or the scales of hidden units, and are the same function.
extension MultilayerPerceptron {
  /// One of all parameters that permutations, signs and positive scales of hidden units turn `x` into.
  ///
  /// Layer by layer: what a rectifier or linear unit sums up has length 1, gains are positive; where the activation has a
  /// sign, the first number that is not 0, of bias and weights, is positive; units are in the order of bias, then weights.
  /// Equal functions have equal forms unless units repeat one another, are always on or off, or none at all; linear
  /// networks have more symmetries, for hidden layers can be mixed; so nearly have normalised units, in the length of
  /// their weights.
  public func canonicalForm(of x: [Double]) -> [Double] {
    var form = withUnitScales(x)
    for index in 0..<layers.count - 1 {
      let units = HiddenUnits(of: self, layer: index)
      func numbers(_ unit: Int) -> [Double] { [form[units.bias(unit)]] + form[units.incoming(unit)] }
      if units.canFlip {
        for unit in 0..<units.count where (numbers(unit).first { $0 != 0 } ?? 0) < 0 { units.flip(&form, unit: unit) }
      }
      let keys = (0..<units.count).map(numbers)
      units.permute(&form, order: keys.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) })
    }
    return form
  }

  /// Whether hidden units that are exchanged, negated or rescaled are all that `x` and `y` differ in.
  ///
  /// - Parameter tolerance: of the distance, as a share of the length of `x` in its scales.
  public func isSameFunction(_ x: [Double], as y: [Double], tolerance: Double = 1e-9) -> Bool {
    let scaled = withUnitScales(x)
    return distance(from: x, to: y) <= tolerance * scaled.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  /// The distance of `y` from `x` after `aligned(_:to:)`, both with the scales of the canonical form.
  ///
  /// For several hidden layers an upper bound of the smallest one, but 0 where the two are the same.
  public func distance(from x: [Double], to y: [Double]) -> Double {
    let target = withUnitScales(x)
    let moved = aligned(withUnitScales(y), to: target)
    return zip(target, moved).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  private func withUnitScales(_ x: [Double]) -> [Double] {
    precondition(x.count == parameterCount, "one number a parameter")
    var scaled = x
    for index in 0..<layers.count - 1 {
      let units = HiddenUnits(of: self, layer: index)
      for unit in 0..<units.count {
        units.makeGainPositive(&scaled, unit: unit)
        let length = units.scale(scaled, unit: unit)
        if units.canRescale, length > 0 { units.rescale(&scaled, unit: unit, by: 1 / length) }
      }
    }
    return scaled
  }
}
