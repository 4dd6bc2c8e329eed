import Scalars

extension Span where Element: RealScalar {
  /// `start` + Σ term(xᵢ), in this order.
  ///
  /// Two terms are written out: in a loop, the variables of a batch of gradients go through memory, and one term's
  /// arithmetic waits for the other's.
  @inline(__always)
  func sum(from start: Element, _ term: (Element) -> Element) -> Element {
    if count == 2 { return start + term(self[0]) + term(self[1]) }
    var sum = start
    for i in indices { sum += term(self[i]) }
    return sum
  }
}
