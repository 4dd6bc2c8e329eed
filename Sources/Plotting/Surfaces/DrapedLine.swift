import Canvas

/// A line laid over a surface and projected, in stretches that are seen and stretches that a hill hides.
struct DrapedLine {
  struct Stretch: Sendable, Equatable {
    var points: [Point]
    let isVisible: Bool
  }

  private(set) var stretches: [Stretch] = []

  /// How far the line floats above the surface, in box heights, so that the surface does not swallow it.
  static let lift = 0.004
  /// Shorter stretches, in pixels, take the visibility of their neighbours: the depth of a grazing line flickers.
  private static let shortest = 5.0

  /// - Parameter run: points of the plane inside the field.
  init(_ run: [SIMD2<Double>], over mesh: HeightMesh, camera: Camera, isVisible: (Camera.Projection) -> Bool) {
    var piece: [(point: Point, isVisible: Bool)] = []
    for point in Self.refined(run, mesh) {
      guard var place = mesh.place(x: point.x, y: point.y) else {
        append(piece)
        piece = []
        continue
      }
      place.z += Self.lift
      let projection = camera.project(place)
      piece.append((projection.point, isVisible(projection) && mesh.isFacing(place, camera)))
    }
    append(piece)
  }

  /// The line with points close enough to follow the surface.
  private static func refined(_ run: [SIMD2<Double>], _ mesh: HeightMesh) -> [SIMD2<Double>] {
    guard let first = run.first else { return [] }
    let cell = SIMD2(
      (mesh.x.upperBound - mesh.x.lowerBound) / Double(mesh.columns - 1),
      (mesh.y.upperBound - mesh.y.lowerBound) / Double(mesh.rows - 1))
    var points = [first]
    for (a, b) in zip(run, run.dropFirst()) {
      let steps = (b - a) / cell
      let count = min(4000, max(1, Int((2 * max(abs(steps.x), abs(steps.y))).rounded(.up))))
      for step in 1...count { points.append(a + (b - a) * (Double(step) / Double(count))) }
    }
    return points
  }

  private mutating func append(_ piece: [(point: Point, isVisible: Bool)]) {
    guard piece.count > 1 else { return }
    var flags = piece.map(\.isVisible)
    Self.smooth(&flags, piece.map(\.point))
    var start = 0
    for index in 1...piece.count where index == piece.count || flags[index] != flags[start] {
      // Neighbouring stretches share a point, so that no gap shows.
      let last = min(index, piece.count - 1)
      stretches.append(Stretch(points: piece[start...last].map(\.point), isVisible: flags[start]))
      start = index
    }
  }

  private static func smooth(_ flags: inout [Bool], _ points: [Point]) {
    var start = 0
    while start < flags.count {
      var end = start + 1
      var length = 0.0
      while end < flags.count, flags[end] == flags[start] {
        length += points[end].distance(to: points[end - 1])
        end += 1
      }
      if length < shortest, start > 0, end < flags.count {
        for index in start..<end { flags[index].toggle() }
      }
      start = end
    }
  }
}
