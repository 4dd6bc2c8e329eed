import Objectives
import Testing

struct BoxTests {
  let box = Box(-1...3, 2...5)

  @Test("measures")
  func measures() {
    #expect(box.dimension == 2)
    #expect(box.center == [1, 3.5])
    #expect(box.widths == [4, 3])
    #expect(box.diagonal == 5)
    #expect(Box(0...1, dimension: 3).upper == [1, 1, 1])
  }

  @Test("the boundary belongs to the box, NaN does not")
  func contains() {
    #expect(box.contains([-1, 5]))
    #expect(!box.contains([(-1.0).nextDown, 5]))
    #expect(!box.contains([0, .nan]))
  }

  @Test("the nearest point of the box")
  func clamping() {
    #expect(box.clamping([-2, 7]) == [-1, 5])
    #expect(box.clamping([0, 3]) == [0, 3])
  }
}
