import Canvas
import Foundation
import Testing

@Suite struct DrawingTests {
  private static let red = Ink(Color(0xff0000))
  private static let blue = Ink(Color(0x0000ff))

  private func pixels(
    _ width: Double = 40, _ height: Double = 30, density: Double = 1, background: Ink? = .background,
    _ draw: (Canvas) throws -> Void
  ) throws -> DecodedPNG {
    try DecodedPNG(
      Drawing(size: Size(width, height), background: background).render(.png, density: density, draw).data)
  }

  @Test("A rectangle is where it was asked for, x to the right and y down")
  func rectangle() throws {
    let png = try pixels { $0.fill(Path(Rect(x: 5, y: 20, width: 10, height: 4)), Self.red) }
    #expect(png.width == 40 && png.height == 30)
    #expect(png[5, 20] == [255, 0, 0, 255] && png[14, 23] == [255, 0, 0, 255])
    #expect(png[4, 20] == [255, 255, 255, 255] && png[15, 20] == [255, 255, 255, 255])
    #expect(png[5, 19] == [255, 255, 255, 255] && png[5, 24] == [255, 255, 255, 255])
    #expect(png[20, 5] == [255, 255, 255, 255])
  }

  @Test("The density multiplies pixels and is written as the physical size")
  func density() throws {
    let png = try pixels(40, 30, density: 3) { $0.fill(Path(Rect(x: 10, y: 0, width: 1, height: 1)), Self.blue) }
    #expect(png.width == 120 && png.height == 90)
    #expect(png[30, 0] == [0, 0, 255, 255] && png[32, 2] == [0, 0, 255, 255])
    #expect(png[29, 0][0] == 255 && png[33, 0][0] == 255)
    // 3 · 96 pixels an inch of 0.0254 m
    #expect(png.pixelsPerMeter == 11339)
  }

  @Test("The digest is SHA-256 of the pixels that another reader finds in the file", arguments: [true, false])
  func digest(isOpaque: Bool) throws {
    let figure = try Drawing(size: Size(21, 17), background: isOpaque ? .background : nil).render(.png, density: 1) {
      $0.fill(.circle(Point(9, 9), radius: 6), Self.red.opacity(0.5))
    }
    let png = try DecodedPNG(figure.data)
    #expect(png.channels == (isOpaque ? 3 : 4))
    #expect(figure.pixelDigest == SHA256.hexDigest(of: png.rgba))
    #expect(figure.pixelWidth == 21 && figure.pixelHeight == 17)
  }

  @Test("Without a background half opaque red is red with half its alpha")
  func transparency() throws {
    let png = try pixels(background: nil) {
      $0.fill(Path(Rect(x: 0, y: 0, width: 9, height: 9)), Self.red.opacity(0.5))
    }
    #expect(png[3, 3] == [255, 0, 0, 128] && png[20, 20][3] == 0)
  }

  @Test("A shaded picture survives compression as well as a flat one")
  func shaded() throws {
    let values = (0..<64 * 48).map { UInt32(truncatingIfNeeded: $0 &* 2_654_435_761) | 0xff00_0000 }
    let image = try PixelImage(width: 64, height: 48, pixels: values)
    let png = try pixels(64, 48) { $0.image(image, in: $0.bounds, isSmooth: false) }
    for (index, value) in values.enumerated() {
      let expected = [UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255), 255]
      guard png[index % 64, index / 64] == expected else {
        Issue.record("pixel \(index) is \(png[index % 64, index / 64]) instead of \(expected)")
        return
      }
    }
  }

  @Test("An image is upright: its first pixel is in the upper left corner")
  func image() throws {
    let image = try PixelImage(width: 2, height: 2, pixels: [0xffff_0000, 0xff00_ff00, 0xff00_00ff, 0xff00_0000])
    let png = try pixels { $0.image(image, in: Rect(x: 10, y: 10, width: 10, height: 20), isSmooth: false) }
    #expect(png[11, 12] == [255, 0, 0, 255] && png[18, 12] == [0, 255, 0, 255])
    #expect(png[11, 27] == [0, 0, 255, 255] && png[18, 27] == [0, 0, 0, 255])
    #expect(png[9, 12] == [255, 255, 255, 255] && png[11, 9] == [255, 255, 255, 255])
  }

  @Test("NaN interrupts a line and draws nothing at zero")
  func notANumber() throws {
    let png = try pixels {
      let points = [Point(10, 15), Point(20, 15), Point(.nan, 15), Point(.infinity, 15), Point(30, 15), Point(38, 15)]
      $0.stroke(Path(points), Stroke(Self.red, width: 4))
    }
    #expect(png[15, 15] == [255, 0, 0, 255] && png[34, 15] == [255, 0, 0, 255])
    for x in Array(0..<9) + Array(22..<29) { #expect(png[x, 15] == [255, 255, 255, 255], "at x = \(x)") }
  }

  @Test("An outline with NaN is not filled, and the one beside it is")
  func brokenOutline() throws {
    let png = try pixels {
      var path = Path([Point(0, 0), Point(20, 0), Point(.nan, 20), Point(0, 20)], closed: true)
      path.add(Rect(x: 30, y: 0, width: 5, height: 5))
      $0.fill(path, Self.red)
    }
    #expect(png[5, 5] == [255, 255, 255, 255] && png[32, 2] == [255, 0, 0, 255])
  }

  @Test("A line to a far point keeps its direction", arguments: [1e4, 1e9, 1e300])
  func farAway(distance: Double) throws {
    let png = try pixels {
      $0.stroke(Path([Point(0, 15), Point(distance, 15)]), Stroke(Self.red, width: 4))
      $0.fill(
        Path([Point(0, 25), Point(distance, 25), Point(distance, distance), Point(0, distance)], closed: true),
        Self.blue)
    }
    for x in [1, 20, 39] { #expect(png[x, 15] == [255, 0, 0, 255] && png[x, 27] == [0, 0, 255, 255]) }
    #expect(png[20, 5] == [255, 255, 255, 255] && png[20, 20] == [255, 255, 255, 255])
  }

  @Test("Even-odd leaves a hole where winding fills")
  func fillRules() throws {
    var path = Path(Rect(x: 0, y: 0, width: 30, height: 30))
    path.add(Rect(x: 10, y: 10, width: 10, height: 10))
    let evenOdd = try pixels { $0.fill(path, Self.red, rule: .evenOdd) }
    let winding = try pixels { $0.fill(path, Self.red) }
    #expect(evenOdd[15, 15] == [255, 255, 255, 255] && evenOdd[5, 5] == [255, 0, 0, 255])
    #expect(winding[15, 15] == [255, 0, 0, 255])
  }

  @Test("Clipping holds inside the closure and no longer")
  func clipping() throws {
    let png = try pixels { canvas in
      canvas.clipped(to: Rect(x: 0, y: 0, width: 10, height: 30)) { canvas.fill(Path(canvas.bounds), Self.red) }
      canvas.fill(Path(Rect(x: 30, y: 0, width: 5, height: 5)), Self.blue)
    }
    #expect(png[9, 9] == [255, 0, 0, 255] && png[10, 9] == [255, 255, 255, 255] && png[32, 2] == [0, 0, 255, 255])
  }

  @Test("A line of 100,000 points passes through its points in chunks as in one piece")
  func longLine() throws {
    // A zigzag that no simplification can leave out, filling a block.
    let points = (0..<100_000).map { Point(5 + 30 * Double($0 % 2), 5 + 20 * Double($0) / 100_000) }
    let png = try pixels { $0.stroke(Path(points), Stroke(Self.red, width: 1)) }
    for (x, y) in [(6, 10), (20, 15), (34, 20)] { #expect(png[x, y] == [255, 0, 0, 255]) }
    #expect(png[20, 2] == [255, 255, 255, 255] && png[20, 28] == [255, 255, 255, 255])
  }

  @Test("The same drawing gives the same bytes, whatever was drawn in between", arguments: FigureFormat.allCases)
  func deterministic(format: FigureFormat) throws {
    let image = try PixelImage(width: 2, height: 1, pixels: [0xff00_0000, 0x8000_0000])
    func figure(_ text: String) throws -> Data {
      try Drawing(size: Size(90, 60), theme: .auto, metadata: FigureMetadata(title: text)).render(format) { canvas in
        canvas.text(RichText(text), at: Point(5, 20), font: Font(size: 12), halo: .casing)
        canvas.clipped(to: Rect(x: 0, y: 0, width: 50, height: 50)) { canvas.image(image, in: canvas.bounds) }
      }.data
    }
    let first = try figure("one")
    let other = try figure("two and more")
    #expect(try figure("one") == first)
    #expect(first != other)
  }

  @Test(
    "A size that cannot be drawn is refused with what is allowed",
    arguments: [Size(0, 10), Size(10, -1), Size(.nan, 10), Size(20_001, 10), Size(.infinity, 10)])
  func sizes(size: Size) {
    for format in FigureFormat.allCases {
      let error = #expect(throws: CanvasError.self) { try Drawing(size: size).render(format) { _ in } }
      #expect("\(String(describing: error))".contains("20000") || error == nil)
      #expect("\(error.map { "\($0)" } ?? "")".contains("at most 20000"))
    }
  }

  @Test("A density that cannot be drawn is refused", arguments: [0, -1, .nan, 17, 16.0])
  func densities(density: Double) {
    #expect(throws: CanvasError.self) {
      try Drawing(size: Size(5000, 5000)).render(.png, density: density) { _ in }
    }
  }

  @Test("An image must have as many pixels as its sides say", arguments: [(2, 2, 3), (0, 0, 0), (-1, 4, 4)])
  func images(width: Int, height: Int, count: Int) {
    #expect(throws: CanvasError.invalidImage(width: width, height: height, pixels: count)) {
      try PixelImage(width: width, height: height, pixels: [UInt32](repeating: 0, count: count))
    }
  }

  @Test("Content is scaled as a whole and kept in the middle")
  func scaled() throws {
    let png = try pixels(40, 30) { canvas in
      canvas.scaled(Size(10, 10), into: canvas.bounds) {
        canvas.fill(Path(Rect(x: 0, y: 0, width: 10, height: 10)), Self.red)
      }
    }
    #expect(png[4, 15] == [255, 255, 255, 255] && png[5, 0] == [255, 0, 0, 255])
    #expect(png[34, 29] == [255, 0, 0, 255] && png[35, 15] == [255, 255, 255, 255])
  }

  @Test("Title, description and origin are in the PNG, in UTF-8")
  func metadata() throws {
    let metadata = FigureMetadata(
      title: "Gap f − f*", description: "Two\nlines", provenance: [.init("seed", "42"), .init("study", "a")])
    let figure = try Drawing(size: Size(4, 4), metadata: metadata).render(.png) { _ in }
    let texts = try DecodedPNG(figure.data).texts
    #expect(texts == ["Title": "Gap f − f*", "Description": "Two\nlines", "Source": "seed: 42\nstudy: a"])
  }

  @Test("An error inside the drawing comes out as it is")
  func throwing() {
    struct Refusal: Error {}
    #expect(throws: Refusal.self) { try Drawing(size: Size(4, 4)).render(.svg) { _ in throw Refusal() } }
  }
}
