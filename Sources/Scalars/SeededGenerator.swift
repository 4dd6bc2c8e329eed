/// A small, fast, seeded random generator, xoshiro256++, with streams addressed by named axes.
///
/// Two generators with different axes are statistically independent; the same axes always give the same numbers, on
/// every machine and in any order of work.
/// Source: Blackman and Vigna, Scrambled Linear Pseudorandom Number Generators, ACM TOMS 47 (2021); seeded through
/// SplitMix64 as its authors advise.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)
  /// The second Gaussian of a Box–Muller pair, kept for the next draw.
  private var spareGaussian: Double?

  public init(seed: UInt64) {
    var mixer = SplitMix64(state: seed)
    self.init(state: (mixer.next(), mixer.next(), mixer.next(), mixer.next()))
  }

  /// The generator in a given state, which must not be all zeros.
  init(state: (UInt64, UInt64, UInt64, UInt64)) { self.state = state }

  /// The stream of `seed` named by `axes`, for example `["starts", "rastrigin", "17"]`.
  public init(seed: UInt64, axes: [String]) {
    self.init(seed: Self.streamSeed(seed, axes: axes))
  }

  /// The seed of the stream of `seed` named by `axes`.
  public static func streamSeed(_ seed: UInt64, axes: [String]) -> UInt64 { StreamHash(seed: seed, axes: axes).value }

  public mutating func next() -> UInt64 {
    let result = (state.0 &+ state.3).rotatedLeft(by: 23) &+ state.0
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = state.3.rotatedLeft(by: 45)
    return result
  }

  /// Uniform in [0, 1), a multiple of 2⁻⁵³.
  public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Uniform in [lower, upper).
  public mutating func uniform(from lower: Double, to upper: Double) -> Double {
    let value = lower + (upper - lower) * uniform()
    // The sum may round up to the bound that is excluded.
    return value < upper ? value : Swift.max(lower, upper.nextDown)
  }

  /// Uniform among 0 ..< count, without bias (Lemire, ACM TOMACS 29, 2019).
  public mutating func index(below count: Int) -> Int {
    precondition(count > 0, "an index is drawn from a positive count")
    let bound = UInt64(count)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }

  /// A standard normal deviate (Box and Muller, Ann. Math. Statist. 29, 1958).
  public mutating func gaussian() -> Double {
    if let spare = spareGaussian {
      spareGaussian = nil
      return spare
    }
    let radius = (-2 * Elementary.log(1 - uniform())).squareRoot()
    let halfTurns = 2 * uniform()
    spareGaussian = radius * Elementary.sinPi(halfTurns)
    return radius * Elementary.cosPi(halfTurns)
  }
}

/// Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, OOPSLA 2014.
struct SplitMix64 {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// The seed of a stream: FNV-1a over the axes that name it, each closed by a separator byte that no text contains, finished by
/// SplitMix64.
public struct StreamHash: Sendable {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Of the stream of `seed` named by `axes`.
  public init(seed: UInt64, axes: [String]) {
    for shift in stride(from: 0, to: 64, by: 8) { absorb(UInt8(truncatingIfNeeded: seed >> UInt64(shift))) }
    for axis in axes { absorb(axis) }
  }

  public var value: UInt64 {
    var mixer = SplitMix64(state: hash)
    return mixer.next()
  }

  /// The seed of the stream that has one axis more: what many streams have in common is hashed once.
  public func seed(of axis: Int) -> UInt64 {
    var longer = self
    longer.absorb(String(axis))
    return longer.value
  }

  private mutating func absorb(_ axis: String) {
    for byte in axis.utf8 { absorb(byte) }
    absorb(0xFF)
  }

  private mutating func absorb(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
}

extension UInt64 {
  @inline(__always) fileprivate func rotatedLeft(by count: UInt64) -> UInt64 {
    (self << count) | (self >> (64 - count))
  }
}
