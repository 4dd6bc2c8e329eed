import Canvas

/// A shaded surface as pixels, with the depth of each sample.
///
/// Quads are visited from the front to the back, so that the depth test saves the shading of what is hidden. Four samples
/// a pixel; the edges are blended with what lies behind the image.
struct SurfaceRaster {
  /// Where the image lies on the page.
  let rect: Rect
  let pixelWidth: Int
  let pixelHeight: Int
  /// Premultiplied `0xAARRGGBB`, row by row from the top.
  let pixels: [UInt32]

  private let samplesPerPoint: Double
  private let columns: Int
  private let rows: Int
  private let keys: [Float]
  private let camera: Camera

  /// `density` is in image pixels per CSS pixel.
  init(
    _ mesh: HeightMesh, camera: Camera, rect: Rect, density: Int, palette: SurfacePalette, style: SurfaceStyle
  ) {
    self.rect = rect
    self.camera = camera
    pixelWidth = max(1, Int(rect.width.rounded(.up)) * density)
    pixelHeight = max(1, Int(rect.height.rounded(.up)) * density)
    let (columns, rows, samplesPerPoint) = (pixelWidth * 2, pixelHeight * 2, Double(2 * density))
    var keys = [Float](repeating: 0, count: columns * rows)
    var samples = [UInt32](repeating: 0, count: columns * rows)
    let vertices = Self.vertices(mesh, camera, rect, samplesPerPoint)
    let lineWidth = Float(style.isolineWidth * samplesPerPoint)
    let lid = Float(mesh.range.u.upperBound)
    keys.withUnsafeMutableBufferPointer { keys in
      samples.withUnsafeMutableBufferPointer { samples in
        var filler = TriangleFiller(
          columns: columns, rows: rows, keys: keys, samples: samples, palette: palette, lineWidth: lineWidth,
          isolineOpacity: Float(style.isolineOpacity), lid: lid, hatch: Int(samplesPerPoint * 7))
        Self.visit(mesh, camera) { a, b, c, d in
          // The diagonal joins the corners that differ less, so that ridges are not cut.
          let along = abs(mesh.heights[a] - mesh.heights[d])
          let across = abs(mesh.heights[b] - mesh.heights[c])
          if along <= across {
            filler.fill(vertices[a], vertices[b], vertices[d])
            filler.fill(vertices[a], vertices[d], vertices[c])
          } else {
            filler.fill(vertices[a], vertices[b], vertices[c])
            filler.fill(vertices[b], vertices[d], vertices[c])
          }
        }
      }
    }
    pixels = Self.average(samples, columns, pixelWidth, pixelHeight)
    (self.columns, self.rows, self.samplesPerPoint, self.keys) = (columns, rows, samplesPerPoint, keys)
  }

  /// Whether nothing of the surface lies in front of a projected place by more than `slack`, in box lengths.
  func isVisible(_ projection: Camera.Projection, slack: Double = 0.012) -> Bool {
    guard let key = key(at: projection.point) else { return true }
    return key == 0 || camera.nearness(ofKey: Double(key)) <= projection.nearness + slack
  }

  private func key(at point: Point) -> Float? {
    let (x, y) = ((point.x - rect.minX) * samplesPerPoint, (point.y - rect.minY) * samplesPerPoint)
    guard x >= 0, y >= 0, x < Double(columns), y < Double(rows) else { return nil }
    return keys[Int(y) * columns + Int(x)]
  }

  private static func vertices(
    _ mesh: HeightMesh, _ camera: Camera, _ rect: Rect, _ scale: Double
  ) -> [TriangleFiller.Vertex] {
    let light = mesh.light(camera)
    var vertices: [TriangleFiller.Vertex] = []
    vertices.reserveCapacity(mesh.columns * mesh.rows)
    // Far beyond the lid, interpolation in single precision would lose what lies below it.
    let (low, high) = (mesh.range.u.lowerBound, mesh.range.u.upperBound)
    let reach = 4 * (high - low)
    for row in 0..<mesh.rows {
      for column in 0..<mesh.columns {
        let index = row * mesh.columns + column
        let projection = camera.project(mesh.place(column: column, row: row))
        let u = min(max(mesh.u[index], low - reach), high + reach)
        vertices.append(
          TriangleFiller.Vertex(
            x: (projection.point.x - rect.minX) * scale, y: (projection.point.y - rect.minY) * scale,
            key: Float(projection.key), u: Float(u), light: light[index]))
      }
    }
    return vertices
  }

  /// Visits the corner indices of every quad without a hole, nearest first.
  private static func visit(_ mesh: HeightMesh, _ camera: Camera, _ body: (Int, Int, Int, Int) -> Void) {
    let eye = camera.towardEye
    let rowOrder = order(mesh.rows - 1, descending: eye.y > 0)
    let columnOrder = order(mesh.columns - 1, descending: eye.x > 0)
    for row in rowOrder {
      for column in columnOrder {
        let a = row * mesh.columns + column
        let (b, c, d) = (a + 1, a + mesh.columns, a + mesh.columns + 1)
        let sum = mesh.heights[a] + mesh.heights[b] + mesh.heights[c] + mesh.heights[d]
        if !sum.isNaN { body(a, b, c, d) }
      }
    }
  }

  private static func order(_ count: Int, descending: Bool) -> [Int] {
    descending ? (0..<count).reversed() : Array(0..<count)
  }

  /// The mean of each pixel's four samples; an empty one counts as transparent.
  private static func average(_ samples: [UInt32], _ columns: Int, _ width: Int, _ height: Int) -> [UInt32] {
    var pixels = [UInt32](repeating: 0, count: width * height)
    pixels.withUnsafeMutableBufferPointer { pixels in
      samples.withUnsafeBufferPointer { samples in
        for y in 0..<height {
          for x in 0..<width {
            let i = 2 * y * columns + 2 * x
            let (a, b, c, d) = (samples[i], samples[i + 1], samples[i + columns], samples[i + columns + 1])
            if a | b | c | d == 0 { continue }
            // Two channels at a time, each with eight bits of room for the sum.
            let low: UInt32 = 0x00ff_00ff
            let odd = (a & low) + (b & low) + (c & low) + (d & low) + 0x0002_0002
            let even = (a >> 8 & low) + (b >> 8 & low) + (c >> 8 & low) + (d >> 8 & low) + 0x0002_0002
            pixels[y * width + x] = (odd >> 2 & low) | (even >> 2 & low) << 8
          }
        }
      }
    }
    return pixels
  }
}

/// How the surface's own lines look.
struct SurfaceStyle: Sendable {
  /// In CSS pixels.
  var isolineWidth = 0.7
  var isolineOpacity = 0.4
}
