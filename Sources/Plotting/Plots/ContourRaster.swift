import Canvas

/// A landscape's bands as pixels: for small multiples, and for landscapes with more isolines than a vector file should
/// carry (Ackley's function has thousands of minima).
struct ContourRaster {
  /// Above this many vertices, isolines become pixels.
  static let vertexLimit = 60_000
  /// Samples of a pixel along each side.
  private static let oversampling = 2

  let image: PixelImage

  /// - Parameter density: pixels to one unit of `size`.
  init(_ landscape: Landscape, colors: LandscapeColors, size: Size, density: Double, theme: Theme) throws(CanvasError) {
    let width = max(1, Int((size.width * density).rounded()))
    let height = max(1, Int((size.height * density).rounded()))
    let scale = landscape.scale
    let field = scale.transformed(landscape.field)
    let ground = (0..<scale.bandCount).map { colors.color(ofBand: $0, theme) }
    let lines = scale.levels.indices.map { Self.line(on: ground, level: $0) }
    let side = Self.oversampling
    let (columns, rows) = (width * side, height * side)
    var bands = [Int](repeating: -1, count: columns * rows)
    for row in 0..<rows {
      let t = 1 - (Double(row) + 0.5) / Double(rows)
      let y = field.y.lowerBound + t * (field.y.upperBound - field.y.lowerBound)
      for column in 0..<columns {
        let s = (Double(column) + 0.5) / Double(columns)
        let u = field.value(x: field.x.lowerBound + s * (field.x.upperBound - field.x.lowerBound), y: y)
        if !u.isNaN { bands[row * columns + column] = scale.band(ofU: u) }
      }
    }
    var pixels = [UInt32](repeating: 0, count: width * height)
    for row in 0..<height {
      for column in 0..<width {
        var sum = SIMD3<Double>.zero
        var covered = 0.0
        for dy in 0..<side {
          for dx in 0..<side {
            let at = (row * side + dy) * columns + column * side + dx
            let band = bands[at]
            guard band >= 0 else { continue }
            // An isoline is where the band changes to the right or below.
            let right = column * side + dx + 1 < columns ? bands[at + 1] : band
            let below = row * side + dy + 1 < rows ? bands[at + columns] : band
            let other = right != band && right >= 0 ? right : below >= 0 ? below : band
            let color = other == band ? ground[band] : lines[min(band, other)]
            sum += [Double(color.red), Double(color.green), Double(color.blue)]
            covered += 1
          }
        }
        pixels[row * width + column] = Self.pixel(sum, covered: covered, of: Double(side * side))
      }
    }
    image = try PixelImage(width: width, height: height, pixels: pixels)
  }

  private static func line(on ground: [Color], level: Int) -> Color {
    let color = ground[level].mixed(with: ground[level + 1], 0.5)
    let ink = color.contrast(with: Color(0xffffff)) >= 3.4 ? Color(0xffffff) : Color(0x0c0e10)
    return color.mixed(with: ink, 0.38)
  }

  /// A premultiplied pixel from the sum of the covered samples' colours.
  private static func pixel(_ sum: SIMD3<Double>, covered: Double, of total: Double) -> UInt32 {
    func byte(_ value: Double) -> UInt32 { UInt32(max(0, min(255, value.rounded()))) }
    return byte(255 * covered / total) << 24 | byte(sum.x / total) << 16 | byte(sum.y / total) << 8
      | byte(sum.z / total)
  }
}
