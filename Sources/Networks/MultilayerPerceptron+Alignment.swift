/// The hidden units of one network in the order, and with the signs, of another's.
extension MultilayerPerceptron {
  /// `y` with hidden units exchanged and negated so that it lies near `x`: the same function.
  ///
  /// First from the inputs up by the weights into units, which finds `x` again wherever `y` is `x` in disguise; then, by
  /// the weights into and out of units, one layer at a time until the distance falls no more. Each layer's order is the
  /// best one, given the others. Of rectifiers, scales stay as they are.
  /// Source: Ainsworth, Hayase and Srinivasa, Git Re-Basin: Merging Models modulo Permutation Symmetries, ICLR 2023,
  /// weight matching.
  public func aligned(_ y: [Double], to x: [Double]) -> [Double] {
    precondition(x.count == parameterCount && y.count == parameterCount, "one number a parameter")
    let hidden = (0..<layers.count - 1).map { HiddenUnits(of: self, layer: $0) }
    var moved = y
    for units in hidden { units.align(&moved, to: x, looksBehind: false) }
    for _ in 0..<100 {
      var candidate = moved
      for units in hidden { units.align(&candidate, to: x, looksBehind: true) }
      // A hair's breadth, or rounding could go round in circles.
      guard squaredDistance(candidate, x) < squaredDistance(moved, x) * (1 - 1e-12) else { break }
      moved = candidate
    }
    return moved
  }

  private func squaredDistance(_ x: [Double], _ y: [Double]) -> Double {
    zip(x, y).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  }
}

extension HiddenUnits {
  /// Orders and flips the units of `y` for the largest sum of products with those of `x`.
  fileprivate func align(_ y: inout [Double], to x: [Double], looksBehind: Bool) {
    var products = [Double](repeating: 0, count: count * count)
    for i in 0..<count {
      for j in 0..<count { products[i * count + j] = product(x, i, y, j, looksBehind: looksBehind) }
    }
    let costs = products.enumerated().map { index, product in
      // A gain stays as it is where the unit is negated.
      let gains = isNormalised ? x[gain(index / count)] * y[gain(index % count)] : 0
      return -gains - (canFlip ? product.magnitude : product)
    }
    guard costs.allSatisfy(\.isFinite) else { return }
    let order = Assignment(costs: costs, count: count).columns
    permute(&y, order: order)
    guard canFlip else { return }
    for unit in 0..<count where products[unit * count + order[unit]] < 0 { flip(&y, unit: unit) }
  }

  private func product(_ x: [Double], _ i: Int, _ y: [Double], _ j: Int, looksBehind: Bool) -> Double {
    var sum = x[bias(i)] * y[bias(j)]
    for (a, b) in zip(incoming(i), incoming(j)) { sum += x[a] * y[b] }
    guard looksBehind else { return sum }
    for (a, b) in zip(outgoing(i), outgoing(j)) { sum += x[a] * y[b] }
    return sum
  }
}
