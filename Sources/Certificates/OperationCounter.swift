import Objectives
import Scalars
import Synchronization

/// A scalar that counts the operations of a formula: what an enclosure of it costs, the same on every machine.
///
/// Its values are not looked at, so that a formula takes the ways it takes for every scalar.
struct OperationCounter: RealScalar {
  /// The operations of one evaluation of `formula`, an elementary function counting as `elementary`.
  static func count(of formula: () -> OperationCounter) -> Int {
    let tally = Tally()
    $tally.withValue(tally) { _ = formula() }
    return Swift.max(1, tally.count.load(ordering: .relaxed))
  }

  /// Operations that an elementary function with its derivatives takes as long as.
  private static let elementary = 4

  private final class Tally: Sendable {
    let count = Atomic(0)
  }

  @TaskLocal private static var tally: Tally?

  private static func counted(_ cost: Int = 1) -> Self {
    tally?.count.wrappingAdd(cost, ordering: .relaxed)
    return Self(0)
  }

  init(_ value: Double) {}
  init(decimal value: Double) {}
  init(integerLiteral value: Int) {}
  init(floatLiteral value: Double) {}
  init?<T: BinaryInteger>(exactly source: T) {}
  static var pi: Self { Self(0) }
  static var e: Self { Self(0) }
  var magnitude: Double { 0 }

  static func + (a: Self, b: Self) -> Self { counted() }
  static func - (a: Self, b: Self) -> Self { counted() }
  static prefix func - (a: Self) -> Self { counted() }
  static func * (a: Self, b: Self) -> Self { counted() }
  static func *= (a: inout Self, b: Self) { a = a * b }
  static func / (a: Self, b: Self) -> Self { counted() }
  static func square(_ x: Self) -> Self { counted() }
  static func power(_ x: Self, _ n: Int) -> Self { counted() }
  static func sqrt(_ x: Self) -> Self { counted() }
  static func abs(_ x: Self) -> Self { counted() }
  static func floor(_ x: Self) -> Self { counted() }
  static func max(_ x: Self, _ y: Self) -> Self { counted() }
  static func min(_ x: Self, _ y: Self) -> Self { counted() }
  static func select(_ condition: Self, _ positive: Self, _ other: Self) -> Self { counted() }
  static func pow(_ x: Self, _ y: Self) -> Self { counted(elementary) }
  static func exp(_ x: Self) -> Self { counted(elementary) }
  static func expm1(_ x: Self) -> Self { counted(elementary) }
  static func log(_ x: Self) -> Self { counted(elementary) }
  static func log1p(_ x: Self) -> Self { counted(elementary) }
  static func sin(_ x: Self) -> Self { counted(elementary) }
  static func cos(_ x: Self) -> Self { counted(elementary) }
  static func tan(_ x: Self) -> Self { counted(elementary) }
  static func sinPi(_ x: Self) -> Self { counted(elementary) }
  static func cosPi(_ x: Self) -> Self { counted(elementary) }
  static func atan(_ x: Self) -> Self { counted(elementary) }
  static func tanh(_ x: Self) -> Self { counted(elementary) }
  static func logistic(_ x: Self) -> Self { counted(elementary) }
}

extension Objective {
  /// Operations of an evaluation.
  var operationCount: Int {
    let variables = [OperationCounter](repeating: 0, count: dimension)
    return OperationCounter.count { evaluate(variables.span) }
  }
}
