import Canvas

/// Which faces and edges of the unit box carry panes and ticks under a camera.
struct AxisBox {
  /// The coordinate, 0 or 1, of the pane at the back in x and in y; the third pane is the floor.
  let backX: Double
  let backY: Double
  /// Where the z axis stands: the left one of the two silhouette edges.
  let zCorner: SIMD2<Double>

  init(_ camera: Camera) {
    backX = camera.towardEye.x > 0 ? 0 : 1
    backY = camera.towardEye.y > 0 ? 0 : 1
    let candidates: [SIMD2<Double>] = [[backX, 1 - backY], [1 - backX, backY]]
    let (a, b) = (candidates[0], candidates[1])
    let ax = camera.project([a.x, a.y, 0]).point.x
    let bx = camera.project([b.x, b.y, 0]).point.x
    zCorner = ax <= bx ? a : b
  }

  /// The three panes behind everything, as corner loops.
  var panes: [[SIMD3<Double>]] {
    [
      [[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]],
      [[backX, 0, 0], [backX, 1, 0], [backX, 1, 1], [backX, 0, 1]],
      [[0, backY, 0], [1, backY, 0], [1, backY, 1], [0, backY, 1]],
    ]
  }

  /// Places on the axes' own edges: x and y along the front of the floor, z up the left silhouette.
  func onX(_ t: Double) -> SIMD3<Double> { [t, 1 - backY, 0] }
  func onY(_ t: Double) -> SIMD3<Double> { [1 - backX, t, 0] }
  func onZ(_ t: Double) -> SIMD3<Double> { [zCorner.x, zCorner.y, t] }

  /// The grid line of a tick: over the floor or a wall, from its edge to the pane's far edge.
  func gridX(_ t: Double) -> [SIMD3<Double>] { [onX(t), [t, backY, 0], [t, backY, 1]] }
  func gridY(_ t: Double) -> [SIMD3<Double>] { [onY(t), [backX, t, 0], [backX, t, 1]] }
  func gridZ(_ t: Double) -> [SIMD3<Double>] {
    let far = SIMD2(1 - zCorner.x, 1 - zCorner.y)
    return [onZ(t), [backX, backY, t], [far.x, far.y, t]]
  }
}
