extension ScalarField {
  /// The same function with at most `limit` samples to a side, interpolated on a regular grid; the edges stay.
  ///
  /// Where interpolation meets NaN or infinity, the nearest sample counts.
  func thinned(to limit: Int) -> ScalarField {
    let (m, n) = (min(columns, max(2, limit)), min(rows, max(2, limit)))
    guard m < columns || n < rows else { return self }
    return ScalarField(columns: m, rows: n, x: x, y: y) { px, py in
      let value = value(x: px, y: py)
      return value.isFinite ? value : nearest(x: px, y: py)
    }
  }

  /// The sample nearest to a point of the rectangle.
  private func nearest(x px: Double, y py: Double) -> Double {
    let s = (px - x.lowerBound) / (x.upperBound - x.lowerBound) * Double(columns - 1)
    let t = (py - y.lowerBound) / (y.upperBound - y.lowerBound) * Double(rows - 1)
    return self[min(max(Int(s.rounded()), 0), columns - 1), min(max(Int(t.rounded()), 0), rows - 1)]
  }
}
