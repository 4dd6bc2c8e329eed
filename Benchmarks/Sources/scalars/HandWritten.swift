import Objectives
import Scalars

/// What somebody writes who needs one function of two variables in one kind of number.
protocol HandWritten {
  /// The catalogue's name of the same function.
  static var name: String { get }
  static func value(_ x: Double, _ y: Double) -> Double
  /// With the operations of `Lanes`, since the standard library's SIMD8 takes vectors apart.
  static func lanes(_ x: Lanes, _ y: Lanes) -> Lanes
  /// Differentiated forward, in a structure for this purpose.
  static func dual(_ x: HandDual, _ y: HandDual) -> HandDual
  /// The value, with derivatives worked out on paper.
  static func gradient(_ x: Double, _ y: Double) -> (value: Double, x: Double, y: Double)
  /// The same for any dimension, in one kind of number; as above where the function has two variables only.
  static func loopValue(_ x: Span<Double>) -> Double
  static func loopLanes(_ x: Span<Lanes>) -> Lanes
  static func loopDual(_ x: Span<HandDual>) -> HandDual
  /// The same formula for every scalar, in this module.
  static func generic<S: RealScalar>(_ x: Span<S>) -> S
}

extension HandWritten {
  @inline(__always) static func loopValue(_ x: Span<Double>) -> Double { value(x[0], x[1]) }
  @inline(__always) static func loopLanes(_ x: Span<Lanes>) -> Lanes { lanes(x[0], x[1]) }
  @inline(__always) static func loopDual(_ x: Span<HandDual>) -> HandDual { dual(x[0], x[1]) }
}

enum HandRastrigin: HandWritten {
  static let name = "rastrigin"

  @inline(__always)
  static func value(_ x: Double, _ y: Double) -> Double {
    20 + (x * x - 10 * Elementary.cosPi(2 * x)) + (y * y - 10 * Elementary.cosPi(2 * y))
  }

  @inline(__always)
  static func lanes(_ x: Lanes, _ y: Lanes) -> Lanes {
    20 + (x * x - 10 * Elementary.sinCosPi(2 * x).cos) + (y * y - 10 * Elementary.sinCosPi(2 * y).cos)
  }

  @inline(__always)
  static func dual(_ x: HandDual, _ y: HandDual) -> HandDual {
    (x.squared() - x.scaled(2).cosPi().scaled(10) + (y.squared() - y.scaled(2).cosPi().scaled(10))).shifted(20)
  }

  @inline(__always)
  static func loopValue(_ x: Span<Double>) -> Double {
    var sum = 10 * Double(x.count)
    for i in x.indices { sum += x[i] * x[i] - 10 * Elementary.cosPi(2 * x[i]) }
    return sum
  }

  @inline(__always)
  static func loopLanes(_ x: Span<Lanes>) -> Lanes {
    var sum = Lanes(10 * Double(x.count))
    for i in x.indices { sum += x[i] * x[i] - 10 * Elementary.sinCosPi(2 * x[i]).cos }
    return sum
  }

  @inline(__always)
  static func loopDual(_ x: Span<HandDual>) -> HandDual {
    var sum = HandDual(value: 10 * Double(x.count), slopes: .zero)
    for i in x.indices { sum = sum + (x[i].squared() - x[i].scaled(2).cosPi().scaled(10)) }
    return sum
  }

  @inline(__always)
  static func gradient(_ x: Double, _ y: Double) -> (value: Double, x: Double, y: Double) {
    let (a, b) = (Elementary.sinCosPi(2 * x), Elementary.sinCosPi(2 * y))
    let value = 20 + (x * x - 10 * a.cos) + (y * y - 10 * b.cos)
    return (value, 2 * x + 20 * .pi * a.sin, 2 * y + 20 * .pi * b.sin)
  }

  @inline(__always)
  static func generic<S: RealScalar>(_ x: Span<S>) -> S {
    x.sum(from: S(10 * Double(x.count))) { S.square($0) - S.scaled(S.cosPi(S.scaled($0, by: 2)), by: 10) }
  }
}

enum HandRosenbrock: HandWritten {
  static let name = "rosenbrock"

  @inline(__always)
  static func value(_ x: Double, _ y: Double) -> Double {
    let valley = y - x * x
    return 100 * (valley * valley) + (1 - x) * (1 - x)
  }

  @inline(__always)
  static func lanes(_ x: Lanes, _ y: Lanes) -> Lanes {
    let valley = y - x * x
    return 100 * (valley * valley) + (1 - x) * (1 - x)
  }

  @inline(__always)
  static func dual(_ x: HandDual, _ y: HandDual) -> HandDual {
    (y - x.squared()).squared().scaled(100) + x.scaled(-1).shifted(1).squared()
  }

  @inline(__always)
  static func loopValue(_ x: Span<Double>) -> Double {
    var sum = 0.0
    for i in 0..<(x.count - 1) {
      let valley = x[i + 1] - x[i] * x[i]
      sum += 100 * (valley * valley) + (1 - x[i]) * (1 - x[i])
    }
    return sum
  }

  @inline(__always)
  static func loopLanes(_ x: Span<Lanes>) -> Lanes {
    var sum = Lanes(0)
    for i in 0..<(x.count - 1) {
      let valley = x[i + 1] - x[i] * x[i]
      sum += 100 * (valley * valley) + (1 - x[i]) * (1 - x[i])
    }
    return sum
  }

  @inline(__always)
  static func loopDual(_ x: Span<HandDual>) -> HandDual {
    var sum = HandDual(value: 0, slopes: .zero)
    for i in 0..<(x.count - 1) {
      sum = sum + ((x[i + 1] - x[i].squared()).squared().scaled(100) + x[i].scaled(-1).shifted(1).squared())
    }
    return sum
  }

  @inline(__always)
  static func gradient(_ x: Double, _ y: Double) -> (value: Double, x: Double, y: Double) {
    let valley = y - x * x
    return (100 * (valley * valley) + (1 - x) * (1 - x), -400 * valley * x - 2 * (1 - x), 200 * valley)
  }

  @inline(__always)
  static func generic<S: RealScalar>(_ x: Span<S>) -> S {
    x.sumOfNeighbours { S.scaled(S.square($1 - S.square($0)), by: 100) + S.square(1 - $0) }
  }
}

enum HandHimmelblau: HandWritten {
  static let name = "himmelblau"

  @inline(__always)
  static func value(_ x: Double, _ y: Double) -> Double {
    let (first, second) = (x * x + y - 11, x + y * y - 7)
    return first * first + second * second
  }

  @inline(__always)
  static func lanes(_ x: Lanes, _ y: Lanes) -> Lanes {
    let (first, second) = (x * x + y - 11, x + y * y - 7)
    return first * first + second * second
  }

  @inline(__always)
  static func dual(_ x: HandDual, _ y: HandDual) -> HandDual {
    (x.squared() + y).shifted(-11).squared() + (x + y.squared()).shifted(-7).squared()
  }

  @inline(__always)
  static func gradient(_ x: Double, _ y: Double) -> (value: Double, x: Double, y: Double) {
    let (first, second) = (x * x + y - 11, x + y * y - 7)
    return (first * first + second * second, 4 * x * first + 2 * second, 2 * first + 4 * y * second)
  }

  @inline(__always)
  static func generic<S: RealScalar>(_ x: Span<S>) -> S {
    let first = S.square(x[0]) + x[1] - 11
    let second = x[0] + S.square(x[1]) - 7
    return S.square(first) + S.square(second)
  }
}
