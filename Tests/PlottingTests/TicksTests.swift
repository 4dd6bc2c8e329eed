import Canvas
import Testing

@testable import Plotting

@Suite struct TicksTests {
  /// The first is the example of R's package labeling, the reference implementation of the paper; all were computed with
  /// mizani 0.14, an independent one in Python.
  @Test(
    "The paper's algorithm chooses the same numbers as its other implementations",
    arguments: [
      (8.1, 14.1, 4, [8.0, 10, 12, 14]),
      (0, 9, 5, [0, 2.5, 5, 7.5, 10]),
      (-98, 18, 3, [-100, -50, 0]),
      (-1, 1, 5, [-1, -0.5, 0, 0.5, 1]),
      (0, 100, 5, [0, 25, 50, 75, 100]),
      (0.1, 0.73, 5, [0, 0.2, 0.4, 0.6, 0.8]),
      (-5.12, 5.12, 5, [-5, -2.5, 0, 2.5, 5]),
      (-2.048, 2.048, 6, [-2, -1, 0, 1, 2]),
      (1e6, 5e6, 4, [1e6, 2e6, 3e6, 4e6, 5e6]),
      (1.23e-5, 4.56e-5, 5, [1e-5, 2e-5, 3e-5, 4e-5, 5e-5]),
      (-500, 500, 5, [-500, -250, 0, 250, 500]),
      (3, 3.7, 4, [3, 3.25, 3.5, 3.75]),
      (-32.768, 32.768, 5, [-40, -20, 0, 20, 40]),
    ])
  func published(low: Double, high: Double, target: Int, expected: [Double]) {
    let numbers = LinearTicks.numbers(from: low, through: high, target: target, placement: .nearest)
    #expect(numbers.map(\.value) == expected)
  }

  @Test(
    "Ticks of an axis lie on it, are round and have labels that keep clear of each other",
    arguments: [(-5.12, 5.12), (0, 1), (-1e-7, 3e-7), (99_999, 100_003), (-1e6, 2e6), (0.1, 0.30000000000000004)])
  func axis(low: Double, high: Double) {
    let typesetter = Typesetter()
    let font = Font(size: 10.5)
    for length in [60.0, 150, 400, 900] {
      let scale = Scale(from: low, through: high, start: 0, end: length)
      let ticks = scale.ticks(.horizontal, font: font, typesetter: typesetter)
      if length >= 150 { #expect(ticks.count >= 2) }
      var right = -Double.infinity
      for tick in ticks {
        #expect(scale.contains(tick.value))
        guard let label = tick.label else { continue }
        let half = typesetter.measure(label, font: font).width / 2
        #expect(scale.position(tick.value) - half > right + 4)
        #expect(label.plain.count <= 12, "\(label.plain)")
        right = scale.position(tick.value) + half
      }
    }
  }

  @Test("Numbers that no double can tell apart have no ticks, and nothing hangs")
  func degenerate() {
    #expect(LinearTicks.numbers(from: 1, through: 1, target: 5, placement: .inside).isEmpty)
    #expect(LinearTicks.numbers(from: 1e300, through: 1e300.nextUp, target: 5, placement: .inside).isEmpty)
    #expect(LinearTicks.numbers(from: .nan, through: 1, target: 5, placement: .inside).isEmpty)
    #expect(LinearTicks.numbers(from: -1e308, through: 1e308, target: 5, placement: .inside).isEmpty)
    #expect(!LinearTicks.numbers(from: 0, through: 1e-280, target: 5, placement: .inside).isEmpty)
  }

  @Test("A logarithmic axis has its decades labelled and eight minor ticks between them where there is room")
  func decades() {
    let scale = Scale(.logarithmic, from: 1e-3, through: 1, start: 300, end: 0)
    let ticks = LogTicks.ticks(on: scale, room: 20)
    #expect(ticks.filter(\.isMajor).map(\.value) == [1e-3, 1e-2, 0.1, 1])
    #expect(ticks.filter(\.isMajor).compactMap { $0.label?.plain } == ["10^−3", "10^−2", "10^−1", "10^0"])
    #expect(ticks.count == 4 + 3 * 8)
    #expect(ticks.contains { $0.value == 0.003 && !$0.isMajor })
  }

  @Test("Decades are left out evenly where labels would touch")
  func skipping() {
    let scale = Scale(.logarithmic, from: 1e-12, through: 1e3, start: 150, end: 0)
    let labelled = LogTicks.ticks(on: scale, room: 25).filter(\.isMajor).map(\.value)
    #expect(labelled == [1e-12, 1e-9, 1e-6, 1e-3, 1, 1e3])
  }

  @Test("Counts are written out on a logarithmic axis")
  func counts() {
    let ticks = LogTicks.ticks(on: Scale(.logarithmic, from: 1, through: 2000, start: 0, end: 400), room: 40)
    #expect(ticks.compactMap { $0.label?.plain } == ["1", "10", "100", "1000"])
  }

  @Test("Within one decade 1, 2 and 5 are labelled; within less, whatever is round")
  func withinDecade() {
    let one = LogTicks.ticks(on: Scale(.logarithmic, from: 1.5, through: 9, start: 0, end: 200), room: 30)
    #expect(one.map(\.value) == [2, 5])
    let less = LogTicks.ticks(on: Scale(.logarithmic, from: 2.1, through: 2.9, start: 0, end: 200), room: 30)
    #expect(less.count >= 2 && less.allSatisfy { $0.value >= 2.1 && $0.value <= 2.9 })
  }
}
