import Scalars

/// A published function moved by a rigid motion, so that no method profits from a centre or an axis.
///
/// g(x) = f(a + Q (x − s)): the point a of f comes to lie at s, and Q is orthogonal. Which motions are used is the
/// function's own `info.instances`; the minimum keeps its value, and all its minimizers stay inside the domain.
/// After the instances of COCO: Hansen et al., Optimization Methods and Software 36 (2021).
///
/// Not generic over its base, and with every scalar's requirement written out: calls through the conformance of a
/// generic type are never specialised, which took 692 ns for a 2-D Rastrigin where this takes 35.
struct MovedObjective: Objective {
  let base: any Objective
  let id: String
  let domain: Box
  let minimum: KnownMinimum
  let map: RigidMotion
  /// `map` where it turns the plane, in numbers without arrays: most instances are looked at in two dimensions.
  let plane: PlaneMotion?

  /// Instance `instance` > 0 of `base`.
  init<Base: CatalogueFunction>(_ base: Base, instance: Int) {
    self.base = base
    id = Base.specification(dimension: base.dimension, instance: instance).description
    domain = base.domain
    let published = base.minimum
    let axes = ["instance", Base.info.id, String(base.dimension), String(instance)]
    map =
      switch Base.info.instances {
      case .mirrored: .mirroring(base.domain, along: Array(0..<base.dimension), instance: instance)
      case .mirroredAlong(let coordinates): .mirroring(base.domain, along: coordinates, instance: instance)
      case .publishedOnly, .numbered: preconditionFailure("\(Base.info.id) is not moved")
      case .shifted:
        .seeded(domain: base.domain, minimizers: published.minimizers, turning: false, axes: axes)
      case .shiftedAndRotated:
        .seeded(domain: base.domain, minimizers: published.minimizers, turning: true, axes: axes)
      }
    plane = PlaneMotion(map)
    minimum = KnownMinimum(
      value: published.value, minimizers: published.minimizers.map(map.inverse), listsAll: published.listsAll,
      status: published.status)
  }

  /// `part` of an objective, moved by `map` as the objective is.
  private init(_ part: any Objective, map: RigidMotion) {
    (base, id, domain, minimum) = (part, part.id, part.domain, part.minimum)
    self.map = map
    plane = PlaneMotion(map)
  }

  var motion: String { map.description }

  var structure: ObjectiveStructure? {
    switch base.structure {
    case .radial(let center, let profile): .radial(center: map.inverse(center), profile: profile)
    case .composed(let outer, let inner): .composed(outer: outer, inner: inner.map { Self($0, map: map) })
    case nil: nil
    }
  }

  func evaluate<S: RealScalar>(_ x: Span<S>) -> S { moving(x) { base.evaluate($0) } }
  func value(at x: Span<Double>) -> Double { moving(x) { base.value(at: $0) } }
  func dual(at x: Span<Dual>) -> Dual { moving(x) { base.dual(at: $0) } }
  func hyperDual(at x: Span<HyperDual>) -> HyperDual { moving(x) { base.hyperDual(at: $0) } }
  func lanes(at x: Span<Lanes>) -> Lanes { moving(x) { base.lanes(at: $0) } }
  func laneDual(at x: Span<LaneDual>) -> LaneDual { moving(x) { base.laneDual(at: $0) } }
  func enclosure(over box: Span<Interval>) -> Interval { moving(box) { base.enclosure(over: $0) } }
  func enclosure(over box: Span<IntervalDual>) -> IntervalDual { moving(box) { base.enclosure(over: $0) } }
  func enclosure(over box: Span<DecoratedInterval>) -> DecoratedInterval { moving(box) { base.enclosure(over: $0) } }
  func enclosure(over box: Span<IntervalHyperDual>) -> IntervalHyperDual {
    moving(box) { base.enclosure(over: $0) }
  }

  /// ∇g = Qᵀ ∇f: two products with Q, where differentiating through the motion would take n/4 of them.
  func value(at x: Span<Double>, gradient: inout [Double]) -> Double {
    pullingBack(x, &gradient) { base.value(at: $0, gradient: &$1) }
  }
  func lanes(at x: Span<Lanes>, gradient: inout [Lanes]) -> Lanes {
    pullingBack(x, &gradient) { base.lanes(at: $0, gradient: &$1) }
  }
  func evaluate(batches wanted: [Bool], at x: Span<Lanes>, values: inout [Lanes], gradient: inout [Lanes]) {
    evaluateOneByOne(batches: wanted, at: x, values: &values, gradient: &gradient)
  }

  /// ∇²g = Qᵀ ∇²f Q: two matrix products, where differentiating through the motion would take n²/4 products with Q.
  func hessian(at x: Span<Double>, into hessian: inout [Double]) {
    moving(x) { base.hessian(at: $0, into: &hessian) }
    map.pullBack(hessian: &hessian)
  }

  /// What `evaluate` says of the image of `x`, with the gradient that it writes turned back.
  @inline(__always)
  private func pullingBack<S: RealScalar>(
    _ x: Span<S>, _ gradient: inout [S], _ evaluate: (Span<S>, inout [S]) -> S
  ) -> S {
    if let plane {
      let value = moving(x) { evaluate($0, &gradient) }
      var slopes = gradient.mutableSpan
      (slopes[0], slopes[1]) = plane.pulledBack(slopes[0], slopes[1])
      return value
    }
    return withTemporaryScalars(S.self, count: x.count) { moved in
      map.apply(to: x, into: moved)
      let value = evaluate(moved.span, &gradient)
      for i in moved.indices { moved[i] = gradient[i] }
      map.pullBack(moved, into: &gradient)
      return value
    }
  }

  /// Lends the image of `x` to `body`.
  @inline(__always)
  private func moving<S: RealScalar, R>(_ x: Span<S>, _ body: (Span<S>) -> R) -> R {
    if let plane {
      let moved = plane.apply(to: x[0], x[1])
      return body(moved.span)
    }
    return withTemporaryScalars(S.self, count: x.count) { moved in
      map.apply(to: x, into: moved)
      return body(moved.span)
    }
  }
}
