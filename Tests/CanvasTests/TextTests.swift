import Canvas
import Testing

@Suite struct TextTests {
  /// The box of all pixels that are not white.
  private func inked(_ draw: (Canvas) throws -> Void) throws -> Rect {
    let png = try DecodedPNG(Drawing(size: Size(200, 200)).render(.png, density: 1, draw).data)
    var (low, high) = (Point(200, 200), Point(0, 0))
    for y in 0..<200 {
      for x in 0..<200 where png[x, y] != [255, 255, 255, 255] {
        low = Point(min(low.x, Double(x)), min(low.y, Double(y)))
        high = Point(max(high.x, Double(x + 1)), max(high.y, Double(y + 1)))
      }
    }
    return Rect(low, high)
  }

  @Test(
    "Text lies where its anchor says",
    arguments: [
      (TextAnchor(.start, .baseline), 100.0...160.0, 80.0...101.0),
      (TextAnchor(.end, .top), 40.0...100.0, 99.0...125.0),
      (TextAnchor(.middle, .middle), 70.0...130.0, 90.0...110.0),
      (TextAnchor(.middle, .bottom), 70.0...130.0, 75.0...101.0),
    ])
  func anchors(anchor: TextAnchor, x: ClosedRange<Double>, y: ClosedRange<Double>) throws {
    let box = try inked { $0.text("HHHH", at: Point(100, 100), font: Font(size: 18), anchor: anchor) }
    #expect(box.width > 40 && box.height > 10)
    #expect(x.contains(box.minX) && x.contains(box.maxX) && y.contains(box.minY) && y.contains(box.maxY), "\(box)")
  }

  @Test("The measured box holds the drawn letters and is about as wide")
  func measured() throws {
    let font = Font(size: 18)
    let text: RichText = "Hop" + .raised("−4") + .lowered("2")
    let extent = Typesetter().measure(text, font: font)
    let drawn = try inked { $0.text(text, at: Point(50, 100), font: font) }
    let box = extent.box(at: Point(50, 100), anchor: TextAnchor(.start, .baseline))
    #expect(drawn.minX >= box.minX - 1 && drawn.maxX <= box.maxX + 1)
    #expect(drawn.minY >= box.minY - 1 && drawn.maxY <= box.maxY + 1)
    #expect(abs(drawn.width - box.width) < 5)
  }

  @Test("Rotation by 90 degrees reads upwards")
  func rotation() throws {
    let box = try inked { $0.text("HHHH", at: Point(100, 100), font: Font(size: 18), rotation: 90) }
    #expect(box.height > 40 && box.maxY <= 101 && box.maxX <= 101 && box.minX > 80, "\(box)")
  }

  @Test("A raised exponent stands higher than the digits beside it and is smaller")
  func raised() throws {
    let plain = try inked { $0.text("1", at: Point(100, 100), font: Font(size: 40)) }
    let raised = try inked { $0.text(.raised("1"), at: Point(100, 100), font: Font(size: 40)) }
    #expect(raised.maxY < plain.maxY - 5 && raised.minY <= plain.minY + 1 && raised.height < 0.8 * plain.height)
  }

  @Test("A width is proportional to the size, as it is without hinting")
  func proportional() {
    let typesetter = Typesetter()
    let small = typesetter.measure("Rastrigin", font: Font(size: 7)).width
    let large = typesetter.measure("Rastrigin", font: Font(size: 70)).width
    #expect(abs(large / small - 10) < 0.05)
  }

  @Test("A font family that is not installed is reported with what took its place")
  func missingFont() throws {
    let figure = try Drawing(size: Size(50, 50)).render(.png) {
      $0.text("a", at: Point(5, 20), font: Font(size: 12, family: "No Such Family"))
      $0.text("b", at: Point(5, 40), font: Font(size: 12, family: "No Such Family"))
    }
    #expect(figure.warnings.count == 1)
    let message = "\(figure.warnings[0])"
    #expect(message.contains("'No Such Family' is not installed") && message.contains("in its place"))
  }

  @Test("A character without a glyph is reported, and the usual ones of figures are there")
  func missingGlyph() throws {
    let font = Font(size: 12)
    let figure = try Drawing(size: Size(50, 50)).render(.svg) {
      $0.text("f − f* ≤ 10⁻⁴, é, 28–47 %, ×", at: Point(5, 20), font: font)
    }
    #expect(figure.warnings.isEmpty)
    let odd = try Drawing(size: Size(50, 50)).render(.svg) { $0.text("\u{13000}", at: Point(5, 20), font: font) }
    #expect(odd.warnings.contains { if case .missingGlyph("\u{13000}", _) = $0 { true } else { false } })
  }

  @Test("Text breaks at spaces and where ids allow, and nothing is lost")
  func wrapping() {
    let typesetter = Typesetter()
    let font = Font(size: 12)
    #expect(typesetter.wrapped("six-hump-camel", font: font, width: 70) == ["six-hump-", "camel"])
    #expect(typesetter.wrapped("bbob-f3[instance=2]", font: font, width: 90) == ["bbob-f3", "[instance=2]"])
    #expect(typesetter.wrapped("a word", font: font, width: 1) == ["a", "word"])
    #expect(typesetter.wrapped("", font: font, width: 50).isEmpty)
    for line in typesetter.wrapped("one two three four five six seven", font: font, width: 80) {
      #expect(typesetter.measure(RichText(line), font: font).width <= 80)
    }
  }

  @Test("A size that is no size draws and measures nothing", arguments: [0, -3, .nan, .infinity])
  func sizes(size: Double) throws {
    #expect(Typesetter().measure("a", font: Font(size: size)).width == 0)
    let box = try inked { $0.text("a", at: Point(100, 100), font: Font(size: size)) }
    #expect(box.maxX == 200 && box.minX == 0)
  }
}
