/// Samples of a function of two variables on a regular grid over a rectangle.
///
/// `values` is row-major: `values[row * columns + column]`, the first row at `y.lowerBound`, the first column at
/// `x.lowerBound`; samples lie on the rectangle's edges. A value may be NaN (undefined there: drawn as a hole) or
/// infinite (drawn as beyond the highest or lowest level).
public struct ScalarField: Sendable, Equatable {
  public let columns: Int
  public let rows: Int
  public let x: ClosedRange<Double>
  public let y: ClosedRange<Double>
  public let values: [Double]

  /// Wraps samples that already exist; needs at least two columns and two rows.
  public init(columns: Int, rows: Int, x: ClosedRange<Double>, y: ClosedRange<Double>, values: [Double]) {
    precondition(columns >= 2 && rows >= 2, "a scalar field needs at least two columns and two rows")
    precondition(values.count == columns * rows, "a scalar field needs columns × rows values")
    precondition(x.lowerBound < x.upperBound && y.lowerBound < y.upperBound, "a scalar field needs an area")
    self.columns = columns
    self.rows = rows
    self.x = x
    self.y = y
    self.values = values
  }

  /// Samples `function(x, y)` on the grid, row by row from the lowest `y`.
  public init(
    columns: Int, rows: Int, x: ClosedRange<Double>, y: ClosedRange<Double>,
    sampling function: (Double, Double) throws -> Double
  ) rethrows {
    var values: [Double] = []
    values.reserveCapacity(columns * rows)
    for row in 0..<rows {
      let v = Self.position(row, of: rows, in: y)
      for column in 0..<columns {
        values.append(try function(Self.position(column, of: columns, in: x), v))
      }
    }
    self.init(columns: columns, rows: rows, x: x, y: y, values: values)
  }

  public subscript(column: Int, row: Int) -> Double { values[row * columns + column] }

  public func x(ofColumn column: Int) -> Double { Self.position(column, of: columns, in: x) }

  public func y(ofRow row: Int) -> Double { Self.position(row, of: rows, in: y) }

  /// The same grid with every value replaced.
  public func map(_ transform: (Double) -> Double) -> ScalarField {
    ScalarField(columns: columns, rows: rows, x: x, y: y, values: values.map(transform))
  }

  /// Bilinear interpolation; NaN outside the rectangle and beside a NaN sample.
  public func value(x px: Double, y py: Double) -> Double {
    let s = (px - x.lowerBound) / (x.upperBound - x.lowerBound) * Double(columns - 1)
    let t = (py - y.lowerBound) / (y.upperBound - y.lowerBound) * Double(rows - 1)
    guard s >= 0, t >= 0, s <= Double(columns - 1), t <= Double(rows - 1) else { return .nan }
    let column = min(Int(s), columns - 2)
    let row = min(Int(t), rows - 2)
    let a = s - Double(column)
    let b = t - Double(row)
    let low = self[column, row] * (1 - a) + self[column + 1, row] * a
    let high = self[column, row + 1] * (1 - a) + self[column + 1, row + 1] * a
    return low * (1 - b) + high * b
  }

  /// The finite samples in ascending order.
  public var sortedFiniteValues: [Double] { values.filter(\.isFinite).sorted() }

  private static func position(_ index: Int, of count: Int, in range: ClosedRange<Double>) -> Double {
    if index == count - 1 { return range.upperBound }
    let fraction = Double(index) / Double(count - 1)
    return range.lowerBound + (range.upperBound - range.lowerBound) * fraction
  }
}
