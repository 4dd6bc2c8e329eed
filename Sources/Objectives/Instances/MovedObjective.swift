import Scalars

/// A published function moved by a seeded rigid motion, so that no method profits from a centre or an axis.
///
/// g(x) = f(a + Q (x − s)): the anchor minimizer a of f lies at s, and Q is orthogonal (a rotation, mirrored or not).
/// Which motions are used is the function's own `symmetries`; the minimum keeps its value, and all its minimizers stay
/// inside the domain. Instances as in COCO: Hansen et al., Optimization Methods and Software 36 (2021).
struct MovedObjective<Base: CatalogueFunction>: Objective {
  let base: Base
  let id: String
  let minimum: KnownMinimum
  private let motion: RigidMotion

  var domain: Box { base.domain }

  /// Instance `instance` > 0 of `base`.
  init(_ base: Base, instance: Int) {
    self.base = base
    id = Base.specification(dimension: base.dimension, instance: instance).description
    motion = RigidMotion.seeded(
      domain: base.domain, minimizers: base.minimum.minimizers, symmetries: Base.info.symmetries,
      axes: ["instance", Base.info.id, String(base.dimension), String(instance)])
    minimum = KnownMinimum(
      value: base.minimum.value, minimizers: base.minimum.minimizers.map(motion.inverse),
      status: base.minimum.status)
  }

  func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    let n = x.count
    return withTemporarySpan(of: S.self, count: n) { moved in
      for row in 0..<n {
        var sum = S(motion.image[row])
        if motion.isDiagonal {
          sum += S(motion.matrix[row * n + row]) * (x[row] - S(motion.anchor[row]))
        } else {
          for column in 0..<n { sum += S(motion.matrix[row * n + column]) * (x[column] - S(motion.anchor[column])) }
        }
        moved[row] = sum
      }
      return base.evaluate(Span(_unsafeElements: UnsafeBufferPointer(moved)))
    }
  }
}
