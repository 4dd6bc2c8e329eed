import Scalars

/// The random numbers of BBOB's instances: a linear congruential generator behind a shuffle table.
///
/// The generator is s ← 16807 s mod (2³¹ − 1), computed without overflow by Schrage's method (ACM TOMS 5, 1979); each
/// number comes from a table of 32, picked by the number before it, after Bays and Durham (ACM TOMS 2, 1976).
/// Source: Hansen, Finck, Ros and Auger, INRIA RR-6829 (2009).
struct BBOBGenerator {
  private var state: Int
  private var table: [Int]
  private var last: Int

  /// The stream of `seed` ≥ 1, which may exceed 2³¹: large instances do.
  init(seed: Int) {
    state = Swift.max(seed, 1)
    table = Array(repeating: 0, count: 32)
    for _ in 0..<8 { state = Self.next(state) }
    for i in table.indices.reversed() {
      state = Self.next(state)
      table[i] = state
    }
    last = table[0]
  }

  private static func next(_ state: Int) -> Int {
    let quotient = state / 127_773
    let next = 16_807 * (state - quotient * 127_773) - 2_836 * quotient
    return next < 0 ? next + 2_147_483_647 : next
  }

  /// Uniform in (0, 1]; 10⁻⁹⁹ stands for 0, whose logarithm Gaussians could not take.
  mutating func uniform() -> Double {
    state = Self.next(state)
    let index = last / 67_108_865
    last = table[index]
    table[index] = state
    return last == 0 ? 1e-99 : Double(last) / 2.147483647e9
  }

  static func uniforms(_ count: Int, seed: Int) -> [Double] {
    var generator = BBOBGenerator(seed: seed)
    return (0..<count).map { _ in generator.uniform() }
  }

  /// Standard normal numbers: radii from the first `count` uniform numbers, angles from the next (Box and Muller, 1958).
  ///
  /// To the nearest double, which are COCO's bits: orthogonalization and rugged functions magnify the last one.
  static func gaussians(_ count: Int, seed: Int) -> [Double] {
    let uniforms = uniforms(2 * count, seed: seed)
    return (0..<count).map { i in
      let number =
        (-2 * Elementary.nearestLog(uniforms[i])).squareRoot() * Elementary.nearestCos(2 * .pi * uniforms[count + i])
      return number == 0 ? 1e-99 : number
    }
  }

  /// The order that sorts `count` uniform numbers: the index of the smallest first.
  static func permutation(_ count: Int, seed: Int) -> [Int] {
    let keys = uniforms(count, seed: seed)
    return keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
  }
}
