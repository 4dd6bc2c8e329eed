import Scalars

/// A square matrix of enclosures, row-major.
struct IntervalMatrix: Sendable {
  let count: Int
  var entries: [Interval]

  subscript(row: Int, column: Int) -> Interval {
    get { entries[row * count + column] }
    set { entries[row * count + column] = newValue }
  }

  /// Whether every entry is bounded, which the Hessian of a function with a kink in the box is not.
  var isBounded: Bool { entries.allSatisfy(\.isBounded) }

  /// The inverse of the matrix of midpoints, to rounding; nil where that is singular.
  ///
  /// Gauss–Jordan elimination with partial pivoting. Any matrix would do as a preconditioner: nothing rests on its
  /// accuracy.
  func inverseOfMidpoint() -> [Double]? {
    let n = count
    var left = entries.map(\.midpoint)
    var right = [Double](repeating: 0, count: n * n)
    for i in 0..<n { right[i * n + i] = 1 }
    for column in 0..<n {
      var pivot = column
      for row in column..<n where left[row * n + column].magnitude > left[pivot * n + column].magnitude { pivot = row }
      let divisor = left[pivot * n + column]
      guard divisor != 0 else { return nil }
      for k in 0..<n {
        left.swapAt(column * n + k, pivot * n + k)
        right.swapAt(column * n + k, pivot * n + k)
      }
      for k in 0..<n {
        left[column * n + k] /= divisor
        right[column * n + k] /= divisor
      }
      for row in 0..<n where row != column {
        let factor = left[row * n + column]
        for k in 0..<n {
          left[row * n + k] -= factor * left[column * n + k]
          right[row * n + k] -= factor * right[column * n + k]
        }
      }
    }
    return right.allSatisfy(\.isFinite) ? right : nil
  }

  /// `left` · self, enclosed.
  func premultiplied(by left: [Double]) -> IntervalMatrix {
    let n = count
    var product = IntervalMatrix(count: n, entries: Array(repeating: 0, count: n * n))
    for i in 0..<n {
      for j in 0..<n {
        var sum: Interval = 0
        for k in 0..<n { sum += Interval(left[i * n + k]) * self[k, j] }
        product[i, j] = sum
      }
    }
    return product
  }
}

extension IntervalMatrix {
  /// Whether every symmetric matrix in it is proved positive definite, by Cholesky's algorithm on enclosures.
  var isPositiveDefinite: Bool {
    let n = count
    var factor = self
    for j in 0..<n {
      guard factor[j, j].lower > 0 else { return false }
      for i in (j + 1)..<Swift.max(n, j + 1) {
        let ratio = factor[i, j] / factor[j, j]
        for k in (j + 1)...i {
          factor[i, k] =
            factor[i, k] - (k == i ? .square(factor[i, j]) / factor[j, j] : ratio * factor[k, j])
        }
      }
    }
    return true
  }
}
