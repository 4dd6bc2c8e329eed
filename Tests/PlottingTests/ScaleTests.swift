import Testing

@testable import Plotting

@Suite struct ScaleTests {
  @Test("A linear scale is exact at its ends and in the middle, also when it points up the page")
  func linear() {
    let scale = Scale(from: -5, through: 15, start: 300, end: 100)
    #expect(scale.position(-5) == 300 && scale.position(15) == 100 && scale.position(5) == 200)
    #expect(scale.value(at: 200) == 5 && scale.position(25) == 0)
    #expect(scale.clampedPosition(99) == 100 && scale.clampedPosition(-.infinity) == 300)
    #expect(scale.clampedPosition(.nan).isNaN && scale.position(.nan).isNaN && !scale.contains(.nan))
  }

  @Test("A logarithmic scale has equal decades")
  func logarithmic() {
    let scale = Scale(.logarithmic, from: 1e-4, through: 1e2, start: 0, end: 600)
    for decade in -4...2 {
      let value = DecimalNumber.power(decade)
      #expect(abs(scale.position(value) - Double(decade + 4) * 100) < 1e-9)
      #expect(abs(scale.value(at: scale.position(value)) / value - 1) < 1e-12)
    }
    #expect(scale.position(0).isNaN && scale.position(-1).isNaN)
    #expect(scale.clampedPosition(0) == 0 && scale.clampedPosition(-3) == 0)
  }

  @Test(
    "A domain that is none is mended",
    arguments: [
      (Scale.Kind.linear, 3.0, 3.0), (.linear, .nan, 1), (.linear, 5, -5), (.logarithmic, -1, 0),
      (.logarithmic, 0, 10), (.logarithmic, 7, 7), (.logarithmic, .infinity, 1),
    ])
  func mended(kind: Scale.Kind, low: Double, high: Double) {
    let scale = Scale(kind, from: low, through: high, start: 0, end: 100)
    #expect(scale.lower < scale.upper && scale.lower.isFinite && scale.upper.isFinite)
    #expect(kind == .linear || scale.lower > 0)
    #expect(scale.position(scale.lower) == 0 && scale.position(scale.upper) == 100)
  }

  @Test("The whole range of doubles fits on a linear scale")
  func extreme() {
    let scale = Scale(from: -Double.greatestFiniteMagnitude, through: .greatestFiniteMagnitude, start: 0, end: 100)
    #expect(scale.position(0) == 50)
  }
}
