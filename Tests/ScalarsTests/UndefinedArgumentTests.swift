import Scalars
import Testing

/// max, min and select in plain arithmetic: what is undefined passes through from any argument that is used.
@Suite("Undefined arguments")
struct UndefinedArgumentTests {
  @Test("the larger and the smaller of two are undefined if either is, in any order and scalar")
  func extrema() {
    let pairs: [(Double, Double)] = [
      (.nan, 1), (1, .nan), (.nan, .nan), (.nan, -Double.infinity), (.infinity, .nan),
    ]
    for (a, b) in pairs {
      #expect(Double.max(a, b).isNaN && Double.min(a, b).isNaN)
      #expect(Lanes.max(Lanes(a), Lanes(b)).values[3].isNaN && Lanes.min(Lanes(a), Lanes(b)).values[3].isNaN)
      #expect(Dual.max(Dual(a), Dual(b)).value.isNaN && Dual.min(Dual(a), Dual(b)).value.isNaN)
      #expect(HyperDual.max(HyperDual(a), HyperDual(b)).value.isNaN)
      #expect(HyperDual.min(HyperDual(a), HyperDual(b)).value.isNaN)
      #expect(LaneDual.max(LaneDual(a), LaneDual(b)).value.values[3].isNaN)
      #expect(LaneDual.min(LaneDual(a), LaneDual(b)).value.values[3].isNaN)
    }
  }

  @Test("no choice is made by an undefined condition, and a branch that is not chosen does not count")
  func choice() {
    let cases: [(Double, Double, Double, Bool)] = [
      (.nan, 1, 2, true), (.nan, 1, 1, true), (1, .nan, 2, true), (-1, 1, .nan, true), (1, 1, .nan, false),
      (-1, .nan, 2, false), (0, .nan, 2, false),
    ]
    for (condition, positive, other, isUndefined) in cases {
      #expect(Double.select(condition, positive, other).isNaN == isUndefined)
      let lanes = Lanes.select(Lanes(condition), Lanes(positive), Lanes(other))
      #expect(lanes.values[6].isNaN == isUndefined)
      #expect(Dual.select(Dual(condition), Dual(positive), Dual(other)).value.isNaN == isUndefined)
      let second = HyperDual.select(HyperDual(condition), HyperDual(positive), HyperDual(other))
      #expect(second.value.isNaN == isUndefined)
      let batch = LaneDual.select(LaneDual(condition), LaneDual(positive), LaneDual(other))
      #expect(batch.value.values[6].isNaN == isUndefined)
    }
    let x = Dual(variable: 3, lane: 0)
    #expect(Dual.select(Dual(.nan), x, -x).partials[0].isNaN)
    let batch = LaneDual.select(LaneDual(.nan), LaneDual(variable: 3, lane: 0), 1)
    #expect(batch.partials[0].values[1].isNaN)
    let z = HyperDual.select(HyperDual(.nan), HyperDual(variable: 3, isFirst: true, lane: 0), 1)
    #expect(z.first.isNaN && z.mixed[0].isNaN)
  }
}
