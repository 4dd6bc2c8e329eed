import CVectors
import Scalars

/// Eight doubles from anywhere.
@inline(__always)
func load(_ address: UnsafePointer<Double>) -> Lanes {
  Lanes(values: UnsafeRawPointer(address).loadUnaligned(as: SIMD8<Double>.self))
}

@inline(__always)
func load(_ address: UnsafeMutablePointer<Double>) -> Lanes { load(UnsafePointer(address)) }

@inline(__always)
func store(_ lanes: Lanes, at address: UnsafeMutablePointer<Double>) {
  UnsafeMutableRawPointer(address).storeBytes(of: lanes.values, as: SIMD8<Double>.self)
}

@inline(__always)
func fill(_ base: UnsafeMutablePointer<Double>, with value: Double, count: Int) {
  base.update(repeating: value, count: count)
}

/// A matrix in memory that somebody else owns, whose element (i, j) is at `base[i * row + j * column]`.
struct Matrix {
  let base: UnsafeMutablePointer<Double>
  let row: Int
  var column = 1

  var transposed: Matrix { Matrix(base: base, row: column, column: row) }
}

/// Where a product of matrices starts from.
enum ProductStart {
  /// Every row from the same row.
  case row(UnsafeMutablePointer<Double>)
  /// What the result holds already.
  case result
}

/// result = start + left · right, for `rows` × `inner` times `inner` × `columns`.
///
/// `rows` is a multiple of 4 and `columns` one of 8; rows of `right` and of `result` lie together. One tile of 4 × 8
/// sums stays in registers while `inner` runs; sums are added in the order of `inner`, whatever the sizes.
func multiply(
  _ left: Matrix, _ right: Matrix, into result: Matrix, rows: Int, columns: Int, inner: Int, from start: ProductStart
) {
  switch start {
  case .row(let base):
    multiplyTiles(
      left.base, left.row, left.column, right.base, right.row, base, 0, result.base, result.row, rows, columns, inner)
  case .result:
    multiplyTiles(
      left.base, left.row, left.column, right.base, right.row, result.base, result.row, result.base, result.row, rows,
      columns, inner)
  }
}

@inline(never)
private func multiplyTiles(
  _ left: UnsafeMutablePointer<Double>, _ leftRow: Int, _ leftColumn: Int,
  _ right: UnsafeMutablePointer<Double>, _ rightRow: Int,
  _ start: UnsafeMutablePointer<Double>, _ startRow: Int,
  _ result: UnsafeMutablePointer<Double>, _ resultRow: Int,
  _ rows: Int, _ columns: Int, _ inner: Int
) {
  var j = 0
  while j < columns {
    var i = 0
    while i < rows {
      let initial = start + i * startRow + j
      var (c0, c1) = (load(initial).values, load(initial + startRow).values)
      var (c2, c3) = (load(initial + 2 * startRow).values, load(initial + 3 * startRow).values)
      var a = left + i * leftRow
      var b = right + j
      for _ in 0..<inner {
        let row = load(b).values
        c0 = sum8(c0, product8(SIMD8(repeating: a[0]), row))
        c1 = sum8(c1, product8(SIMD8(repeating: a[leftRow]), row))
        c2 = sum8(c2, product8(SIMD8(repeating: a[2 &* leftRow]), row))
        c3 = sum8(c3, product8(SIMD8(repeating: a[3 &* leftRow]), row))
        a += leftColumn
        b += rightRow
      }
      let output = result + i * resultRow + j
      store(Lanes(values: c0), at: output)
      store(Lanes(values: c1), at: output + resultRow)
      store(Lanes(values: c2), at: output + 2 * resultRow)
      store(Lanes(values: c3), at: output + 3 * resultRow)
      i += 4
    }
    j += Lanes.width
  }
}

/// sums[j] += Σᵢ matrix[i, j], for columns in multiples of 8.
@inline(never)
func addColumnSums(
  of matrix: UnsafeMutablePointer<Double>, row: Int, rows: Int, columns: Int,
  to sums: UnsafeMutablePointer<Double>
) {
  for j in stride(from: 0, to: columns, by: Lanes.width) {
    var sum = load(sums + j)
    for i in 0..<rows { sum += load(matrix + i * row + j) }
    store(sum, at: sums + j)
  }
}

/// target[i] *= factors[i] for `count`, a multiple of 8.
@inline(never)
func scale(
  _ target: UnsafeMutablePointer<Double>, by factors: UnsafeMutablePointer<Double>, count: Int
) {
  for i in stride(from: 0, to: count, by: Lanes.width) { store(load(target + i) * load(factors + i), at: target + i) }
}
