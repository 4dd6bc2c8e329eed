/// The plane through three points, with the first at (0, 0), the second on the x-axis and the third above it.
///
/// Source: Garipov, Izmailov, Podoprikhin, Vetrov and Wilson, Loss Surfaces, Mode Connectivity, and Fast Ensembling of DNNs,
/// NeurIPS 2018, appendix A.1, by Gram and Schmidt.
public struct ThreePointPlane: WeightPlane {
  public let origin: [Double]
  /// Orthonormal.
  public let directions: [[Double]]
  /// Where the three points lie.
  public let corners: [(x: Double, y: Double)]

  /// Nil for points on a line.
  public init?(_ first: [Double], _ second: [Double], _ third: [Double]) {
    precondition(first.count == second.count && first.count == third.count, "points of one space")
    let along = zip(second, first).map { $0 - $1 }
    let width = dot(along, along).squareRoot()
    guard width > 0 else { return nil }
    let u = along.map { $0 / width }
    let offset = zip(third, first).map { $0 - $1 }
    let x = dot(offset, u)
    let rest = zip(offset, u).map { $0 - x * $1 }
    let height = dot(rest, rest).squareRoot()
    guard height > 1e-12 * dot(offset, offset).squareRoot() else { return nil }
    origin = first
    directions = [u, rest.map { $0 / height }]
    corners = [(0, 0), (width, 0), (x, height)]
  }
}
