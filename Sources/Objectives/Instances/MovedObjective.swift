import Scalars

/// A published function moved by a rigid motion, so that no method profits from a centre or an axis.
///
/// g(x) = f(a + Q (x − s)): the point a of f comes to lie at s, and Q is orthogonal. Which motions are used is the
/// function's own `info.instances`; the minimum keeps its value, and all its minimizers stay inside the domain.
/// After the instances of COCO: Hansen et al., Optimization Methods and Software 36 (2021).
struct MovedObjective<Base: CatalogueFunction>: Objective {
  let base: Base
  let id: String
  let domain: Box
  let minimum: KnownMinimum
  let map: RigidMotion

  /// Instance `instance` > 0 of `base`.
  init(_ base: Base, instance: Int) {
    self.base = base
    id = Base.specification(dimension: base.dimension, instance: instance).description
    domain = base.domain
    let published = base.minimum
    map =
      switch Base.info.instances {
      case .mirrored: .mirroring(base.domain, instance: instance)
      case .shiftedAndRotated:
        .seeded(
          domain: base.domain, minimizers: published.minimizers,
          axes: ["instance", Base.info.id, String(base.dimension), String(instance)])
      }
    minimum = KnownMinimum(
      value: published.value, minimizers: published.minimizers.map(map.inverse), status: published.status)
  }

  var motion: String { map.description }

  func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    withTemporaryScalars(S.self, count: x.count) { moved in
      map.apply(to: x, into: moved)
      return base.evaluate(moved.span)
    }
  }

  /// ∇g = Qᵀ ∇f: two products with Q, where differentiating through the motion would take n/4 of them.
  func value(at x: Span<Double>, gradient: inout [Double]) -> Double {
    withTemporaryScalars(Double.self, count: x.count) { moved in
      map.apply(to: x, into: moved)
      let value = base.value(at: moved.span, gradient: &gradient)
      for i in moved.indices { moved[i] = gradient[i] }
      map.pullBack(moved.span, into: &gradient)
      return value
    }
  }
}
