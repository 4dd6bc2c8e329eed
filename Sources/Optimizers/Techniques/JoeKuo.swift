/// Joe and Kuo's direction numbers for the dimensions 2 to 40 of a Sobol sequence.
///
/// Source: Joe and Kuo, Constructing Sobol Sequences with Better Two-Dimensional Projections, SIAM J. Sci. Comput. 30, 2008,
/// doi:10.1137/070709359; their table new-joe-kuo-6.
enum JoeKuo {
  struct Dimension: Sendable {
    /// The degree s of the primitive polynomial is the count of `m`; these are its inner coefficients as bits, highest first.
    let a: UInt64
    /// m₁ … mₛ.
    let m: [UInt64]

    fileprivate init(_ a: UInt64, _ m: [UInt64]) {
      self.a = a
      self.m = m
    }
  }

  static let dimensions: [Dimension] = [
    Dimension(0, [1]), Dimension(1, [1, 3]), Dimension(1, [1, 3, 1]), Dimension(2, [1, 1, 1]),
    Dimension(1, [1, 1, 3, 3]), Dimension(4, [1, 3, 5, 13]), Dimension(2, [1, 1, 5, 5, 17]),
    Dimension(4, [1, 1, 5, 5, 5]), Dimension(7, [1, 1, 7, 11, 19]), Dimension(11, [1, 1, 5, 1, 1]),
    Dimension(13, [1, 1, 1, 3, 11]), Dimension(14, [1, 3, 5, 5, 31]), Dimension(1, [1, 3, 3, 9, 7, 49]),
    Dimension(13, [1, 1, 1, 15, 21, 21]), Dimension(16, [1, 3, 1, 13, 27, 49]), Dimension(19, [1, 1, 1, 15, 7, 5]),
    Dimension(22, [1, 3, 1, 15, 13, 25]), Dimension(25, [1, 1, 5, 5, 19, 61]),
    Dimension(1, [1, 3, 7, 11, 23, 15, 103]),
    Dimension(4, [1, 3, 7, 13, 13, 15, 69]), Dimension(7, [1, 1, 3, 13, 7, 35, 63]),
    Dimension(8, [1, 3, 5, 9, 1, 25, 53]), Dimension(14, [1, 3, 1, 13, 9, 35, 107]),
    Dimension(19, [1, 3, 1, 5, 27, 61, 31]), Dimension(21, [1, 1, 5, 11, 19, 41, 61]),
    Dimension(28, [1, 3, 5, 3, 3, 13, 69]), Dimension(31, [1, 1, 7, 13, 1, 19, 1]),
    Dimension(32, [1, 3, 7, 5, 13, 19, 59]), Dimension(37, [1, 1, 3, 9, 25, 29, 41]),
    Dimension(41, [1, 3, 5, 13, 23, 1, 55]), Dimension(42, [1, 3, 7, 3, 13, 59, 17]),
    Dimension(50, [1, 3, 1, 3, 5, 53, 69]), Dimension(55, [1, 1, 5, 5, 23, 33, 13]),
    Dimension(56, [1, 1, 7, 7, 1, 61, 123]), Dimension(59, [1, 1, 7, 9, 13, 61, 49]),
    Dimension(62, [1, 3, 3, 5, 3, 55, 33]), Dimension(14, [1, 3, 1, 15, 31, 13, 49, 245]),
    Dimension(21, [1, 3, 5, 15, 31, 59, 63, 97]), Dimension(22, [1, 3, 1, 11, 11, 11, 77, 249]),
  ]
}
