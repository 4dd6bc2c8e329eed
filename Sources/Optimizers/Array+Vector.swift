extension [Double] {
  /// Σ aᵢbᵢ, summed in order.
  func dot(_ other: [Double]) -> Double {
    var sum = 0.0
    for i in indices { sum += self[i] * other[i] }
    return sum
  }

  /// The Euclidean length; scaled where squares would overflow.
  var norm: Double {
    let plain = dot(self).squareRoot()
    guard plain == .infinity else { return plain }
    let largest = maximumMagnitude
    var sum = 0.0
    for i in indices { sum += (self[i] / largest) * (self[i] / largest) }
    return largest * sum.squareRoot()
  }

  /// The largest magnitude of an element, 0 if there is none.
  var maximumMagnitude: Double {
    var largest = 0.0
    for i in indices { largest = Swift.max(largest, self[i].magnitude) }
    return largest
  }

  /// Whether no element is NaN or infinite.
  var isFinite: Bool {
    for i in indices where !self[i].isFinite { return false }
    return true
  }
}

extension Array {
  /// Takes over the elements of `other`, of the same count, without allocating.
  mutating func assign(_ other: [Element]) {
    for i in indices { self[i] = other[i] }
  }
}
