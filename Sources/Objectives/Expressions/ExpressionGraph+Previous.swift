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
    case .divide where a == previous: Self(operation: .previousDivide, a: b)
    case .square where a == previous: Self(operation: .previousSquare)
    case .squareAdd where b == previous: Self(operation: .previousAddSquare, a: a)
    case .squareAdd where a == previous: Self(operation: .previousSquareAdd, a: b)
    case .subtractSquare where b == previous: Self(operation: .previousSubtractSquare, a: a)
    case .multiplySquare where b == previous: Self(operation: .multiplyPreviousSquare, a: a)
    case .multiplyAdd where c == previous: Self(operation: .previousAddProduct, a: a, b: b)
    case .multiplyAdd where b == previous: Self(operation: .multiplyPreviousAdd, a: a, b: c)
    case .subtractProduct where b == previous && a != previous:
      Self(operation: .subtractMultipleOfPrevious, a: a, b: c)
    case .subtractProduct where c == previous: Self(operation: .previousSubtractProduct, a: a, b: b)
    case .squareOfDifference where a == previous: Self(operation: .squareOfPreviousDifference, a: b)
    case .squareOfDifferenceAdd where c == previous: Self(operation: .previousAddSquareOfDifference, a: a, b: b)
    case .squareOfDifferenceAdd where a == previous: Self(operation: .squareOfPreviousDifferenceAdd, a: b, b: c)
    default: nil
    }
  }

  /// This step and `next`, which takes its result and is the only one to, in one instruction; nil where there is none.
  func joined(with next: Self) -> Self? {
    switch (operation, next.operation) {
    case (.subtractSquare, .multiplyPreviousSquare):
      Self(operation: .multiplySquareOfSubtractSquare, a: a, b: b, c: next.a)
    case (.previousDivide, .previousAdd): Self(operation: .previousDivideAdd, a: a, b: next.a)
    case (.previousAddSquare, .previousAddSquare): Self(operation: .previousAddSquares, a: a, b: next.a)
    case (.previousAddProduct, .previousAddSquare):
      Self(operation: .previousAddProductAddSquare, a: a, b: b, c: next.a)
    case (.previousAddSquareOfDifference, .previousAdd):
      Self(operation: .previousAddSquareOfDifferenceAdd, a: a, b: b, c: next.a)
    default: nil
    }
  }
}
