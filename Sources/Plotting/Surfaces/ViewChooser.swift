/// Chooses a view from which the minimizers, and as much as possible of the trajectories, are seen.
struct ViewChooser {
  let mesh: HeightMesh
  let proportions: SIMD3<Double>

  /// In the order of preference: the classic three-quarter views first, then steeper ones, then from the back.
  private static let views: [(azimuth: Double, elevation: Double)] = [30.0, 40, 52, 64].flatMap { elevation in
    [-58.0, -122, -32, -148, 32, 148, 58, 122].map { (azimuth: $0, elevation: elevation) }
  }

  func camera(toSee minimizers: [SIMD2<Double>], and paths: [[SIMD2<Double>]]) -> Camera {
    let targets = minimizers.compactMap { mesh.place(x: $0.x, y: $0.y) }
    let steps = paths.flatMap { path in
      stride(from: 0, to: path.count, by: max(1, path.count / 25)).compactMap {
        mesh.place(x: path[$0].x, y: path[$0].y)
      }
    }
    let rated = Self.views.enumerated().map { rank, view in
      let camera = Camera(azimuth: view.azimuth, elevation: view.elevation, proportions: proportions)
      let score =
        4 * share(of: targets, visibleFrom: camera) + 1.5 * share(of: steps, visibleFrom: camera)
        - 0.035 * Double(rank)
        // From high above the relief is lost; only a minimizer is worth that.
        - (view.elevation > 60 ? 0.6 : 0)
      return (camera: camera, score: score)
    }
    return rated.max { $0.score < $1.score }?.camera ?? Camera(proportions: proportions)
  }

  private func share(of places: [SIMD3<Double>], visibleFrom camera: Camera) -> Double {
    guard !places.isEmpty else { return 1 }
    return Double(places.filter { isVisible($0, from: camera) }.count) / Double(places.count)
  }

  /// Whether the ray from a place on the surface to the eye stays above the surface.
  func isVisible(_ place: SIMD3<Double>, from camera: Camera) -> Bool {
    let eye = SIMD3(repeating: 0.5) + camera.towardEye * camera.distance / camera.proportions
    let ray = eye - place
    let step = 0.5 / Double(max(mesh.columns, mesh.rows)) / max(abs(ray.x), abs(ray.y), 0.1)
    var t = 2 * step
    while t < 1 {
      let point = place + ray * t
      guard point.z < 1, point.x >= 0, point.x <= 1, point.y >= 0, point.y <= 1 else { return true }
      let column = Int((point.x * Double(mesh.columns - 1)).rounded())
      let row = Int((point.y * Double(mesh.rows - 1)).rounded())
      if mesh.heights[row * mesh.columns + column] > point.z + 0.01 { return false }
      t += step
    }
    return true
  }
}
