import Scalars

/// An objective of whose slopes over boxes nothing is known where its formula may be undefined.
///
/// Enclosures of values hold those that exist. Slopes prove something of a line, or of a box, only if f is defined all
/// along it: 0·√x + x rises wherever it is defined, and yet is lowest at 0, not at the lower end of [−1, 1].
struct PartlyDefined: Objective {
  let base: any Objective
  /// A box on which the formula is surely defined, where it need not be looked at again.
  let sure: [Interval]?

  var id: String { base.id }
  var domain: Box { base.domain }
  var minimum: KnownMinimum { base.minimum }
  var motion: String { base.motion }
  var structure: ObjectiveStructure? { base.structure }
  var isCostly: Bool { base.isCostly }
  func canonicalForm(of x: [Double]) -> [Double] { base.canonicalForm(of: x) }
  func drawStart(using generator: inout SeededGenerator) -> [Double] { base.drawStart(using: &generator) }

  func evaluate<S: RealScalar>(_ x: Span<S>) -> S { base.evaluate(x) }
  func value(at x: Span<Double>) -> Double { base.value(at: x) }
  func dual(at x: Span<Dual>) -> Dual { base.dual(at: x) }
  func hyperDual(at x: Span<HyperDual>) -> HyperDual { base.hyperDual(at: x) }
  func lanes(at x: Span<Lanes>) -> Lanes { base.lanes(at: x) }
  func laneDual(at x: Span<LaneDual>) -> LaneDual { base.laneDual(at: x) }
  func value(at x: Span<Double>, gradient: inout [Double]) -> Double { base.value(at: x, gradient: &gradient) }
  func lanes(at x: Span<Lanes>, gradient: inout [Lanes]) -> Lanes { base.lanes(at: x, gradient: &gradient) }
  func evaluate(batches wanted: [Bool], at x: Span<Lanes>, values: inout [Lanes], gradient: inout [Lanes]) {
    base.evaluate(batches: wanted, at: x, values: &values, gradient: &gradient)
  }
  func hessian(at x: Span<Double>, into hessian: inout [Double]) { base.hessian(at: x, into: &hessian) }
  func enclosure(over box: Span<DecoratedInterval>) -> DecoratedInterval { base.enclosure(over: box) }

  func enclosure(over box: Span<Interval>) -> Interval {
    definition(over: box) { $0 } == .nowhere ? .entire : base.enclosure(over: box)
  }

  func enclosure(over box: Span<IntervalDual>) -> IntervalDual {
    let definition = definition(over: box) { $0.value }
    let value = definition == .nowhere ? IntervalDual(constant: .entire) : base.enclosure(over: box)
    if definition == .everywhere { return value }
    return IntervalDual(value: value.value, partials: IntervalFour(repeating: .entire))
  }

  func enclosure(over box: Span<IntervalHyperDual>) -> IntervalHyperDual {
    let definition = definition(over: box) { $0.value }
    let value = definition == .nowhere ? IntervalHyperDual(constant: .entire) : base.enclosure(over: box)
    if definition == .everywhere { return value }
    let unknown = IntervalFour(repeating: .entire)
    return IntervalHyperDual(value: value.value, first: .entire, partials: unknown, mixed: unknown)
  }

  private func definition<S: RealScalar>(
    over box: Span<S>, _ side: (S) -> Interval
  ) -> DecoratedInterval.Definition {
    if let sure, box.indices.allSatisfy({ sure[$0].encloses(side(box[$0])) }) { return .everywhere }
    return withTemporaryScalars(DecoratedInterval.self, count: box.count) { variables in
      for i in box.indices { variables[i] = DecoratedInterval(side(box[i])) }
      return base.enclosure(over: variables.span).definition
    }
  }
}

extension Objective {
  /// Where in the box the formula is defined.
  public func definition(over box: [Interval]) -> DecoratedInterval.Definition {
    let variables = box.map { DecoratedInterval($0) }
    return enclosure(over: variables.span).definition
  }

  /// The same objective, with slopes that are unknown where it may be undefined; itself if it is defined all over `box`.
  ///
  /// Whoever concludes anything from a gradient or Hessian over a part of `box` has to ask this one.
  public func withSlopesWhereDefined(in box: [Interval]) -> any Objective {
    if self is PartlyDefined || definition(over: box) == .everywhere { return self }
    let domain = domain.intervals
    return PartlyDefined(base: self, sure: definition(over: domain) == .everywhere ? domain : nil)
  }

  /// Whether the formula is proved to be defined all over `box`, divided into `limit` parts at most.
  public func isDefined(throughout box: [Interval], within limit: Int = 1000) -> Bool {
    var open = [box]
    var count = 0
    while let part = open.popLast() {
      count += 1
      switch definition(over: part) {
      case .everywhere: continue
      case .nowhere: return false
      case .unsure where count + open.count >= limit: return false
      case .unsure:
        let i = part.indices.max { part[$0].width / box[$0].width < part[$1].width / box[$1].width } ?? 0
        for half in [
          Interval(lower: part[i].lower, upper: part[i].midpoint),
          Interval(lower: part[i].midpoint, upper: part[i].upper),
        ] {
          var rest = part
          rest[i] = half
          open.append(rest)
        }
      }
    }
    return true
  }
}

extension Box {
  /// Its sides.
  public var intervals: [Interval] { zip(lower, upper).map { Interval(lower: $0, upper: $1) } }
}
