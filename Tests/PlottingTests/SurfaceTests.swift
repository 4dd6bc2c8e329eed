import Canvas
import Testing

@testable import Plotting

@Suite("Surfaces")
struct SurfaceTests {
  private static let panel = Rect(x: 100, y: 50, width: 400, height: 300)

  private static func mesh(_ n: Int = 81, _ f: (Double, Double) -> Double) -> HeightMesh {
    HeightMesh(
      ScalarField(columns: n, rows: n, x: 0...1, y: 0...1, sampling: f), range: SurfaceRange(u: 0...1, foot: 0))
  }

  private static func raster(
    _ mesh: HeightMesh, _ camera: Camera, _ scale: LevelScale, isolines: Double = 0
  ) -> SurfaceRaster {
    let palette = SurfacePalette(scale, over: 0...1) { [Color(0x000064), Color(0x0000c8)][min($0, 1)] }
    return SurfaceRaster(
      mesh, camera: camera, rect: panel, density: 1, palette: palette,
      style: SurfaceStyle(isolineWidth: 0.7, isolineOpacity: isolines))
  }

  private static let oneLevel = LevelScale(
    transform: .linear, quantity: .value, levels: [LevelScale.Level(value: 0.5, u: 0.5, label: "0.5")])

  @Test("From low y, x runs to the right, z up, and what is at low y is nearer")
  func orientation() {
    let camera = Camera(azimuth: -90, elevation: 30).fitted(into: Self.panel)
    let (low, high) = (camera.project([0, 0.5, 0.5]), camera.project([1, 0.5, 0.5]))
    #expect(low.point.x < high.point.x)
    #expect(abs(low.point.y - high.point.y) < 1e-9)
    #expect(camera.project([0.5, 0.5, 1]).point.y < camera.project([0.5, 0.5, 0]).point.y)
    let (front, back) = (camera.project([0.5, 0, 0]), camera.project([0.5, 1, 0]))
    #expect(front.nearness > back.nearness)
    #expect(front.key > back.key)
    #expect(front.point.y > back.point.y)
  }

  @Test("From the right the axes turn: at azimuth 0, y runs to the right")
  func turned() {
    let camera = Camera(azimuth: 0, elevation: 20).fitted(into: Self.panel)
    #expect(camera.project([0.5, 0, 0]).point.x < camera.project([0.5, 1, 0]).point.x)
    #expect(camera.project([1, 0.5, 0]).nearness > camera.project([0, 0.5, 0]).nearness)
  }

  @Test(
    "The projected box fills its panel in one direction and stays inside in the other",
    arguments: [(-58.0, 32.0), (-122, 40), (32, 52), (10, 90)])
  func fit(azimuth: Double, elevation: Double) {
    let camera = Camera(azimuth: azimuth, elevation: elevation).fitted(into: Self.panel)
    let hull = camera.outline
    #expect(hull.minX >= Self.panel.minX - 1e-9 && hull.maxX <= Self.panel.maxX + 1e-9)
    #expect(hull.minY >= Self.panel.minY - 1e-9 && hull.maxY <= Self.panel.maxY + 1e-9)
    #expect(abs(hull.width - 400) < 1e-6 || abs(hull.height - 300) < 1e-6)
    #expect(abs(hull.center.x - 300) < 1e-6 && abs(hull.center.y - 200) < 1e-6)
  }

  @Test("Perspective makes the near edge of the floor longer than the far one; at infinity they are equal")
  func perspective() {
    func edges(_ distance: Double) -> (near: Double, far: Double) {
      let camera = Camera(azimuth: -90, elevation: 30, distance: distance).fitted(into: Self.panel)
      func length(_ y: Double) -> Double {
        camera.project([0, y, 0]).point.distance(to: camera.project([1, y, 0]).point)
      }
      return (length(0), length(1))
    }
    #expect(edges(6).near > 1.05 * edges(6).far)
    #expect(abs(edges(.infinity).near - edges(.infinity).far) < 1e-9)
  }

  @Test("The panes lie behind the box, whatever the view", arguments: [-58.0, -122, 32, 148])
  func panes(azimuth: Double) {
    let camera = Camera(azimuth: azimuth, elevation: 30)
    let box = AxisBox(camera)
    let back = camera.project([box.backX, box.backY, 0.5]).nearness
    #expect(Camera.corners.allSatisfy { camera.project([$0.x, $0.y, 0.5]).nearness >= back })
    // The z axis stands at the left end of the silhouette.
    let left = camera.project([box.zCorner.x, box.zCorner.y, 0]).point.x
    #expect(Camera.corners.allSatisfy { camera.project([$0.x, $0.y, 0]).point.x >= left - 1e-9 })
  }

  @Test("A pixel has the colour of its value's band, on the side where the formula puts it")
  func bandColors() {
    // A plane that rises with x only, seen from straight above with x to the right.
    let camera = Camera(azimuth: -90, elevation: 90).fitted(into: Self.panel)
    let mesh = Self.mesh { x, _ in x }
    let raster = Self.raster(mesh, camera, Self.oneLevel)
    func blue(_ x: Double, _ y: Double) -> (value: Double, alpha: UInt32) {
      let p = camera.project([x, y, x]).point
      let column = Int(p.x - Self.panel.minX)
      let row = Int(p.y - Self.panel.minY)
      let pixel = raster.pixels[row * raster.pixelWidth + column]
      return (Double(pixel & 255), pixel >> 24)
    }
    let light = Double(mesh.light(camera)[40 * 81 + 40])
    for y in [0.2, 0.5, 0.8] {
      #expect(blue(0.25, y).alpha == 255)
      #expect(abs(blue(0.25, y).value - 100 * light) < 1.5)
      #expect(abs(blue(0.75, y).value - 200 * light) < 1.5)
    }
    #expect(raster.pixels[0] == 0)
  }

  @Test("A path behind a ridge is hidden, on the near side it is seen")
  func hiddenPath() {
    // A ridge along x at y = 0.5; the eye at low y, low above the ground.
    let mesh = Self.mesh { _, y in max(0, 1 - 10 * abs(y - 0.5)) }
    let camera = Camera(azimuth: -90, elevation: 15).fitted(into: Self.panel)
    let raster = Self.raster(mesh, camera, Self.oneLevel)
    func stretches(_ y: Double) -> [DrapedLine.Stretch] {
      DrapedLine([[0.2, y], [0.8, y]], over: mesh, camera: camera) { raster.isVisible($0) }.stretches
    }
    #expect(stretches(0.2).map(\.isVisible) == [true])
    #expect(stretches(0.75).map(\.isVisible) == [false])
    let across = DrapedLine([[0.5, 0.1], [0.5, 0.8]], over: mesh, camera: camera) { raster.isVisible($0) }
    #expect(across.stretches.map(\.isVisible) == [true, false])
    let chooser = ViewChooser(mesh: mesh, proportions: camera.proportions)
    #expect(chooser.isVisible([0.5, 0.2, 0.001], from: camera))
    #expect(!chooser.isVisible([0.5, 0.75, 0.001], from: camera))
    let chosen = chooser.camera(toSee: [[0.5, 0.75]], and: [])
    #expect(chooser.isVisible([0.5, 0.75, 0.001], from: chosen))
  }

  @Test("A hole in the field is a hole in the image and hides nothing")
  func hole() {
    let camera = Camera(azimuth: -90, elevation: 90).fitted(into: Self.panel)
    let mesh = Self.mesh { x, y in abs(x - 0.5) < 0.2 && abs(y - 0.5) < 0.2 ? .nan : 0.25 }
    let raster = Self.raster(mesh, camera, Self.oneLevel)
    let p = camera.project([0.5, 0.5, 0.25]).point
    #expect(raster.pixels[Int(p.y - 50) * raster.pixelWidth + Int(p.x - 100)] == 0)
    #expect(raster.isVisible(camera.project([0.5, 0.5, 0])))
    #expect(!raster.isVisible(camera.project([0.1, 0.1, 0])))
    #expect(mesh.place(x: 0.5, y: 0.5) == nil)
  }

  @Test("Ticks of a logarithmic height stand at the true value of the gap")
  func heightTicks() throws {
    let field = ScalarField(columns: 60, rows: 60, x: -2...2, y: -1...3) { x, y in
      (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x)
    }
    let scale = LevelScale(for: [field], minimum: 0)
    let u = scale.transformed(field)
    let range = SurfaceRange(u, scale: scale, foot: 0.3)
    let tick = try #require(scale.axisTicks(over: range.u, count: 6).first { $0.label?.plain == "10^2" })
    #expect(tick.value == scale.u(100))
    #expect(range.height(ofU: range.u.lowerBound) == 0.3)
    #expect(range.height(ofU: .infinity) == 1)
  }
}
