import Canvas
import Testing

@testable import Plotting

@Suite("Trajectories in a window")
struct TrajectoryTests {
  private func clip(_ points: [SIMD2<Double>]) -> ClippedTrajectory {
    ClippedTrajectory(points, x: 0...10, y: 0...10)
  }

  @Test("A line that leaves ends on the frame, with a mark that points outwards")
  func leaves() throws {
    let clipped = clip([[5, 5], [15, 5], [20, 5]])
    #expect(clipped.runs == [[[5, 5], [10, 5]]])
    let exit = try #require(clipped.exit)
    #expect(exit.point == [10, 5])
    #expect(exit.direction.x > 0 && exit.direction.y == 0)
    #expect(clipped.start == [5, 5])
    #expect(clipped.end == nil)
  }

  @Test("A line that comes back has two runs and no exit mark")
  func returns() {
    let clipped = clip([[5, 5], [15, 5], [15, 8], [5, 8]])
    #expect(clipped.runs == [[[5, 5], [10, 5]], [[10, 8], [5, 8]]])
    #expect(clipped.exit == nil)
    #expect(clipped.end == [5, 8])
  }

  @Test("A segment across the whole window is seen although both its ends are outside")
  func crosses() {
    #expect(clip([[-5, 5], [15, 5]]).runs == [[[0, 5], [10, 5]]])
    #expect(clip([[-5, 20], [15, 20]]).runs.isEmpty)
  }

  @Test("A missing iterate interrupts the line and the rest is still drawn", arguments: [Double.nan, .infinity])
  func missing(value: Double) {
    let clipped = clip([[1, 1], [2, 2], [value, 3], [4, 4], [5, 5]])
    #expect(clipped.runs == [[[1, 1], [2, 2]], [[4, 4], [5, 5]]])
    #expect(clipped.end == [5, 5])
  }

  @Test("A huge step keeps its direction")
  func diverges() {
    let clipped = clip([[5, 5], [1e300, 5]])
    #expect(clipped.runs == [[[5, 5], [10, 5]]])
    #expect(clip([]).runs.isEmpty)
  }
}
