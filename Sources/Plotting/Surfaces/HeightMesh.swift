import Canvas

/// A height field in the unit box with what shading needs at each vertex.
struct HeightMesh {
  let columns: Int
  let rows: Int
  /// Heights in the box; NaN where there is no surface.
  let heights: [Double]
  /// The transformed values, not clamped to the box, for colour.
  let u: [Double]
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>
  let range: SurfaceRange

  init(_ field: ScalarField, range: SurfaceRange) {
    columns = field.columns
    rows = field.rows
    (x, y) = (field.x, field.y)
    self.range = range
    u = field.values
    heights = field.values.map { range.height(ofU: $0) }
  }

  func place(column: Int, row: Int) -> SIMD3<Double> {
    [
      Double(column) / Double(columns - 1), Double(row) / Double(rows - 1), heights[row * columns + column],
    ]
  }

  /// The place on the surface over a point of the domain, bilinear; nil outside and over a hole.
  func place(x px: Double, y py: Double) -> SIMD3<Double>? {
    let s = (px - x.lowerBound) / (x.upperBound - x.lowerBound) * Double(columns - 1)
    let t = (py - y.lowerBound) / (y.upperBound - y.lowerBound) * Double(rows - 1)
    guard s >= 0, t >= 0, s <= Double(columns - 1), t <= Double(rows - 1) else { return nil }
    let (column, row) = (min(Int(s), columns - 2), min(Int(t), rows - 2))
    let (a, b) = (s - Double(column), t - Double(row))
    let index = row * columns + column
    let low = heights[index] * (1 - a) + heights[index + 1] * a
    let high = heights[index + columns] * (1 - a) + heights[index + columns + 1] * a
    let height = low * (1 - b) + high * b
    guard height.isFinite else { return nil }
    return [s / Double(columns - 1), t / Double(rows - 1), height]
  }

  /// The brightness of the surface at each vertex, 0.55 … 1.05, with normals taken in the stretched box.
  func light(_ camera: Camera) -> [Float] {
    let lamp = camera.towardLight
    var light = [Float](repeating: 1, count: columns * rows)
    let stepX = camera.proportions.x / Double(columns - 1)
    let stepY = camera.proportions.y / Double(rows - 1)
    for row in 0..<rows {
      for column in 0..<columns {
        let index = row * columns + column
        let dx = slope(index, column, columns, 1) * camera.proportions.z / stepX
        let dy = slope(index, row, rows, columns) * camera.proportions.z / stepY
        let normal = SIMD3(-dx, -dy, 1)
        let cosine = Camera.dot(normal, lamp) / Camera.dot(normal, normal).squareRoot()
        light[index] = Float(0.55 + 0.5 * max(0, cosine))
      }
    }
    return light
  }

  /// Whether the upper side of the surface is turned to the eye at the sample nearest to a place.
  func isFacing(_ place: SIMD3<Double>, _ camera: Camera) -> Bool {
    let column = min(max(Int((place.x * Double(columns - 1)).rounded()), 0), columns - 1)
    let row = min(max(Int((place.y * Double(rows - 1)).rounded()), 0), rows - 1)
    let index = row * columns + column
    let dx = slope(index, column, columns, 1) * Double(columns - 1) * camera.proportions.z / camera.proportions.x
    let dy = slope(index, row, rows, columns) * Double(rows - 1) * camera.proportions.z / camera.proportions.y
    return Camera.dot([-dx, -dy, 1], camera.towardEye) > 0
  }

  /// The central difference of heights, one-sided at the border and beside holes.
  private func slope(_ index: Int, _ position: Int, _ count: Int, _ stride: Int) -> Double {
    let here = heights[index]
    let before = position > 0 ? heights[index - stride] : .nan
    let after = position + 1 < count ? heights[index + stride] : .nan
    switch (before.isNaN, after.isNaN) {
    case (false, false): return (after - before) / 2
    case (true, false): return after - here
    case (false, true): return here - before
    case (true, true): return 0
    }
  }
}

/// The transformed values that the box of a surface spans.
struct SurfaceRange: Sendable, Equatable {
  /// The values at the foot of the surface and at the lid.
  let u: ClosedRange<Double>
  /// The height of the foot above the floor, which leaves room to see the floor.
  let foot: Double

  /// The height in the box: clamped to the lid and the foot, NaN for NaN.
  func height(ofU value: Double) -> Double {
    guard !value.isNaN else { return value }
    let span = u.upperBound - u.lowerBound
    let t = span > 0 ? (value - u.lowerBound) / span : 0
    return foot + (1 - foot) * min(max(t, 0), 1)
  }
}
