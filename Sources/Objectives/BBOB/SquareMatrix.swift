import Scalars

/// A square matrix of plain numbers that vectors of any scalar are multiplied with.
struct SquareMatrix: Sendable {
  let count: Int
  /// Column after column, so that a product runs down contiguous columns.
  private let elements: [Double]

  init(columns: [[Double]]) {
    count = columns.count
    elements = columns.flatMap { $0 }
  }

  subscript(row: Int, column: Int) -> Double { elements[column * count + row] }

  /// Writes the product with `x` into `y`, another vector.
  @inline(never)
  func multiply<S: RealScalar>(_ x: UnsafeMutableBufferPointer<S>, into y: UnsafeMutableBufferPointer<S>) {
    for row in 0..<count { y[row] = 0 }
    elements.withUnsafeBufferPointer { elements in
      for column in 0..<count {
        let factor = x[column]
        for row in 0..<count { y[row] += S(elements[column * count + row]) * factor }
      }
    }
  }

  /// The product with a vector of plain numbers.
  func multiply(_ x: [Double]) -> [Double] {
    var x = x
    var y = x
    x.withUnsafeMutableBufferPointer { x in y.withUnsafeMutableBufferPointer { y in multiply(x, into: y) } }
    return y
  }

  /// The matrix whose rows are this one's columns.
  var transposed: SquareMatrix {
    SquareMatrix(columns: (0..<count).map { row in (0..<count).map { self[row, $0] } })
  }

  /// diag(`scales`) · self.
  func scalingRows(by scales: [Double]) -> SquareMatrix {
    SquareMatrix(columns: (0..<count).map { column in (0..<count).map { scales[$0] * self[$0, column] } })
  }

  /// self · diag(`scales`).
  func scalingColumns(by scales: [Double]) -> SquareMatrix {
    SquareMatrix(columns: (0..<count).map { column in (0..<count).map { self[$0, column] * scales[column] } })
  }

  static func * (left: SquareMatrix, right: SquareMatrix) -> SquareMatrix {
    SquareMatrix(
      columns: (0..<right.count).map { column in left.multiply((0..<right.count).map { right[$0, column] }) })
  }
}
