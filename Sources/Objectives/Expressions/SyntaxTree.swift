/// An expression as it was written, names resolved. As deep as the text nests, which the parser limits.
indirect enum SyntaxTree {
  case number(Literal)
  case pi
  case e
  /// n, the number of coordinates.
  case dimension
  /// The coordinate with this number, from 0.
  case coordinate(Int)
  /// x[index], the coordinate with a computed number, from 1.
  case element(index: SyntaxTree, position: Int)
  /// A parameter, by its number.
  case parameter(Int)
  /// The variable of the enclosing sum or product that is this many levels deep, from 0.
  case index(level: Int)
  case negative(SyntaxTree)
  /// Terms in the order written: long sums do not nest.
  case sum([Operand])
  /// Factors in the order written.
  case product([Operand])
  case power(base: SyntaxTree, exponent: SyntaxTree)
  case call(ExpressionFunction, [SyntaxTree])
  case series(Series)

  /// A term or factor; `isInverse` where it is subtracted or divided by.
  struct Operand {
    let tree: SyntaxTree
    let isInverse: Bool
  }

  /// sum(i, first, last, body) or product(i, first, last, body).
  struct Series {
    enum Kind: String {
      case sum, product
    }

    let kind: Kind
    let first: SyntaxTree
    let last: SyntaxTree
    let body: SyntaxTree
    /// Where the word, and where the bounds stand in the text.
    let position: Int
    let firstPosition: Int
    let lastPosition: Int
  }
}
