import Scalars
import Testing

@Suite("Elementary functions against 50-digit values")
struct ElementaryAccuracyTests {
  /// What each function is held to, in units in the last place; the promise to users is 2.
  static let limits: [(name: String, limit: Double)] = [
    ("exp", 1), ("expm1", 1.2), ("log", 1), ("log1p", 1), ("log10", 0.51), ("log2", 0.51), ("sin", 0.85), ("cos", 0.85),
    ("tan", 0.9), ("sinPi", 1), ("cosPi", 1), ("atan", 0.7), ("atan2", 0.7), ("tanh", 1.1), ("quickTanh", 2),
    ("logistic", 1),
    ("softplus", 1.3), ("pow", 1.1), ("power", 2),
  ]

  @Test("stays within its limit over the whole range", arguments: limits.map(\.name))
  func accuracy(_ name: String) throws {
    let limit = try #require(Self.limits.first { $0.name == name }).limit
    let points = try Point.all(of: name == "quickTanh" ? "tanh" : name)
    #expect(points.count == 400)
    for point in points {
      let error = point.error(of: Self.value(name, point.x, point.y))
      #expect(error <= limit, "\(name)(\(point.x), \(point.y)) is off by \(error) ulp")
    }
  }

  @Test("the slow functions for tables give the nearest double", arguments: ["log", "cos", "pow"])
  func nearest(_ name: String) throws {
    let points = try Point.all(of: name).filter { point in
      switch name {
      case "log": point.x > 0 && point.x.isFinite
      case "cos": 0...(2 * Double.pi) ~= point.x
      default: point.x > 0 && 1e-250...1e250 ~= point.rounded
      }
    }
    #expect(points.count > 20)
    for point in points {
      let value =
        switch name {
        case "log": Elementary.nearestLog(point.x)
        case "cos": Elementary.nearestCos(point.x)
        default: Elementary.nearestPow(point.x, point.y)
        }
      // The fixture's remainders are rounded to thousandths.
      #expect(point.error(of: value) <= 0.502, "\(name)(\(point.x), \(point.y))")
    }
  }

  static func value(_ name: String, _ x: Double, _ y: Double) -> Double {
    switch name {
    case "exp": Elementary.exp(x)
    case "expm1": Elementary.expm1(x)
    case "log": Elementary.log(x)
    case "log1p": Elementary.log1p(x)
    case "log10": Elementary.log10(x)
    case "log2": Elementary.log2(x)
    case "sin": Elementary.sin(x)
    case "cos": Elementary.cos(x)
    case "tan": Elementary.tan(x)
    case "sinPi": Elementary.sinPi(x)
    case "cosPi": Elementary.cosPi(x)
    case "atan": Elementary.atan(x)
    case "atan2": Elementary.atan2(x, y)
    case "tanh": Elementary.tanh(x)
    case "quickTanh": Elementary.quickTanh(Lanes(x)).values[0]
    case "logistic": Elementary.logistic(x)
    case "softplus": Elementary.softplus(x)
    case "pow": Elementary.pow(x, y)
    case "power": Int(exactly: y).map { Double.power(x, $0) } ?? .nan
    default: .nan
    }
  }

  /// One line of elementary.txt; `y` is NaN for functions of one argument.
  struct Point {
    var x: Double
    var y: Double
    /// The true value is rounded + left · ulp(rounded).
    var rounded: Double
    var left: Double

    /// In units in the last place; not finite if the value is not.
    func error(of value: Double) -> Double {
      ((value - rounded) / rounded.ulp - left).magnitude
    }

    static func all(of name: String) throws -> [Point] {
      let lines = try Fixture.lines("elementary")
      let start = try #require(lines.firstIndex(of: "# \(name)")) + 1
      return try lines[start...].prefix { !$0.hasPrefix("#") }.map { line in
        let words = line.split(separator: " ")
        let doubles = try words.dropLast().map { Double(bitPattern: try #require(UInt64($0, radix: 16))) }
        let left = try #require(words.last.flatMap { Double($0) }) / 1000
        return Point(x: doubles[0], y: doubles.count == 3 ? doubles[1] : .nan, rounded: doubles.last!, left: left)
      }
    }
  }
}
