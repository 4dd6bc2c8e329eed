import Objectives
import Scalars
import Testing

@testable import Optimizers

@Suite("Sampling")
struct SamplingTests {
  @Test("The first points of a Sobol sequence are Joe and Kuo's, in the order of Gray's code")
  func firstSobolPoints() {
    let published: [[Double]] = [
      [0, 0, 0], [0.5, 0.5, 0.5], [0.75, 0.25, 0.25], [0.25, 0.75, 0.75], [0.375, 0.375, 0.625], [0.875, 0.875, 0.125],
      [0.625, 0.125, 0.875], [0.125, 0.625, 0.375], [0.1875, 0.3125, 0.9375], [0.6875, 0.8125, 0.4375],
    ]
    var sequence = SobolSequence(dimension: 3)
    var generator = SeededGenerator(seed: 1)
    var point = [0.0, 0, 0]
    for expected in published {
      sequence.next(into: &point, using: &generator)
      #expect(point == expected)
    }
  }

  @Test("The 1000th Sobol point of 40 dimensions is scipy's")
  func farSobolPoint() {
    var sequence = SobolSequence(dimension: 40)
    var generator = SeededGenerator(seed: 1)
    var point = [Double](repeating: 0, count: 40)
    for _ in 0..<1000 { sequence.next(into: &point, using: &generator) }
    // scipy.stats.qmc.Sobol(40, scramble=False).random(1000)[-1] · 1024.
    let scipy: [Double] = [
      161, 931, 83, 1013, 991, 865, 879, 729, 833, 647, 23, 453, 485, 969, 851, 571, 289, 673, 695, 39,
      343, 371, 397, 361, 789, 353, 233, 171, 381, 797, 983, 85, 495, 799, 757, 341, 549, 147, 763, 811,
    ]
    #expect(point.map { $0 * 1024 } == scipy)
  }

  @Test("Shifted or not, 1024 points have one in each of 1024 slices along each of 40 axes; a 41st is uniform")
  func sobolStrata() {
    for seed in [UInt64(1), 2] {
      var generator = SeededGenerator(seed: seed)
      var sequence = SobolSequence(dimension: 41, using: &generator)
      var point = [Double](repeating: 0, count: 41)
      var slices = [Set<Int>](repeating: [], count: 41)
      for _ in 0..<1024 {
        sequence.next(into: &point, using: &generator)
        for axis in 0..<41 { slices[axis].insert(Int(point[axis] * 1024)) }
      }
      #expect(slices[..<40].allSatisfy { $0 == Set(0..<1024) })
      // 1 − 1/e of the slices are hit by as many random points.
      #expect((600..<700).contains(slices[40].count))
    }
  }

  @Test("A Latin hypercube has one member in every slice of every axis, and axes are not alike")
  func latinHypercube() {
    var generator = SeededGenerator(seed: 3)
    var population = Population(count: 20, dimension: 3)
    population.spreadAsLatinHypercube(in: Box(-1...3, dimension: 3), using: &generator)
    let slices = (0..<3).map { axis in (0..<20).map { Int((population[$0, axis] + 1) / 4 * 20) } }
    for axis in slices { #expect(axis.sorted() == Array(0..<20)) }
    #expect(slices[0] != slices[1] && slices[1] != slices[2])
  }

  @Test("A grid visits every cell's centre once, then those of one twice as fine", arguments: [1, 2, 3])
  func grid(_ dimension: Int) {
    var generator = SeededGenerator(seed: 4)
    var grid = CellGrid(atMost: 30, dimension: dimension, using: &generator)
    var point = [Double](repeating: 0, count: dimension)
    for cells in dimension == 1 ? [30, 60] : dimension == 2 ? [5, 10] : [3, 6] {
      var seen: Set<[Double]> = []
      let count = (0..<dimension).reduce(1) { product, _ in product * cells }
      for _ in 0..<count {
        grid.next(into: &point, using: &generator)
        seen.insert(point.map { ($0 * Double(cells) - 0.5).rounded() })
        #expect(point.allSatisfy { ($0 * Double(cells) - 0.5 - ($0 * Double(cells) - 0.5).rounded()).magnitude < 1e-9 })
      }
      #expect(seen.count == count && seen.allSatisfy { $0.allSatisfy { $0 >= 0 && $0 < Double(cells) } })
    }
  }

  @Test("The box joins its sides for what leaves it")
  func wrapping() {
    let box = Box(-1...3)
    for (outside, inside) in [(-1.0, -1.0), (3, 3), (4, 0), (-2.5, 1.5), (8, 0), (-7, 1), (11.5, -0.5)] {
      #expect(box.wrapping(outside, coordinate: 0) == inside)
    }
    #expect(box.wrapping(.infinity, coordinate: 0) == -1 && box.wrapping(.nan, coordinate: 0) == -1)
  }

  @Test("ln Γ has its known values")
  func logGamma() {
    // Γ(½) = √π, Γ(5) = 24, Γ(30.5) from 50-digit arithmetic.
    let known = [
      (0.5, 0.57236494292470008707), (1, 0), (2, 0), (5, 3.1780538303479456196), (30.5, 72.953471184169408324),
    ]
    for (x, value) in known {
      #expect((Elementary.logGamma(x) - value).magnitude <= 1e-14 * max(value.magnitude, 1))
    }
  }
}
