import Scalars

/// Enclosures over boxes held in arrays.
extension Objective {
  /// An interval that holds f(x) for every x of the box.
  public func enclosure(over box: [Interval]) -> Interval { enclosure(over: box.span) }

  /// Encloses f over the box, writing enclosures of ∂f/∂xᵢ into `gradient`, one per dimension.
  ///
  /// Where f has a kink in the box, they hold its generalized gradient (Clarke), for which the mean value theorem holds;
  /// where f may jump, they are the entire line.
  public func gradientEnclosure(over box: [Interval], into gradient: inout [Interval]) -> Interval {
    let n = box.count
    return withTemporaryScalars(IntervalDual.self, count: n) { variables in
      var value = Interval.entire
      for block in stride(from: 0, to: n, by: IntervalDual.width) {
        for i in 0..<n { variables[i] = IntervalDual(variable: box[i], lane: i - block) }
        let dual = enclosure(over: variables.span)
        for lane in 0..<Swift.min(IntervalDual.width, n - block) { gradient[block + lane] = dual.partials[lane] }
        value = dual.value
      }
      return value
    }
  }

  /// Encloses f, ∇f and ∇²f over the box; `hessian` is n × n in row-major order, symmetric.
  ///
  /// Where f has a kink in the box, second derivatives are the entire line.
  public func hessianEnclosure(
    over box: [Interval], gradient: inout [Interval], into hessian: inout [Interval]
  ) -> Interval {
    let n = box.count
    return withTemporaryScalars(IntervalHyperDual.self, count: n) { variables in
      var value = Interval.entire
      for row in 0..<n {
        for block in stride(
          from: row / IntervalHyperDual.width * IntervalHyperDual.width, to: n, by: IntervalHyperDual.width)
        {
          for i in 0..<n {
            variables[i] = IntervalHyperDual(variable: box[i], isFirst: i == row, lane: i - block)
          }
          let result = enclosure(over: variables.span)
          for column in Swift.max(row, block)..<Swift.min(n, block + IntervalHyperDual.width) {
            hessian[row * n + column] = result.mixed[column - block]
            hessian[column * n + row] = result.mixed[column - block]
          }
          (value, gradient[row]) = (result.value, result.first)
        }
      }
      return value
    }
  }
}
