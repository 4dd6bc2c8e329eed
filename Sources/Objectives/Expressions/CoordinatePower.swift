/// A power of a coordinate, multiplied out as `ExpressionGraph` does it.
struct CoordinatePower: Equatable {
  /// Those that the code for eight points has operations for.
  enum Exponent: Int {
    case second = 2
    case third = 3
    case fourth = 4
    case sixth = 6

    /// Which one of a use's operations.
    var place: Int32 {
      switch self {
      case .second: 0
      case .third: 1
      case .fourth: 2
      case .sixth: 3
      }
    }
  }

  let coordinate: UInt16
  let exponent: Exponent

  /// The square of this one, if it is an operation.
  var squared: CoordinatePower? {
    exponent == .second ? CoordinatePower(coordinate: coordinate, exponent: .fourth) : nil
  }

  /// The product with `other`, if it is an operation: x² x⁴ is how a sixth power is multiplied out.
  func times(_ other: CoordinatePower) -> CoordinatePower? {
    guard coordinate == other.coordinate, exponent != other.exponent,
      exponent.rawValue + other.exponent.rawValue == Exponent.sixth.rawValue
    else { return nil }
    return CoordinatePower(coordinate: coordinate, exponent: .sixth)
  }
}
