import Objectives

/// The point of a domain with the lowest value so far; empty and +∞ while there is none.
public struct BestPoint: Sendable, Equatable {
  public private(set) var x: [Double] = []
  public private(set) var value = Double.infinity

  /// Takes over `x` if its value is lower and it lies inside `domain`; says whether it did.
  mutating func note(_ x: [Double], _ value: Double, in domain: Box) -> Bool {
    guard value < self.value, value > -.infinity, domain.contains(x) else { return false }
    // Element by element: sharing the array would make the method's next move copy it.
    if self.x.isEmpty { self.x = Array(repeating: 0, count: x.count) }
    self.x.assign(x)
    self.value = value
    return true
  }
}
