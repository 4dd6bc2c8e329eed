/// Fills triangles into a buffer of samples with a depth test: flat bands, smooth light, isolines of constant width.
///
/// A sample is covered where its middle lies in the triangle; triangles that share an edge share its rounding, so there
/// are neither seams nor samples drawn twice.
struct TriangleFiller {
  struct Vertex {
    let x: Double
    let y: Double
    let key: Float
    let u: Float
    let light: Float
  }

  let columns: Int
  let rows: Int
  /// The greatest depth key so far; 0 is empty.
  let keys: UnsafeMutableBufferPointer<Float>
  /// Opaque `0xFFRRGGBB`; 0 is empty.
  let samples: UnsafeMutableBufferPointer<UInt32>
  let palette: SurfacePalette
  /// In samples.
  let lineWidth: Float
  let isolineOpacity: Float
  /// Above this value the surface is cut off and hatched.
  let lid: Float
  /// The period of the hatching, in samples.
  let hatch: Int

  mutating func fill(_ a: Vertex, _ b: Vertex, _ c: Vertex) {
    let top = min(a.y, b.y, c.y)
    let bottom = max(a.y, b.y, c.y)
    let first = max(0, Int((top - 0.5).rounded(.up)))
    let last = min(rows - 1, Int((bottom - 0.5).rounded(.up)) - 1)
    guard first <= last else { return }
    let area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)
    guard area != 0 else { return }
    let key = Plane(a, b, c, area, a.key, b.key, c.key)
    let u = Plane(a, b, c, area, a.u, b.u, c.u)
    let light = Plane(a, b, c, area, a.light, b.light, c.light)
    // On the page y points down, so what runs clockwise in the field is seen from below: darker, as in a shade.
    let side: Float = area < 0 ? 1 : 0.62
    let steepness = max((u.dx * u.dx + u.dy * u.dy).squareRoot(), 1e-12)
    let lightRange = (min(a.light, b.light, c.light), max(a.light, b.light, c.light))
    for row in first...last {
      let y = Double(row) + 0.5
      var left = Double.infinity
      var right = -Double.infinity
      Self.cross(a, b, y, &left, &right)
      Self.cross(b, c, y, &left, &right)
      Self.cross(c, a, y, &left, &right)
      guard left <= right else { continue }
      let start = max(0, Int((left - 0.5).rounded(.up)))
      let end = min(columns, Int((right - 0.5).rounded(.up)))
      guard start < end else { continue }
      let (dx, dy) = (Float(Double(start) + 0.5 - a.x), Float(y - a.y))
      var keyHere = key.at(dx, dy)
      var uHere = u.at(dx, dy)
      var lightHere = light.at(dx, dy)
      for column in start..<end {
        let index = row * columns + column
        if keyHere > keys[index] {
          keys[index] = keyHere
          let shade = min(max(lightHere, lightRange.0), lightRange.1) * side
          samples[index] = color(uHere, shade, steepness, column + row)
        }
        keyHere += key.dx
        uHere += u.dx
        lightHere += light.dx
      }
    }
  }

  private func color(_ u: Float, _ light: Float, _ steepness: Float, _ diagonal: Int) -> UInt32 {
    let position = (u - palette.lower) / (palette.upper - palette.lower) * Float(SurfacePalette.count)
    let index = position > 0 ? Int(min(position, Float(SurfacePalette.count - 1))) : 0
    var brightness = light
    if u > lid {
      brightness = diagonal % hatch < hatch / 4 ? 0.72 : 1
    } else {
      let distance = palette.distances[index] / steepness
      if distance < lineWidth {
        // Where lines are nearer to each other than three widths they fade instead of running together.
        let room = min(max(palette.spacings[index] / (steepness * lineWidth) / 3 - 1, 0), 1)
        brightness *= 1 - isolineOpacity * room * min(max(lineWidth / 2 + 0.5 - distance, 0), 1)
      }
    }
    // One by one: SIMD conversions to integers are not vectorized and cost more than the rest.
    let c = palette.colors[index] * brightness + 0.5
    let red = UInt32(min(c.x, 255))
    let green = UInt32(min(c.y, 255))
    let blue = UInt32(min(c.z, 255))
    return 0xff00_0000 | red << 16 | green << 8 | blue
  }

  private static func cross(_ a: Vertex, _ b: Vertex, _ y: Double, _ left: inout Double, _ right: inout Double) {
    // Always from the upper end, so that both triangles at an edge find the same crossing.
    let isDown = a.y < b.y || (a.y == b.y && a.x <= b.x)
    let (p, q) = isDown ? (a, b) : (b, a)
    guard p.y <= y, y < q.y else { return }
    let x = p.x + (q.x - p.x) * ((y - p.y) / (q.y - p.y))
    left = min(left, x)
    right = max(right, x)
  }

  /// A quantity that is linear over the triangle, relative to its first corner.
  private struct Plane {
    let origin: Float
    let dx: Float
    let dy: Float

    init(_ a: Vertex, _ b: Vertex, _ c: Vertex, _ area: Double, _ fa: Float, _ fb: Float, _ fc: Float) {
      let (fab, fac) = (Double(fb) - Double(fa), Double(fc) - Double(fa))
      origin = fa
      dx = Float((fab * (c.y - a.y) - fac * (b.y - a.y)) / area)
      dy = Float((fac * (b.x - a.x) - fab * (c.x - a.x)) / area)
    }

    func at(_ x: Float, _ y: Float) -> Float { origin + dx * x + dy * y }
  }
}
