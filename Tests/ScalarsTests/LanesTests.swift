import Scalars
import Testing

@Suite("Lanes")
struct LanesTests {
  /// Batches of ordinary arguments, and batches with special ones among them.
  static var batches: [Lanes] {
    var generator = SeededGenerator(seed: 31)
    let special: [Double] = [
      .nan, .infinity, -.infinity, 0, -0.0, 0x1p-1074, -1, 708, -708, 710, 0x1p20, 1e300, 0x1p-41, 0x1p50, 0x1p52 + 1,
      .pi,
      0x1p-1022, 0x1p-1023, 0.5, 1, 1e-300, -1e-9,
    ]
    return (0..<3000).map { i in
      var lanes = Lanes(0)
      for lane in 0..<Lanes.width {
        let scale = [1.0, 30, 1000, 1e6][generator.index(below: 4)]
        lanes.values[lane] = generator.uniform(from: i % 3 == 0 ? 0 : -scale, to: scale)
      }
      if i % 2 == 0 { lanes.values[generator.index(below: 8)] = special[generator.index(below: special.count)] }
      return lanes
    }
  }

  @Test("every lane has the bits of the scalar function")
  func functions() {
    let functions: [(String, (Lanes) -> Lanes, (Double) -> Double)] = [
      ("exp", Lanes.exp, Double.exp), ("log", Lanes.log, Double.log), ("sin", Lanes.sin, Double.sin),
      ("cos", Lanes.cos, Double.cos), ("sinPi", Lanes.sinPi, Double.sinPi), ("cosPi", Lanes.cosPi, Double.cosPi),
      ("sqrt", Lanes.sqrt, Double.sqrt), ("abs", Lanes.abs, Double.abs), ("square", Lanes.square, Double.square),
      ("tan", Lanes.tan, Double.tan), ("atan", Lanes.atan, Double.atan), ("tanh", Lanes.tanh, Double.tanh),
      ("logistic", Lanes.logistic, Double.logistic), ("expm1", Lanes.expm1, Double.expm1),
      ("log1p", Lanes.log1p, Double.log1p), ("floor", Lanes.floor, Double.floor),
      ("power", { .power($0, -6) }, { .power($0, -6) }), ("pow", { .pow($0, 0.7) }, { .pow($0, 0.7) }),
      ("select", { .select($0, $0, 2) }, { .select($0, $0, 2) }), ("negative", { -$0 }, { -$0 }),
      ("reciprocal", { 1 / $0 }, { 1 / $0 }),
    ]
    for x in Self.batches {
      for (name, batch, scalar) in functions {
        let y = batch(x)
        for lane in 0..<Lanes.width {
          #expect(isSame(y.values[lane], scalar(x.values[lane])), "\(name)(\(x.values[lane]))")
        }
      }
    }
  }

  @Test("a formula of all operations has the bits of eight plain evaluations")
  func formula() {
    let batches = Self.batches
    for (x, y) in zip(batches, batches.dropFirst()) {
      let z = Formula.everything(x, y)
      for lane in 0..<Lanes.width {
        #expect(isSame(z.values[lane], Formula.everything(x.values[lane], y.values[lane])))
      }
    }
  }

  @Test("derivatives of eight points at once have the bits of eight derivatives")
  func derivatives() {
    let batches = Self.batches
    for (x, y) in zip(batches, batches.dropFirst()) {
      let together = Formula.everything(LaneDual(variable: x, lane: 0), LaneDual(variable: y, lane: 1))
      for lane in 0..<Lanes.width {
        let alone = Formula.everything(
          Dual(variable: x.values[lane], lane: 0), Dual(variable: y.values[lane], lane: 1))
        #expect(isSame(together.value.values[lane], alone.value))
        for k in 0..<LaneDual.width {
          #expect(
            isSame(together.partials[k].values[lane], alone.partials[k]),
            "∂\(k) at \(x.values[lane]), \(y.values[lane])")
        }
      }
    }
  }

  @Test("a power whose exponent varies in some lanes only has in each lane the slope of a plain one")
  func mixedPowers() {
    // The exponent's own slope, 2y, vanishes in the lanes where y is 0.
    let x = Lanes(values: [0.5, 2, 0, 3, 1, 0.25, 7, 2])
    let y = Lanes(values: [0, 1, 0, 2, 0, -1, 0.5, 0])
    let together = LaneDual.pow(LaneDual(variable: x, lane: 0), .square(LaneDual(variable: y, lane: 1)))
    for lane in 0..<Lanes.width {
      let alone = Dual.pow(Dual(variable: x.values[lane], lane: 0), .square(Dual(variable: y.values[lane], lane: 1)))
      for k in 0..<LaneDual.width { #expect(isSame(together.partials[k].values[lane], alone.partials[k])) }
    }
  }

  @Test("the larger and the smaller treat ties, zeros and NaN as plain numbers do")
  func extrema() {
    let values: [Double] = [1, -2, 0, -0.0, .nan, .infinity, -.infinity, 3]
    for a in values {
      for b in values {
        #expect(isSame(Lanes.max(Lanes(a), Lanes(b)).values[5], Double.max(a, b)))
        #expect(isSame(Lanes.min(Lanes(a), Lanes(b)).values[2], Double.min(a, b)))
      }
    }
    #expect(Lanes(values: [1, -7, 3, 0, 2, 5, 6, 4]).magnitude == 7)
  }
}
