import Testing

@testable import Scalars

@Suite("The seeded generator")
struct SeededGeneratorTests {
  @Test("draws what the authors' xoshiro256++ draws from state 1, 2, 3, 4")
  func publishedSequence() {
    var generator = SeededGenerator(state: (1, 2, 3, 4))
    let published: [UInt64] = [
      41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386, 9_228_616_714_210_784_205,
      9_973_669_472_204_895_162, 14_011_001_112_246_962_877, 12_406_186_145_184_390_807, 15_849_039_046_786_891_736,
      10_450_023_813_501_588_000,
    ]
    for expected in published { #expect(generator.next() == expected) }
  }

  @Test("seeds through the published SplitMix64 sequence")
  func publishedSeeding() {
    var mixer = SplitMix64(state: 1_234_567)
    for expected in [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
      16_408_922_859_458_223_821,
    ] as [UInt64] {
      #expect(mixer.next() == expected)
    }
  }

  @Test("streams named by axes agree with an independent implementation")
  func namedStreams() throws {
    let lines = try Fixture.lines("streams")
    #expect(lines.count == 8)
    for line in lines {
      let words = line.split(separator: " ")
      let names = words[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let seed = try #require(UInt64(names[0]))
      var generator =
        names.count == 1 ? SeededGenerator(seed: seed) : SeededGenerator(seed: seed, axes: Array(names.dropFirst()))
      for word in words.dropFirst() { #expect(generator.next() == UInt64(word)) }
    }
  }

  @Test("streams differ by seed, by axis, by order and by where one axis ends")
  func distinctStreams() {
    let names: [(UInt64, [String])] = [
      (1, ["a", "bc"]), (1, ["ab", "c"]), (1, ["abc"]), (1, ["bc", "a"]), (1, ["a", "bc", ""]), (1, []), (1, [""]),
      (2, ["a", "bc"]), (256, ["a", "bc"]), (1, ["a", "bd"]), (1, ["1", "11"]), (1, ["11", "1"]),
    ]
    var firsts = Set<UInt64>()
    for (seed, axes) in names {
      var generator = SeededGenerator(seed: seed, axes: axes)
      firsts.insert(generator.next())
    }
    #expect(firsts.count == names.count)
  }

  @Test("neighbouring streams are uncorrelated")
  func independentStreams() {
    let n = 20_000
    var first = SeededGenerator(seed: 5, axes: ["starts", "1"])
    var second = SeededGenerator(seed: 5, axes: ["starts", "2"])
    var sum = 0.0
    for _ in 0..<n { sum += (first.uniform() - 0.5) * (second.uniform() - 0.5) }
    // The sum has mean 0 and variance n/144.
    #expect(sum.magnitude < 4 * (Double(n) / 144).squareRoot())
  }

  @Test("uniform draws fill [0, 1) evenly")
  func uniform() {
    var generator = SeededGenerator(seed: 11)
    var counts = [Int](repeating: 0, count: 100)
    for _ in 0..<100_000 {
      let u = generator.uniform()
      #expect(u >= 0 && u < 1)
      counts[Int(u * 100)] += 1
    }
    #expect(chiSquare(counts, expected: 1000) < 148.2, "99 degrees of freedom, p = 0.001")
  }

  @Test("uniform draws never reach the upper bound, even where the sum rounds up to it")
  func uniformBounds() {
    var generator = SeededGenerator(seed: 12)
    for (lower, upper) in [(1.0, 1.0.nextUp), (-3, 7), (1e16, 1e16 + 4), (-0x1p-1074, 0)] {
      for _ in 0..<2000 {
        let x = generator.uniform(from: lower, to: upper)
        #expect(x >= lower && x < upper)
      }
    }
    #expect(generator.uniform(from: 2, to: 2) == 2)
  }

  @Test("indices are unbiased", arguments: [(1, 1.0), (3, 13.82), (10, 27.88), (61, 99.61)])
  func indices(count: Int, limit: Double) {
    var generator = SeededGenerator(seed: 13)
    var counts = [Int](repeating: 0, count: count)
    for _ in 0..<(1000 * count) { counts[generator.index(below: count)] += 1 }
    #expect(chiSquare(counts, expected: 1000) < limit, "p = 0.001")
  }

  @Test("indices below a count of three quarters of 2⁶³ are unbiased, where multiplication alone is not")
  func hugeIndices() {
    // Without rejection 2⁶⁴ numbers fall on 3·2⁶¹ indices as 3, 3, 2, 3, 3, 2 …
    let count = 3 << 61
    var generator = SeededGenerator(seed: 14)
    var counts = [0, 0, 0]
    for _ in 0..<30_000 { counts[generator.index(below: count) % 3] += 1 }
    #expect(chiSquare(counts, expected: 10_000) < 13.82, "2 degrees of freedom, p = 0.001")
  }

  @Test("Gaussian draws have the moments and the tails of the normal distribution")
  func gaussian() {
    let n = 200_000
    var generator = SeededGenerator(seed: 15)
    var sums = [0.0, 0, 0, 0]
    var beyondTwo = 0
    var product = 0.0
    var previous = 0.0
    for _ in 0..<n {
      let x = generator.gaussian()
      for power in 0..<4 { sums[power] += (0...power).reduce(1.0) { total, _ in total * x } }
      if x.magnitude > 2 { beyondTwo += 1 }
      product += x * previous
      previous = x
    }
    // Moments 0, 1, 0, 3 with variances 1, 2, 15, 96 over n; four standard errors.
    let error = 4 / Double(n).squareRoot()
    let means = sums.map { $0 / Double(n) }
    #expect(means[0].magnitude < error)
    #expect((means[1] - 1).magnitude < error * 2.0.squareRoot())
    #expect(means[2].magnitude < error * 15.0.squareRoot())
    #expect((means[3] - 3).magnitude < error * 96.0.squareRoot())
    // P(|x| > 2) = 0.0455.
    #expect((Double(beyondTwo) / Double(n) - 0.0455).magnitude < error * 0.209)
    // The two halves of a Box–Muller pair, and neighbouring pairs, are uncorrelated.
    #expect((product / Double(n)).magnitude < error)
  }

  private func chiSquare(_ counts: [Int], expected: Double) -> Double {
    counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
  }
}
