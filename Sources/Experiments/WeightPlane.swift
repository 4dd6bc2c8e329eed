/// A plane through weight space, with coordinates.
public protocol WeightPlane: Sendable {
  /// The weights at (0, 0).
  var origin: [Double] { get }
  /// Two that are not parallel: the weights that one unit of x and of y adds.
  var directions: [[Double]] { get }

  /// The weights at a point of the plane.
  func point(_ x: Double, _ y: Double) -> [Double]
  /// Where the point nearest to `weights` lies in the plane, and how far away they are.
  func projection(of weights: [Double]) -> (x: Double, y: Double, distance: Double)
}

extension WeightPlane {
  public func point(_ x: Double, _ y: Double) -> [Double] {
    origin.indices.map { origin[$0] + x * directions[0][$0] + y * directions[1][$0] }
  }

  /// By the normal equations, for directions need not be orthogonal.
  public func projection(of weights: [Double]) -> (x: Double, y: Double, distance: Double) {
    let (u, v) = (directions[0], directions[1])
    let offset = zip(weights, origin).map { $0 - $1 }
    let (uu, uv, vv) = (dot(u, u), dot(u, v), dot(v, v))
    let (ou, ov) = (dot(offset, u), dot(offset, v))
    let determinant = uu * vv - uv * uv
    let x = (vv * ou - uv * ov) / determinant
    let y = (uu * ov - uv * ou) / determinant
    let rest = offset.indices.map { offset[$0] - x * u[$0] - y * v[$0] }
    return (x, y, dot(rest, rest).squareRoot())
  }
}

func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

extension PrincipalPlane: WeightPlane {}
