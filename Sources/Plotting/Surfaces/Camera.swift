import Canvas
import Foundation

/// Looks at the unit box from outside, with mild perspective.
///
/// The box has x and y in 0 … 1 on the ground and z in 0 … 1 upwards; `proportions` stretches it. At azimuth −90° the
/// eye stands at low y, so that x runs to the right; at 0° it stands at high x. Elevation 90° looks straight down.
public struct Camera: Sendable, Equatable {
  public let azimuth: Double
  public let elevation: Double
  public let proportions: SIMD3<Double>
  /// From the middle of the box to the eye, in box lengths; infinity for a parallel projection.
  public let distance: Double

  private let right: SIMD3<Double>
  private let up: SIMD3<Double>
  /// The unit vector from the box to the eye.
  let towardEye: SIMD3<Double>
  /// Projected pixels per unit, and where the middle of the box lands.
  private var scale = 1.0
  private var origin = Point(0, 0)

  /// Angles are in degrees; the elevation is kept within 5 … 90.
  public init(
    azimuth: Double = -58, elevation: Double = 32, proportions: SIMD3<Double> = [1, 1, 0.62], distance: Double = 6
  ) {
    self.azimuth = azimuth
    self.elevation = min(max(elevation, 5), 90)
    self.proportions = proportions
    self.distance = distance
    let (a, e) = (azimuth * .pi / 180, self.elevation * .pi / 180)
    towardEye = [cos(e) * cos(a), cos(e) * sin(a), sin(e)]
    right = [-sin(a), cos(a), 0]
    up = [-sin(e) * cos(a), -sin(e) * sin(a), cos(e)]
  }

  /// A place on the page and how near it is.
  public struct Projection: Sendable, Equatable {
    public let point: Point
    /// The distance toward the eye from the plane through the middle of the box; greater is nearer.
    public let nearness: Double
    /// 1 / (distance − nearness): interpolates linearly on the page, greater is nearer.
    let key: Double
  }

  /// Projects a place in the unit box.
  public func project(_ place: SIMD3<Double>) -> Projection {
    let p = (place - 0.5) * proportions
    let nearness = Self.dot(p, towardEye)
    let isParallel = distance.isInfinite
    let key = isParallel ? 1 / (10 - nearness) : 1 / (distance - nearness)
    let magnification = (isParallel ? 1 : distance * key) * scale
    let point = Point(
      origin.x + Self.dot(p, right) * magnification, origin.y - Self.dot(p, up) * magnification)
    return Projection(point: point, nearness: nearness, key: key)
  }

  /// How near a depth key is; the inverse of `Projection.key`.
  func nearness(ofKey key: Double) -> Double { (distance.isInfinite ? 10 : distance) - 1 / key }

  /// The same view, scaled and moved so that the projected box just fits into a rectangle, in its middle.
  public func fitted(into rect: Rect) -> Camera {
    var camera = self
    camera.scale = 1
    camera.origin = Point(0, 0)
    let hull = camera.outline
    guard hull.width > 0, hull.height > 0 else { return camera }
    let scale = min(rect.width / hull.width, rect.height / hull.height)
    camera.scale = scale
    camera.origin = Point(
      rect.center.x - hull.center.x * scale, rect.center.y - hull.center.y * scale)
    return camera
  }

  /// The upright rectangle around the projected box.
  public var outline: Rect {
    let points = Self.corners.map { project($0).point }
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    return Rect(
      Point(xs.min() ?? 0, ys.min() ?? 0), Point(xs.max() ?? 0, ys.max() ?? 0))
  }

  static let corners: [SIMD3<Double>] = (0..<8).map { (index: Int) in
    SIMD3<Double>(x: Double(index & 1), y: Double(index >> 1 & 1), z: Double(index >> 2 & 1))
  }

  static func dot(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> Double { (a * b).sum() }

  static func unit(_ v: SIMD3<Double>) -> SIMD3<Double> {
    let length = dot(v, v).squareRoot()
    return length > 0 ? v / length : v
  }

  /// The unit vector toward the lamp, which hangs over the viewer's left shoulder whatever the view.
  var towardLight: SIMD3<Double> { Self.unit(towardEye * 0.55 - right * 0.6 + up * 0.6) }
}
