import Objectives
import Scalars

/// Everything that is known to shrink, split or discard a region, in the order of cost.
///
/// A global minimizer in the region fulfils, coordinate by coordinate: either the coordinate is at a bound of the
/// *domain*, or the derivative along it vanishes and the second derivative is not negative. Only enclosures that are
/// bounded are used as derivatives; where the formula may be undefined or jumps, they are not.
struct RegionTest {
  let objective: any Objective
  let domain: [Interval]
  let widths: [Double]
  let tolerance: Double
  let maximumBoxes: Int
  /// Hessians cost n²/4 evaluations, too many above.
  static let highestDimension = 40
  /// How many boxes were enclosed.
  private(set) var boxes = 0

  /// - Parameter objective: with slopes that are unknown where it may be undefined.
  init(_ objective: any Objective, tolerance: Double, maximumBoxes: Int) {
    self.objective = objective
    self.tolerance = tolerance
    self.maximumBoxes = maximumBoxes
    domain = zip(objective.domain.lower, objective.domain.upper).map { Interval(lower: $0, upper: $1) }
    widths = domain.map { Swift.max($0.width, .leastNormalMagnitude) }
  }

  /// What is left of a region: nothing, one smaller region, or two on opposite faces of the domain.
  ///
  /// Once `maximumBoxes` boxes were enclosed, a region is left as it is.
  mutating func reduce(_ region: Region, _ incumbent: inout Incumbent) -> [Region] {
    var region = region
    for _ in 0..<30 where boxes < maximumBoxes {
      switch step(&region, &incumbent) {
      case .discarded: return []
      case .again: continue
      case .done: return [region]
      case .faces(let faces): return faces.flatMap { reduce($0, &incumbent) }
      }
    }
    return [region]
  }

  private enum Result {
    case discarded, again, done
    case faces([Region])
  }

  private mutating func step(_ region: inout Region, _ incumbent: inout Incumbent) -> Result {
    boxes += 1
    let n = domain.count
    let box = region.box
    var gradient = [Interval](repeating: 0, count: n)
    let value = objective.gradientEnclosure(over: box, into: &gradient)
    if value == .entire, objective.definition(over: box) == .nowhere { return .discarded }
    let free = box.indices.filter { box[$0].lower < box[$0].upper }
    region.lower = Swift.max(region.lower, value.lower)
    chooseSplitting(&region, free: free, gradient: value.isBounded ? gradient : nil)
    guard region.lower <= incumbent.upper else { return .discarded }
    guard !free.isEmpty else {
      incumbent.offer(box.map(\.lower), .search)
      return .done
    }
    guard value.isBounded else {
      incumbent.explore(from: box.map(\.midpoint), gain: tolerance)
      return .done
    }
    switch pinMonotone(&region.box, free: free, gradient: gradient) {
    case .discarded: return .discarded
    case .again: return .again
    default: break
    }
    var hessian = [Interval](repeating: 0, count: n * n)
    let isSmooth =
      n <= Self.highestDimension && free.allSatisfy { gradient[$0].isBounded }
      && objective.hessianEnclosure(over: box, gradient: &gradient, into: &hessian).isBounded
      && free.allSatisfy { i in free.allSatisfy { hessian[i * n + $0].isBounded } }
    return isSmooth
      ? secondOrder(&region, &incumbent, free: free, slope: gradient, hessian: hessian)
      : firstOrder(&region, &incumbent, free: free, gradient: gradient)
  }

  /// Where f is monotone along a coordinate, minimizers are on the domain's face, if the region reaches it.
  private func pinMonotone(_ box: inout [Interval], free: [Int], gradient: [Interval]) -> Result {
    var isPinned = false
    for i in free where gradient[i].isBounded {
      if gradient[i].lower > 0 {
        guard box[i].lower == domain[i].lower else { return .discarded }
        box[i] = Interval(domain[i].lower)
        isPinned = true
      } else if gradient[i].upper < 0 {
        guard box[i].upper == domain[i].upper else { return .discarded }
        box[i] = Interval(domain[i].upper)
        isPinned = true
      }
    }
    return isPinned ? .again : .done
  }

  /// The mean value form f(c) + G (X − c), at the centre that is best for the lower bound.
  ///
  /// Source: Baumann, Optimal Centered Forms, BIT 28 (1988), doi:10.1007/BF01934696.
  private func firstOrder(
    _ region: inout Region, _ incumbent: inout Incumbent, free: [Int], gradient: [Interval]
  ) -> Result {
    var center = region.box.map(\.midpoint)
    incumbent.explore(from: center, gain: tolerance)
    guard free.allSatisfy({ gradient[$0].isBounded }) else { return .done }
    for i in free where gradient[i].contains(0) && gradient[i].width > 0 {
      let share = gradient[i].upper / gradient[i].width
      let side = region.box[i]
      center[i] = Swift.min(Swift.max(share * side.lower + (1 - share) * side.upper, side.lower), side.upper)
    }
    var form = objective.enclosure(over: center.map { Interval($0) })
    for i in free { form += gradient[i] * (region.box[i] - Interval(center[i])) }
    region.lower = Swift.max(region.lower, form.lower)
    return region.lower > incumbent.upper ? .discarded : .done
  }

  private mutating func secondOrder(
    _ region: inout Region, _ incumbent: inout Incumbent, free: [Int], slope: [Interval], hessian: [Interval]
  ) -> Result {
    let n = domain.count
    for i in free where hessian[i * n + i].upper < 0 { return .faces(faces(of: region, along: i)) }
    let center = region.box.map(\.midpoint)
    var gradient = [Interval](repeating: 0, count: n)
    let value = objective.gradientEnclosure(over: center.map { Interval($0) }, into: &gradient)
    switch pinMonotone(&region.box, free: free, gradient: slopes(over: region.box, slope, gradient, hessian, center)) {
    case .discarded: return .discarded
    case .again: return .again
    default: break
    }
    let bound = QuadraticBound(
      value: value, gradient: gradient, hessian: hessian, box: region.box, center: center, free: free)
    region.lower = Swift.max(region.lower, bound.lower)
    incumbent.explore(from: bound.point, gain: tolerance)
    guard region.lower <= incumbent.upper else { return .discarded }

    let before = region.box
    let interior = free.filter { before[$0].lower > domain[$0].lower && before[$0].upper < domain[$0].upper }
    guard
      let system = NewtonSystem(
        box: before, unknowns: interior, center: center, gradient: gradient, hessian: hessian)
    else { return .done }
    guard system.solve(&region.box) != .none else { return .discarded }
    chooseSplitting(&region, free: free, gradient: slope)
    return interior.contains { region.box[$0].width < 0.5 * before[$0].width } ? .again : .done
  }

  /// The gradient over a box from the gradient at its centre and the Hessian, together with the enclosure at hand.
  private func slopes(
    over box: [Interval], _ slope: [Interval], _ gradient: [Interval], _ hessian: [Interval], _ center: [Double]
  ) -> [Interval] {
    let n = domain.count
    return box.indices.map { i in
      var sum = gradient[i]
      for j in 0..<n where box[j].lower < box[j].upper { sum += hessian[i * n + j] * (box[j] - Interval(center[j])) }
      return sum.intersection(slope[i]) ?? sum
    }
  }

  /// Where f is concave along a coordinate, minimizers are on the domain's faces that the region reaches.
  private func faces(of region: Region, along i: Int) -> [Region] {
    var faces: [Region] = []
    for bound in [domain[i].lower, domain[i].upper] where region.box[i].contains(bound) {
      var face = region
      face.box[i] = Interval(bound)
      faces.append(face)
    }
    return faces
  }

  /// The coordinate along which f varies most over the box, or where that is unknown, the widest.
  private func chooseSplitting(_ region: inout Region, free: [Int], gradient: [Interval]?) {
    region.relativeWidth = free.reduce(0) { Swift.max($0, region.box[$1].width / widths[$1]) }
    var best = -1.0
    for i in free {
      let relative = region.box[i].width / widths[i]
      var score = relative
      if let gradient { score = gradient[i].magnitude * region.box[i].width }
      if !score.isFinite { score = .greatestFiniteMagnitude * relative }
      if score > best { (best, region.splitting) = (score, i) }
    }
  }
}
