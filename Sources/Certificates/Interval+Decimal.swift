import Scalars

extension Interval {
  /// The decimal number with the fewest places between the bounds, or the midpoint where 16 do not suffice.
  var simplestDecimal: Double {
    var scale = 1.0
    for _ in 0...16 {
      let rounded = (midpoint * scale).rounded() / scale
      if contains(rounded) { return rounded + 0 }
      scale *= 10
    }
    return midpoint
  }
}
