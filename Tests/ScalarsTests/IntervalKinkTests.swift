import Scalars
import Testing

/// Where a function has a kink, a jump or a pole, its slopes still have to bound every difference quotient.
@Suite("Derivatives of enclosures over kinks and poles")
struct IntervalKinkTests {
  private func variable(_ range: ClosedRange<Double>) -> IntervalDual {
    IntervalDual(variable: Interval(range), lane: 1)
  }
  private func slope(_ x: IntervalDual) -> Interval { x.partials[1] }

  @Test("at a kink, even one that is only touched, the slopes of both sides are held")
  func kinks() {
    let sides = Interval(-1...1)
    for range in [-1.0...1, 0...1, -1...0, 0...0] {
      let x = variable(range)
      #expect(slope(.abs(x)).encloses(sides))
      #expect(slope(.max(x, -x)).encloses(sides) && slope(-.min(x, -x)).encloses(sides))
      #expect(slope(.max(x, 0)).encloses(Interval(0...1)) && slope(.min(x, 0)).encloses(Interval(0...1)))
      let second = IntervalHyperDual(variable: Interval(range), isFirst: true, lane: 1)
      #expect(IntervalHyperDual.max(second, -second).mixed[1] == .entire)
    }
    #expect(slope(.max(variable(1...2), 0)) == 1 && slope(.max(variable(-2 ... -1), 0)) == 0)
  }

  @Test("across a jump or a pole nothing is known of the slope")
  func jumps() {
    let (x, angle) = (variable(-1...1), variable(1...2))
    let steps = [
      .floor(x), .select(x, 1, 2), 1 / x, .power(x, -1), .power(x, -2), .power(x, -3), .pow(x, -1), .tan(angle),
    ]
    for y in steps { #expect(slope(y) == .entire) }
    let (z, turn) = (
      IntervalHyperDual(variable: Interval(-1...1), isFirst: true, lane: 0),
      IntervalHyperDual(variable: Interval(1...2), isFirst: true, lane: 0)
    )
    for y in [.floor(z), .select(z, z, -z), 1 / z, .power(z, -1), .power(z, -2), .pow(z, -2), .tan(turn)] {
      #expect(y.first == .entire && y.mixed[0] == .entire)
    }
  }

  @Test("a branch that is decided keeps its slope")
  func decided() {
    #expect(slope(.select(variable(1...2), variable(1...2), 0)) == 1)
    #expect(slope(.select(variable(-1 ... -0.5), 0, variable(-1...0))) == 1)
    // Where the jump is only touched, a neighbour may lie on its other side.
    #expect(slope(.select(variable(-1...0), 0, variable(-1...0))) == .entire)
    #expect(slope(.floor(variable(0.25...0.75))) == 0)
    #expect(slope(.power(variable(1...2), -1)).encloses(Interval(-1 ... -0.25)))
    #expect(slope(.power(variable(1...2), -1)).width < 0.75 + 1e-12)
  }

  @Test("constant powers have slopes at 0, by value where they exist and 0 where a root is flat by choice")
  func zeroBases() {
    let zero = Dual(variable: 0, lane: 0)
    let second = HyperDual(variable: 0, isFirst: true, lane: 0)
    for (exponent, expected, curvature) in [
      (0.0, 0.0, 0.0), (0.5, 0, 0), (1, 1, 0), (1.5, 0, 0), (2, 0, 2), (3, 0, 0),
    ] {
      #expect(Dual.pow(zero, Dual(exponent)).partials == [expected, 0, 0, 0], "x^\(exponent)")
      let y = HyperDual.pow(second, HyperDual(exponent))
      #expect(y.first == expected && y.mixed == [curvature, 0, 0, 0], "x^\(exponent)")
    }
  }

  @Test("whole powers of a base that changes sign have tight slopes")
  func wholePowers() {
    let slope = slope(.pow(variable(-1...2), 3))
    #expect(slope.encloses(Interval(0...12)) && slope.width < 12.000001)
    let x = IntervalHyperDual(variable: Interval(-1...2), isFirst: true, lane: 0)
    let curvature = IntervalHyperDual.pow(x, 4).mixed[0]
    #expect(curvature.encloses(Interval(0...48)) && curvature.width < 48.000001)
  }
}
