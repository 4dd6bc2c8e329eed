import Canvas
import Testing

@testable import Plotting

@Suite("Named points of landscapes")
struct LandscapePinTests {
  private let panel = Rect(x: 100, y: 50, width: 400, height: 300)
  private let font = Typography(base: 15).label

  private func placed(_ centers: [Point], avoiding lines: [[Point]] = []) -> PlacedPins {
    PlacedPins(
      centers.enumerated().map { (RichText("Training \($0)"), $1) }, in: panel, avoiding: lines, font: font, radius: 4,
      typesetter: Typesetter())
  }

  @Test("labels stay in the panel, even of points in its corners")
  func inside() {
    for pin in placed(panel.corners).pins {
      #expect(pin.box.minX >= panel.minX && pin.box.maxX <= panel.maxX, "\(pin.box)")
      #expect(pin.box.minY >= panel.minY && pin.box.maxY <= panel.maxY, "\(pin.box)")
    }
  }

  @Test("labels cover neither each other nor other points")
  func apart() {
    let centers = [Point(300, 200), Point(306, 200), Point(300, 212), Point(420, 100)]
    let pins = placed(centers).pins
    for (index, pin) in pins.enumerated() {
      #expect(!pins[..<index].contains { $0.box.intersects(pin.box) })
      #expect(!centers.contains { pin.box.contains($0) })
    }
  }

  @Test("a label keeps off a line that leaves its point")
  func lines() {
    let start = Point(300, 200)
    let toTheRight = placed([start], avoiding: [[start, Point(450, 200)]]).pins[0]
    #expect(toTheRight.box.maxX < start.x)
    #expect(placed([start]).pins[0].box.minX > start.x)
  }

  @Test("points outside of the panel, and those that are no numbers, are not marked")
  func outside() {
    #expect(placed([Point(90, 100), Point(.nan, 100), Point(200, 100)]).pins.map(\.center) == [Point(200, 100)])
  }

  @Test("a key begins below a colour bar's title that reaches into its column, and the side is as wide as the title")
  func side() throws {
    let field = ScalarField(columns: 30, rows: 30, x: -1...1, y: -1...1) { x, y in x * x + y * y }
    let type = Typography(base: 15)
    let colors = LandscapeColors(LevelScale(for: [field], minimum: nil, policy: .logarithmic), map: .viridis)
    let run = Trajectory(label: "m", style: SeriesStyle(index: 0), points: [[0, 0]], end: .spent)
    _ = try Drawing(size: Size(600, 400)).render(.png, density: 1) { canvas in
      func side(_ title: RichText, key: Bool = true) -> LandscapeSide {
        LandscapeSide(
          bar: LevelBar(colors: colors, title: title, type: type, isOpenAbove: false),
          key: TrajectoryKey(methods: key ? [[run]] : [], marks: [], type: type))
      }
      let long = colors.scale.quantity.title
      #expect(long.plain == "f − lowest sample")
      #expect(side("f").keyTop(canvas) == 0)
      #expect(side(long).keyTop(canvas) > canvas.measure(long, font: type.label).height)
      #expect(side(long, key: false).width(canvas) >= canvas.measure(long, font: type.label).width)
    }
  }
}
