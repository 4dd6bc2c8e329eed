import Testing

@testable import Plotting

@Suite struct LabelFanTests {
  @Test("Labels with room stay where they are")
  func untouched() {
    #expect(LabelFan.positions(wanted: [50, 10, 90], spacing: 12, within: (0, 100)) == [50, 10, 90])
    #expect(LabelFan.positions(wanted: [], spacing: 12, within: (0, 100)) == [])
  }

  @Test("Labels at one place are spread evenly around it, in the order given")
  func spread() {
    #expect(LabelFan.positions(wanted: [50, 50, 50], spacing: 10, within: (0, 100)) == [40, 50, 60])
    #expect(LabelFan.positions(wanted: [50, 52], spacing: 10, within: (0, 100)) == [46, 56])
  }

  @Test("At a limit they move inwards")
  func limits() {
    #expect(LabelFan.positions(wanted: [0, 0, 0], spacing: 10, within: (0, 100)) == [0, 10, 20])
    #expect(LabelFan.positions(wanted: [100, 99, 70], spacing: 10, within: (0, 100)) == [100, 90, 70])
  }

  @Test("More labels than fit start at the first limit and still do not touch")
  func crowded() {
    let places = LabelFan.positions(wanted: [5, 5, 5, 5], spacing: 10, within: (0, 20))
    #expect(places == [0, 10, 20, 30])
  }

  @Test("Whatever is asked for, neighbours keep their distance and their order")
  func always() {
    var state: UInt64 = 1
    for _ in 0..<200 {
      let wanted = (0..<9).map { _ -> Double in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 40) / Double(1 << 24) * 200
      }
      let places = LabelFan.positions(wanted: wanted, spacing: 15, within: (0, 200))
      let order = wanted.indices.sorted { wanted[$0] < wanted[$1] }
      for (a, b) in zip(order, order.dropFirst()) { #expect(places[b] - places[a] >= 15 - 1e-9) }
      #expect(places.allSatisfy { $0 >= -1e-9 && $0 <= 200 + 1e-9 })
    }
  }
}
