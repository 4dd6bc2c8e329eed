import Canvas

/// Where a function of two variables is convex, saddle-like, flat and concave: the eigenvalues of its Hessian on a grid.
public struct CurvatureMap: Sendable {
  public enum Region: Sendable, CaseIterable {
    case convex
    /// The smaller eigenvalue is 0, the larger positive.
    case convexFlat
    /// Both eigenvalues are 0.
    case flat
    case saddle
    /// The larger eigenvalue is 0, the smaller negative.
    case concaveFlat
    case concave

    fileprivate init(lowest: Double, highest: Double) {
      self =
        lowest > 0
        ? .convex
        : highest < 0
          ? .concave
          : lowest < 0
            ? (highest > 0 ? .saddle : .concaveFlat) : (highest > 0 ? .convexFlat : .flat)
    }
  }

  /// The smaller eigenvalue.
  public let lowest: ScalarField
  /// The larger eigenvalue.
  public let highest: ScalarField

  /// - Parameter hessian: ∂²f/∂x², ∂²f/∂x∂y and ∂²f/∂y² at a point; NaN where they do not exist, which is drawn as a hole.
  public init(
    samples: Int, x: ClosedRange<Double>, y: ClosedRange<Double>,
    hessian: (Double, Double) -> (xx: Double, xy: Double, yy: Double)
  ) {
    self.init(samples: samples, x: x, y: y) { px, py in
      let h = hessian(px, py)
      let center = 0.5 * (h.xx + h.yy)
      let half = 0.5 * (h.xx - h.yy)
      let radius = (half * half + h.xy * h.xy).squareRoot()
      return (lowest: center - radius, highest: center + radius)
    }
  }

  /// - Parameter eigenvalues: of the Hessian at a point, 0 where their sign is not sure; NaN where there are none.
  public init(
    samples: Int, x: ClosedRange<Double>, y: ClosedRange<Double>,
    eigenvalues: (Double, Double) -> (lowest: Double, highest: Double)
  ) {
    var highest: [Double] = []
    highest.reserveCapacity(samples * samples)
    lowest = ScalarField(columns: samples, rows: samples, x: x, y: y) { px, py in
      let pair = eigenvalues(px, py)
      highest.append(pair.highest)
      return pair.lowest
    }
    self.highest = ScalarField(columns: samples, rows: samples, x: x, y: y, values: highest)
  }

  /// A region with its border.
  struct Area {
    let region: Region
    let outline: ContourSet
  }

  /// The regions as they are painted, each over those before it; what is not saddle-like covers what is.
  ///
  /// Where an eigenvalue is 0 all over a region, its border runs half way between samples; elsewhere along the zeros.
  var areas: [Area] {
    func above(_ field: ScalarField) -> ContourSet { field.contours(at: [0])[0] }
    var areas = [Area(region: .saddle, outline: above(lowest.map { $0.isNaN ? .nan : 1 }))]
    let regions = zip(lowest.values, highest.values).map { pair in
      pair.0.isNaN || pair.1.isNaN ? nil : Region(lowest: pair.0, highest: pair.1)
    }
    for region in [Region.convexFlat, .flat, .concaveFlat] where regions.contains(region) {
      let field = ScalarField(
        columns: lowest.columns, rows: lowest.rows, x: lowest.x, y: lowest.y,
        values: regions.map { $0.map { $0 == region ? 1 : -1 } ?? .nan })
      areas.append(Area(region: region, outline: above(field)))
    }
    return areas + [
      Area(region: .convex, outline: above(lowest)), Area(region: .concave, outline: above(highest.map { -$0 })),
    ]
  }

  /// Neighbouring samples of one row between which an eigenvalue changes its sign: how fine the pattern is.
  public var signChanges: Int {
    [lowest, highest].reduce(0) { count, field in
      count + (1..<field.values.count).count { (field.values[$0] > 0) != (field.values[$0 - 1] > 0) }
    }
  }

  /// The share of neighbouring samples between which an eigenvalue changes its sign.
  public var shareOfSignChanges: Double { Double(signChanges) / Double(2 * lowest.values.count) }

  func region(x: Double, y: Double) -> Region? {
    let (low, high) = (lowest.value(x: x, y: y), highest.value(x: x, y: y))
    if low.isNaN || high.isNaN { return nil }
    return Region(lowest: low, highest: high)
  }
}

/// A curvature map as pixels, for functions with more regions than a vector file should carry.
struct CurvatureRaster {
  /// Samples of a pixel along each side.
  private static let oversampling = 2

  let image: PixelImage

  init(_ map: CurvatureMap, inks: CurvatureInks, size: Size, density: Double, theme: Theme) throws(CanvasError) {
    let width = max(1, Int((size.width * density).rounded()))
    let height = max(1, Int((size.height * density).rounded()))
    let field = map.lowest
    let side = Self.oversampling
    var pixels = [UInt32](repeating: 0, count: width * height)
    for row in 0..<height {
      for column in 0..<width {
        var sum = SIMD3<Double>.zero
        for dy in 0..<side {
          let t = 1 - (Double(row * side + dy) + 0.5) / Double(height * side)
          for dx in 0..<side {
            let s = (Double(column * side + dx) + 0.5) / Double(width * side)
            let region = map.region(
              x: field.x.lowerBound + s * (field.x.upperBound - field.x.lowerBound),
              y: field.y.lowerBound + t * (field.y.upperBound - field.y.lowerBound))
            let color = (region.map(inks.ground) ?? .panel).color(theme)
            sum += [Double(color.red), Double(color.green), Double(color.blue)]
          }
        }
        sum = (sum / Double(side * side)).rounded(.toNearestOrEven)
        pixels[row * width + column] = 0xff00_0000 | UInt32(sum.x) << 16 | UInt32(sum.y) << 8 | UInt32(sum.z)
      }
    }
    image = try PixelImage(width: width, height: height, pixels: pixels)
  }
}
