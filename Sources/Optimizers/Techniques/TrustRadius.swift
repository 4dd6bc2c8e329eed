/// The radius Δ of the ball in which a model of f is trusted, changed by how well its promises were kept.
///
/// Source: Conn, Gould and Toint, Trust-Region Methods, SIAM 2000, algorithm 6.1.1 with the constants of section 17.1.
struct TrustRadius: Sendable {
  private(set) var radius: Double
  private let largest: Double
  /// η₁: the share of the promise from which a step is taken.
  var sufficient = 0.01
  /// η₂: the share of the promise from which the model is trusted further.
  var convincing = 0.95

  init(_ radius: Double, atMost largest: Double) {
    self.radius = min(radius, largest)
    self.largest = largest
  }

  /// Whether a step of `length` is to be taken that lowered f, of `value` before, by `reduction`; nil where rounding hides
  /// the answer. Changes the radius.
  mutating func judges(reduction: Double, promised: Double, length: Double, value: Double) -> Bool? {
    let rounding = 0x1p-49 * value.magnitude
    if promised <= rounding, reduction.magnitude <= rounding { return nil }
    let ratio = reduction / promised
    if ratio >= convincing { radius = min(max(2.5 * length, radius), largest) }
    // Not a number or +∞ counts as no reduction.
    guard ratio >= sufficient else {
      radius = 0.25 * min(length, radius)
      return false
    }
    return true
  }
}
