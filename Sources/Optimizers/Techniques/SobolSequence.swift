import Scalars

/// Points of the unit cube that fill it ever more evenly: of 2ᵏ in a row, from a multiple of 2ᵏ on, every slice of width
/// 2⁻ᵏ along every axis holds one.
///
/// A digital shift, drawn once, makes every point uniform and keeps that. There are 40 axes; what lies beyond the
/// fortieth is filled with plain random numbers (a hybrid sequence: Spanier, 1995).
/// Source: Sobol, U.S.S.R. Comput. Math. Math. Phys. 7, 1967; in the order of Gray's code, Antonov and Saleev, same journal 19,
/// 1979; direction numbers of Joe and Kuo; shifts after Cranley and Patterson, SIAM J. Numer. Anal. 13, 1976.
struct SobolSequence: Sendable {
  private static let bits = 52

  private let dimension: Int
  /// vₖ of axis i, an integer of 52 bits, at i · 52 + k − 1.
  private let directions: [UInt64]
  private var digits: [UInt64]
  private var index: UInt64 = 0

  /// The sequence without a shift, whose first point is the origin.
  init(dimension: Int) {
    self.dimension = dimension
    var directions: [UInt64] = []
    for axis in 0..<min(dimension, JoeKuo.dimensions.count + 1) {
      directions += axis == 0 ? Self.firstDirections : Self.directions(JoeKuo.dimensions[axis - 1])
    }
    self.directions = directions
    digits = Array(repeating: 0, count: directions.count / Self.bits)
  }

  /// The sequence with a random digital shift.
  init(dimension: Int, using generator: inout SeededGenerator) {
    self.init(dimension: dimension)
    for axis in digits.indices { digits[axis] = generator.next() >> UInt64(64 - Self.bits) }
  }

  /// Writes the next point into `point`.
  mutating func next(into point: inout [Double], using generator: inout SeededGenerator) {
    for axis in digits.indices { point[axis] = Double(digits[axis]) * 0x1p-52 }
    for axis in digits.count..<dimension { point[axis] = generator.uniform() }
    let changed = min((~index).trailingZeroBitCount, Self.bits - 1)
    for axis in digits.indices { digits[axis] ^= directions[axis * Self.bits + changed] }
    index += 1
  }

  private static let firstDirections = (1...bits).map { UInt64(1) << UInt64(bits - $0) }

  private static func directions(_ axis: JoeKuo.Dimension) -> [UInt64] {
    let s = axis.m.count
    var v = axis.m.enumerated().map { k, m in m << UInt64(bits - 1 - k) }
    for k in s..<bits {
      var next = v[k - s] ^ (v[k - s] >> UInt64(s))
      for j in stride(from: 1, to: s, by: 1) where axis.a >> UInt64(s - 1 - j) & 1 == 1 { next ^= v[k - j] }
      v.append(next)
    }
    return v
  }
}
