import Scalars

/// A rigid motion of the plane that turns: `RigidMotion` with the same operations in the same order, without arrays.
struct PlaneMotion: Sendable {
  let anchor: (Double, Double)
  let image: (Double, Double)
  /// Rows of the orthogonal matrix.
  let first: (Double, Double)
  let second: (Double, Double)

  /// The same as `motion`; nil if that has another dimension, or only mirrors.
  init?(_ motion: RigidMotion) {
    guard motion.anchor.count == 2, !motion.isDiagonal else { return nil }
    anchor = (motion.anchor[0], motion.anchor[1])
    image = (motion.image[0], motion.image[1])
    first = (motion.matrix[0], motion.matrix[1])
    second = (motion.matrix[2], motion.matrix[3])
  }

  /// The image of (x, y).
  @inline(__always)
  func apply<S: RealScalar>(to x: S, _ y: S) -> InlineArray<2, S> {
    let (dx, dy) = (x - S(anchor.0), y - S(anchor.1))
    return [
      S(image.0) + S(first.0) * dx + S(first.1) * dy,
      S(image.1) + S(second.0) * dx + S(second.1) * dy,
    ]
  }

  /// The gradient in the image's coordinates turned into the one in (x, y).
  @inline(__always)
  func pulledBack<S: RealScalar>(_ dx: S, _ dy: S) -> (S, S) {
    // As a sum that starts with 0, which makes a zero positive.
    (0 + S(first.0) * dx + S(second.0) * dy, 0 + S(first.1) * dx + S(second.1) * dy)
  }
}
