import Objectives
import Scalars

/// Where a composed function f(x) = F(h(x)) can have stationary points, if F has none: where the Jacobian of h is singular.
///
/// F is searched in its own variables, where it may be far simpler than f is in x: that of a wave along hyperbolas
/// varies along one of them.
struct SingularComposition {
  private let inner: [any Objective]
  private var slopes: [[Interval]]
  /// Boxes of F's variables that were examined.
  private(set) var boxes = 0

  /// - Returns: nil where F is not shown to have no stationary point among the values of h over `domain`, in as many
  ///   boxes as `limit` says.
  init?(_ structure: ObjectiveStructure?, over domain: [Interval], limit: Int) {
    guard case .composed(let outer, let inner) = structure, inner.count == 2, domain.count == 2 else { return nil }
    self.inner = inner
    slopes = [domain, domain]
    let image = inner.map { $0.enclosure(over: domain) }
    for k in image.indices where boxes < limit {
      if isFreeOfStationaryPoints(outer, over: image, dividing: k, limit: limit) { return }
    }
    return nil
  }

  /// Whether the gradient of `outer` vanishes nowhere in a box; looks at slices of it across coordinate `k`.
  private mutating func isFreeOfStationaryPoints(
    _ outer: any Objective, over image: [Interval], dividing k: Int, limit: Int
  ) -> Bool {
    var open = [image]
    var gradient = image
    let thinnest = 0x1p-40 * image[k].width
    while let slice = open.popLast() {
      boxes += 1
      _ = outer.gradientEnclosure(over: slice, into: &gradient)
      guard gradient.allSatisfy({ $0.contains(0) }) else { continue }
      guard boxes < limit, slice[k].width > thinnest else { return false }
      var (lower, upper) = (slice, slice)
      lower[k] = Interval(lower: slice[k].lower, upper: slice[k].midpoint)
      upper[k] = Interval(lower: slice[k].midpoint, upper: slice[k].upper)
      open += [upper, lower]
    }
    return true
  }

  /// Whether the Jacobian of h is regular all over a box of x, so that f has no stationary point there.
  mutating func isRegular(over box: [Interval]) -> Bool {
    for i in inner.indices { _ = inner[i].gradientEnclosure(over: box, into: &slopes[i]) }
    return !(slopes[0][0] * slopes[1][1] - slopes[0][1] * slopes[1][0]).contains(0)
  }
}
