import Canvas
import Foundation
import Testing

@testable import Plotting

@Suite("Isoline labels")
struct IsolineLabelTests {
  private static let frame = Rect(x: 0, y: 0, width: 400, height: 300)

  private static func line(_ level: Int, _ points: [Point], closed: Bool = false) -> LabelledLine {
    LabelledLine(points: points, isClosed: closed, level: level, text: "10", size: Size(24, 10))
  }

  private static func circle(_ level: Int, _ radius: Double) -> LabelledLine {
    let points = (0..<120).map { index -> Point in
      let angle = Double(index) * .pi / 60
      return Point(200 + radius * cos(angle), 150 + radius * sin(angle))
    }
    return line(level, points, closed: true)
  }

  /// Whether two convex boxes overlap, by the theorem of the separating axis.
  private static func overlap(_ a: [Point], _ b: [Point]) -> Bool {
    for box in [a, b] {
      for (p, q) in zip(box, box.dropFirst()) {
        let axis = Point(q.y - p.y, p.x - q.x)
        func range(_ points: [Point]) -> (Double, Double) {
          let s = points.map { $0.x * axis.x + $0.y * axis.y }
          return (s.min() ?? 0, s.max() ?? 0)
        }
        let (r, s) = (range(a), range(b))
        if r.1 <= s.0 || s.1 <= r.0 { return false }
      }
    }
    return true
  }

  @Test("Labels overlap neither each other, nor marks, nor curves, nor another isoline, nor the frame")
  func clear() {
    let lines = (1...9).map { Self.circle($0, 14 * Double($0)) }
    let curve = (0...40).map { Point(Double($0) * 10, 150 + 60 * sin(Double($0) / 4)) }
    let mark = Rect(x: 260, y: 60, width: 60, height: 60)
    let labels = IsolineLabelPlacer(frame: Self.frame, curves: [curve], marks: [mark]).place(on: lines)
    #expect(labels.count >= 4 && labels.count <= 12)
    for (index, label) in labels.enumerated() {
      for other in labels[(index + 1)...] { #expect(!Self.overlap(label.corners, other.corners)) }
      #expect(!Self.overlap(label.corners, mark.corners))
      #expect(label.corners.allSatisfy(Self.frame.contains))
      for (a, b) in zip(curve, curve.dropFirst()) { #expect(!Self.overlap(label.corners, [a, b, a])) }
      for (number, line) in lines.enumerated() where number != label.line {
        for (a, b) in zip(line.points, line.points.dropFirst()) { #expect(!Self.overlap(label.corners, [a, b, a])) }
      }
    }
  }

  @Test("A label is never upside down, and lies along its line")
  func upright() {
    for label in IsolineLabelPlacer(frame: Self.frame).place(on: [Self.circle(1, 120), Self.circle(2, 80)]) {
      #expect(abs(label.angle) <= .pi / 2 + 1e-12)
      let radius = label.center - Point(200, 150)
      let along = radius.x * cos(label.angle) + radius.y * sin(label.angle)
      #expect(abs(along) < 0.1 * radius.distance(to: Point(0, 0)))
    }
  }

  @Test("A loop shorter than three labels, and a line with ink all along it, get none")
  func none() {
    #expect(IsolineLabelPlacer(frame: Self.frame).place(on: [Self.circle(1, 8)]).isEmpty)
    let straight = Self.line(1, [Point(20, 100), Point(380, 100)])
    let blocked = IsolineLabelPlacer(frame: Self.frame, curves: [[Point(0, 103), Point(400, 103)]])
    #expect(blocked.place(on: [straight]).isEmpty)
    #expect(IsolineLabelPlacer(frame: Self.frame).place(on: [straight]).isEmpty == false)
  }

  @Test("The line is cut under its label, also where a closed line starts", arguments: [60.0, 0.0])
  func cut(center: Double) {
    let square = PolylineArc([Point(0, 0), Point(100, 0), Point(100, 100), Point(0, 100)], isClosed: true)
    let pieces = square.cut([center - 15...center + 15])
    let length = pieces.reduce(0) { sum, piece in
      sum + zip(piece, piece.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
    }
    #expect(abs(length - 370) < 1e-9)
    for point in pieces.flatMap({ $0 }) { #expect(point.distance(to: Point(center, 0)) > 14.999) }
  }
}
