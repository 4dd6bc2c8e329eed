import Objectives
import Scalars

/// One step of the interval Newton method: ∇f(c) + H (x − c) = 0 over a box, for some of its coordinates.
///
/// Coordinates that are not unknowns are parameters: they may have a width, and the solutions for all of their values
/// are enclosed.
struct NewtonSystem {
  enum Step: Equatable {
    /// No solution in the box.
    case none
    /// Exactly one solution, if no parameter has a width; the box has been contracted around it.
    case inside
    /// All solutions lie in what is left of the box.
    case contracted
  }

  private let unknowns: [Int]
  private let center: [Double]
  /// ∂²f over the box, unknowns only.
  private let matrix: IntervalMatrix
  /// ∂f at the centre, widened by what the parameters may add.
  private let gradient: [Interval]

  /// Nil where a derivative is unbounded, or nothing is unknown.
  init?(_ objective: any Objective, over box: [Interval], unknowns: [Int]) {
    let n = box.count
    var slope = [Interval](repeating: 0, count: n)
    var hessian = [Interval](repeating: 0, count: n * n)
    _ = objective.hessianEnclosure(over: box, gradient: &slope, into: &hessian)
    let center = box.map(\.midpoint)
    _ = objective.gradientEnclosure(over: center.map { Interval($0) }, into: &slope)
    self.init(box: box, unknowns: unknowns, center: center, gradient: slope, hessian: hessian)
  }

  /// From enclosures of ∇f at `center` and of ∇²f over `box`, both of all coordinates.
  init?(box: [Interval], unknowns: [Int], center: [Double], gradient: [Interval], hessian: [Interval]) {
    let n = box.count
    let m = unknowns.count
    guard m > 0 else { return nil }
    var matrix = IntervalMatrix(count: m, entries: Array(repeating: 0, count: m * m))
    var right = unknowns.map { gradient[$0] }
    for (row, i) in unknowns.enumerated() {
      for (column, j) in unknowns.enumerated() { matrix[row, column] = hessian[i * n + j] }
      for j in box.indices where box[j].lower < box[j].upper && !unknowns.contains(j) {
        right[row] += hessian[i * n + j] * (box[j] - Interval(center[j]))
      }
    }
    guard matrix.isBounded, right.allSatisfy(\.isBounded) else { return nil }
    self.unknowns = unknowns
    self.center = center
    self.matrix = matrix
    self.gradient = right
  }

  /// Contracts `box` to where solutions may be.
  func solve(_ box: inout [Interval]) -> Step {
    guard let inverse = matrix.inverseOfMidpoint() else { return sweep(matrix, gradient, &box) }
    let m = unknowns.count
    let preconditioned = matrix.premultiplied(by: inverse)
    let right = (0..<m).map { i in
      (0..<m).reduce(Interval(0)) { $0 + Interval(inverse[i * m + $1]) * gradient[$1] }
    }
    let krawczyk = (0..<m).map { i in
      var point = Interval(center[unknowns[i]]) - right[i]
      for (j, k) in unknowns.enumerated() {
        point += ((i == j ? 1 : 0) - preconditioned[i, j]) * (box[k] - Interval(center[k]))
      }
      return point
    }
    let isInside = zip(unknowns, krawczyk).allSatisfy { box[$0].enclosesStrictly($1) }
    for (i, image) in zip(unknowns, krawczyk) {
      guard let rest = box[i].intersection(image) else { return .none }
      box[i] = rest
    }
    guard sweep(preconditioned, right, &box) != .none else { return .none }
    return isInside ? .inside : sweep(matrix, gradient, &box)
  }

  /// Where Newton's method in plain numbers ends that starts in the middle of `box`; nil if it leaves the box.
  static func root(of objective: any Objective, near box: [Interval], unknowns: [Int]) -> [Double]? {
    let (n, m) = (box.count, unknowns.count)
    var x = box.map(\.midpoint)
    var gradient = x
    var hessian = [Double](repeating: 0, count: n * n)
    for _ in 0..<8 {
      _ = objective.value(at: x.span, gradient: &gradient)
      objective.hessian(at: x.span, into: &hessian)
      let matrix = IntervalMatrix(
        count: m, entries: unknowns.flatMap { i in unknowns.map { Interval(hessian[i * n + $0]) } })
      guard let inverse = matrix.inverseOfMidpoint() else { return nil }
      var isSettled = true
      for (row, i) in unknowns.enumerated() {
        var step = 0.0
        for (column, j) in unknowns.enumerated() { step += inverse[row * m + column] * gradient[j] }
        x[i] -= step
        guard box[i].contains(x[i]) else { return nil }
        if step.magnitude > 0x1p-46 * (x[i].magnitude + box[i].width) { isSettled = false }
      }
      if isSettled { break }
    }
    return x
  }

  /// Gauss–Seidel: solves each equation for its own unknown, over what is left of the others.
  private func sweep(_ matrix: IntervalMatrix, _ right: [Interval], _ box: inout [Interval]) -> Step {
    for (row, i) in unknowns.enumerated() {
      var rest = right[row]
      for (column, j) in unknowns.enumerated() where j != i {
        rest += matrix[row, column] * (box[j] - Interval(center[j]))
      }
      guard let solution = (box[i] - Interval(center[i])).solution(of: matrix[row, row], plus: rest) else {
        return .none
      }
      guard let kept = box[i].intersection(Interval(center[i]) + solution) else { return .none }
      box[i] = kept
    }
    return .contracted
  }
}

extension Interval {
  /// The hull of the d in this interval with a d + b = 0 for some a of `factor` and b of `offset`; nil if there are none.
  func solution(of factor: Interval, plus offset: Interval) -> Interval? {
    if !factor.contains(0) { return intersection(-offset / factor) }
    if offset.contains(0) { return self }
    // −b/a is two half lines: below `negative` and above `positive`.
    let numerator = offset.lower > 0 ? Interval(offset.lower) : Interval(-offset.upper)
    let (toLower, toUpper) = offset.lower > 0 ? (factor.upper, factor.lower) : (-factor.lower, -factor.upper)
    // d ≤ −|b|/toLower if toLower > 0; d ≥ |b|/−toUpper if toUpper < 0.
    let negative = toLower > 0 ? (-numerator / Interval(toLower)).upper : -.infinity
    let positive = toUpper < 0 ? (-numerator / Interval(toUpper)).lower : .infinity
    let reachesNegative = lower <= negative
    let reachesPositive = upper >= positive
    switch (reachesNegative, reachesPositive) {
    case (true, true): return self
    case (true, false): return Interval(lower: lower, upper: Swift.min(upper, negative))
    case (false, true): return Interval(lower: Swift.max(lower, positive), upper: upper)
    case (false, false): return nil
    }
  }
}
