import Scalars

/// Sums as the literature writes them, with two variables written out, since most objectives are drawn and studied in the
/// plane: in a loop, the variables of a batch of gradients go through memory, and one term's arithmetic waits for the
/// other's. Inlinable, so that an objective of another module is specialised there.
extension Span where Element: RealScalar {
  /// `start` + Σ term(xᵢ), in this order.
  @inlinable @inline(__always)
  public func sum(from start: Element = 0, _ term: (Element) -> Element) -> Element {
    if count == 2 { return start + term(self[0]) + term(self[1]) }
    var sum = start
    for i in indices { sum += term(self[i]) }
    return sum
  }

  /// Σ term(xᵢ, xᵢ₊₁), in this order; two variables at least, which are one term.
  @inlinable @inline(__always)
  public func sumOfNeighbours(_ term: (Element, Element) -> Element) -> Element {
    if count == 2 { return term(self[0], self[1]) }
    var sum = term(self[0], self[1])
    for i in 1..<(count - 1) { sum += term(self[i], self[i + 1]) }
    return sum
  }
}
