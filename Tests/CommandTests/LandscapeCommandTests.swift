import Foundation
import Testing

@Suite("landscape")
struct LandscapeCommandTests {
  private func run(_ arguments: [String]) throws -> Tool {
    try Tool.run(["landscape"] + arguments, in: FileManager.default.temporaryDirectory)
  }

  private func json(_ arguments: [String]) throws -> [String: Any] {
    let run = try run(arguments + ["--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    return try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  @Test("the document lists Himmelblau's points with class, eigenvalues and proof")
  func document() throws {
    let document = try json(["--objective", "himmelblau"])
    let points = try #require(document["stationaryPoints"] as? [[String: Any]])
    #expect(points.count == 9 && document["objective"] as? String == "himmelblau")
    #expect(points.count { $0["class"] as? String == "minimum" } == 4)
    #expect(points.allSatisfy { $0["proved"] as? Bool == true && $0["boundary"] as? Bool == false })
    #expect(points.allSatisfy { ($0["eigenvalues"] as? [Double])?.count == 2 })
    // Lowest first, the maximum at (−0.270845, −0.923039) last.
    let last = try #require(points.last)
    #expect(last["class"] as? String == "maximum")
    let x = try #require(last["x"] as? [Double])
    #expect(abs(x[0] + 0.270845) < 1e-6 && abs(x[1] + 0.923039) < 1e-6)
    let counts = try #require(document["counts"] as? [String: Any])
    #expect(counts["minimum"] as? Int == 4 && counts["saddle"] as? Int == 4 && counts["maximum"] as? Int == 1)
    #expect(document["complete"] as? Bool == true && document["convex"] as? Bool == false)
    let share = try #require(document["convexShare"] as? Double)
    #expect(share > 0 && share < 1)
  }

  @Test("boundary minima are among the counts, and counted apart")
  func boundary() throws {
    let counts = try #require(json(["--objective", "beale"])["counts"] as? [String: Any])
    #expect(counts["minimum"] as? Int == 3 && (counts["boundary"] as? [String: Int])?["minimum"] == 2)
  }

  @Test("a convex objective is recognised, in any dimension; where no points are searched, that is said")
  func convex() throws {
    let document = try json(["--objective", "trid-6"])
    #expect(document["convex"] as? Bool == true && document["stationaryPoints"] == nil)
    let text = try run(["--objective", "trid-6"]).output
    #expect(text.contains("every local minimum is global") && text.contains("this objective has 6"), "\(text)")
  }

  @Test("an expression has a landscape too")
  func expression() throws {
    let document = try json(["--expression", "x^4/4 - x^2/2 + y^2", "--domain", "-2,2"])
    let points = try #require(document["stationaryPoints"] as? [[String: Any]])
    #expect(points.map { $0["class"] as? String } == ["minimum", "minimum", "saddle"])
    #expect(points.map { $0["x"] as? [Double] } == [[-1, 0], [1, 0], [0, 0]])
  }

  @Test("the text is a table with counts and a word on convexity, twenty rows unless all are asked for")
  func text() throws {
    let text = try run(["--objective", "rastrigin"]).output
    #expect(text.contains("121 minima, 220 saddles, 100 maxima.") && text.contains("421 more"), "\(text)")
    #expect(text.contains("Every point is proved") && text.contains("Not convex"))
    #expect(try run(["--objective", "rastrigin", "--all"]).output.split(separator: "\n").count > 441)
  }

  @Test("a search that stops early says that its counts are lower bounds")
  func unfinished() throws {
    let text = try run(["--objective", "rastrigin", "--max-boxes", "200"]).output
    #expect(text.contains("lower bounds"), "\(text)")
    #expect(try run(["--objective", "rastrigin", "--max-boxes", "0"]).status == 64)
  }
}
