import Scalars
import Testing

/// Same bits, except that every NaN is equal to every NaN.
func isSame(_ a: Double, _ b: Double) -> Bool { a.isNaN && b.isNaN || a.bitPattern == b.bitPattern }

@Suite("Elementary functions at special values (C99 annex F, IEEE 754-2019 section 9.2)")
struct ElementarySpecialValueTests {
  static let infinity = Double.infinity
  static let smallest = 0x1p-1074

  @Test("functions of one argument")
  func oneArgument() {
    let cases: [(String, Double, Double)] = [
      ("exp", 0, 1), ("exp", -0.0, 1), ("exp", Self.infinity, Self.infinity), ("exp", -Self.infinity, 0),
      ("exp", 709.79, Self.infinity), ("exp", -745.14, 0), ("exp", -745.13, Self.smallest),
      ("exp", 1e308, Self.infinity),
      ("expm1", -0.0, -0.0), ("expm1", -Self.infinity, -1), ("expm1", Self.infinity, Self.infinity),
      ("expm1", -1e308, -1), ("expm1", 710, Self.infinity), ("expm1", Self.smallest, Self.smallest),
      ("log", 1, 0), ("log", 0, -Self.infinity), ("log", -0.0, -Self.infinity), ("log", -1, .nan),
      ("log", Self.infinity, Self.infinity), ("log", -Self.infinity, .nan), ("log", -Self.smallest, .nan),
      ("log1p", -0.0, -0.0), ("log1p", -1, -Self.infinity), ("log1p", -1.5, .nan),
      ("log1p", Self.infinity, Self.infinity),
      ("log10", 1, 0), ("log10", 0, -Self.infinity), ("log10", -1, .nan), ("log10", Self.infinity, Self.infinity),
      ("log2", 1, 0), ("log2", -0.0, -Self.infinity), ("log2", -1, .nan), ("log2", Self.infinity, Self.infinity),
      ("log2", Self.smallest, -1074), ("log2", 0x1p1023, 1023),
      ("sin", 0, 0), ("sin", -0.0, -0.0), ("sin", Self.infinity, .nan), ("sin", -Self.smallest, -Self.smallest),
      ("cos", -0.0, 1), ("cos", -Self.infinity, .nan), ("cos", Self.smallest, 1),
      ("tan", -0.0, -0.0), ("tan", Self.infinity, .nan), ("tan", Self.smallest, Self.smallest),
      ("sinPi", 0, 0), ("sinPi", -0.0, -0.0), ("sinPi", 1, 0), ("sinPi", -1, -0.0), ("sinPi", 2, 0),
      ("sinPi", 1e300, 0),
      ("sinPi", -1e300, -0.0), ("sinPi", 0.5, 1), ("sinPi", 1.5, -1), ("sinPi", -0.5, -1), ("sinPi", 0x1p51 + 0.5, 1),
      ("sinPi", 0x1p51 + 1.5, -1), ("sinPi", Self.infinity, .nan),
      ("cosPi", 0, 1), ("cosPi", 0.5, 0), ("cosPi", 1.5, 0), ("cosPi", -0.5, 0), ("cosPi", 1, -1), ("cosPi", -3, -1),
      ("cosPi", 0x1p53 - 1, -1), ("cosPi", 0x1p53, 1), ("cosPi", 0x1p52 + 1, -1), ("cosPi", 0x1p51 + 0.5, 0),
      ("cosPi", 1e300, 1), ("cosPi", -Self.infinity, .nan),
      ("atan", -0.0, -0.0), ("atan", Self.infinity, 0x1.921fb54442d18p+0), ("atan", 1, 0x1.921fb54442d18p-1),
      ("atan", -1, -0x1.921fb54442d18p-1), ("atan", Self.smallest, Self.smallest),
      ("tanh", -0.0, -0.0), ("tanh", Self.infinity, 1), ("tanh", -Self.infinity, -1), ("tanh", 30, 1),
      ("logistic", 0, 0.5), ("logistic", Self.infinity, 1), ("logistic", -Self.infinity, 0),
      ("softplus", 0, 0x1.62e42fefa39efp-1), ("softplus", Self.infinity, Self.infinity),
      ("softplus", -Self.infinity, 0),
    ]
    for (name, x, expected) in cases {
      let value = ElementaryAccuracyTests.value(name, x, .nan)
      #expect(isSame(value, expected), "\(name)(\(x)) is \(value), not \(expected)")
    }
    for (name, _) in ElementaryAccuracyTests.limits {
      #expect(ElementaryAccuracyTests.value(name, .nan, .nan).isNaN, "\(name)(NaN)")
    }
  }

  @Test("pow")
  func powers() {
    let cases: [(Double, Double, Double)] = [
      (.nan, 0, 1), (.nan, -0.0, 1), (1, .nan, 1), (.nan, 1, .nan), (2, .nan, .nan), (0, 3, 0), (-0.0, 3, -0.0),
      (-0.0, 2, 0),
      (0, -3, Self.infinity), (-0.0, -3, -Self.infinity), (-0.0, -2, Self.infinity), (-0.0, 0.5, 0),
      (-0.0, -0.5, Self.infinity), (-0.0, -Self.infinity, Self.infinity), (-1, Self.infinity, 1),
      (-1, -Self.infinity, 1),
      (0.5, Self.infinity, 0), (0.5, -Self.infinity, Self.infinity), (-2, Self.infinity, Self.infinity),
      (2, -Self.infinity, 0), (-8, 1 / 3, .nan), (-2, 3, -8), (-2, 4, 16), (-2, 0x1p60, Self.infinity),
      (-Self.infinity, 3, -Self.infinity), (-Self.infinity, 2, Self.infinity), (-Self.infinity, -3, -0.0),
      (-Self.infinity, -2, 0), (Self.infinity, 0.1, Self.infinity), (Self.infinity, -0.1, 0),
      (2, 1023, 0x1p1023), (2, 1024, Self.infinity), (2, -1074, Self.smallest), (2, -1076, 0),
      (Self.smallest, 1, Self.smallest),
      (-2, -1074, Self.smallest), (-2, -1073, -0x1p-1073), (10, 22, 1e22), (3, 30, 205_891_132_094_649),
      (0.25, 0.5, 0.5),
      (1.0.nextUp, 1e300, Self.infinity), (1.0.nextDown, 1e300, 0), (5, 1e-300, 1), (-1, 0x1p53 - 1, -1),
      (-1, 0x1p53, 1),
    ]
    for (x, y, expected) in cases {
      let value = Elementary.pow(x, y)
      #expect(isSame(value, expected), "pow(\(x), \(y)) is \(value), not \(expected)")
    }
  }

  @Test("atan2")
  func angles() {
    let pi = Double.pi
    let cases: [(y: Double, x: Double, Double)] = [
      (0, 0, 0), (-0.0, 0, -0.0), (0, -0.0, pi), (-0.0, -0.0, -pi), (0, -1, pi), (-0.0, -1, -pi), (0, 1, 0),
      (-0.0, 1, -0.0),
      (1, 0, pi / 2), (-1, -0.0, -pi / 2), (1, 1, pi / 4), (-1, 1, -pi / 4), (1, Self.infinity, 0),
      (-1, Self.infinity, -0.0),
      (1, -Self.infinity, pi), (Self.infinity, 5, pi / 2), (-Self.infinity, -5, -pi / 2),
      (Self.infinity, Self.infinity, pi / 4),
      (Self.infinity, -Self.infinity, 0x1.2d97c7f3321d2p+1), (1, -1, 0x1.2d97c7f3321d2p+1), (Self.smallest, -1, pi),
      (Self.smallest, Self.smallest, pi / 4), (1e308, 1e308, pi / 4), (1e-300, 1e300, 0), (1, .nan, .nan),
      (.nan, 0, .nan),
    ]
    for (y, x, expected) in cases {
      let value = Elementary.atan2(y, x)
      #expect(isSame(value, expected), "atan2(\(y), \(x)) is \(value), not \(expected)")
    }
  }
}
