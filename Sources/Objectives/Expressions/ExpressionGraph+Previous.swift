extension ExpressionGraph.Node {
  /// The same computation with `previous`, the node of the step before, as its p; nil where there is no such operation.
  ///
  /// Factors keep their order, on which a bit of a second derivative may depend.
  func taking(previous: ExpressionGraph.ID) -> Self? {
    switch operation {
    case .add where b == previous: Self(operation: .previousAdd, a: a)
    case .add where a == previous: Self(operation: .previousAdd, a: b)
    case .subtract where b == previous: Self(operation: .subtractPrevious, a: a)
    case .subtract where a == previous: Self(operation: .previousSubtract, a: b)
    case .multiply where b == previous: Self(operation: .multiplyPrevious, a: a)
    case .square where a == previous: Self(operation: .previousSquare)
    case .squareAdd where b == previous: Self(operation: .previousAddSquare, a: a)
    case .squareAdd where a == previous: Self(operation: .previousSquareAdd, a: b)
    case .subtractSquare where b == previous: Self(operation: .previousSubtractSquare, a: a)
    case .multiplySquare where b == previous: Self(operation: .multiplyPreviousSquare, a: a)
    case .multiplyAdd where c == previous: Self(operation: .previousAddProduct, a: a, b: b)
    case .multiplyAdd where b == previous: Self(operation: .multiplyPreviousAdd, a: a, b: c)
    case .subtractProduct where c == previous: Self(operation: .previousSubtractProduct, a: a, b: b)
    case .squareOfDifference where a == previous: Self(operation: .squareOfPreviousDifference, a: b)
    case .squareOfDifferenceAdd where c == previous: Self(operation: .previousAddSquareOfDifference, a: a, b: b)
    case .squareOfDifferenceAdd where a == previous: Self(operation: .squareOfPreviousDifferenceAdd, a: b, b: c)
    default: nil
    }
  }
}
