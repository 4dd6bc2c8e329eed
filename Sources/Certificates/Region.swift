import Scalars

/// A part of the domain that may hold a global minimizer.
struct Region: Sendable {
  var box: [Interval]
  /// Below f over the box.
  var lower: Double
  /// The coordinate along which to halve it.
  var splitting = 0
  /// How wide it is along its widest coordinate, in widths of the domain.
  var relativeWidth = 1.0
  /// Its number in the order of creation, which decides ties.
  var number = 0

  /// Two parts; nil where no double lies between the bounds.
  ///
  /// Not in the middle, where the minimizers of symmetric functions lie, and where two boxes would share them.
  func halves() -> (Region, Region)? {
    let side = box[splitting]
    let cut = side.lower + 0.484375 * (side.upper - side.lower)
    guard cut > side.lower, cut < side.upper else { return nil }
    var halves = (self, self)
    halves.0.box[splitting] = Interval(lower: side.lower, upper: cut)
    halves.1.box[splitting] = Interval(lower: cut, upper: side.upper)
    return halves
  }
}
