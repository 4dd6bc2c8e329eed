import Foundation
import Sweeps
import Testing

@testable import Reports

@Suite("results.json and runs.csv")
struct ResultsTests {
  private static func parsed(_ path: String) throws -> [String: Any] {
    let json = try TestReport.text(path)
    return try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }

  private static func object(_ value: Any?) -> [String: Any] { value as? [String: Any] ?? [:] }
  private static func number(_ value: Any?) -> Double { (value as? NSNumber)?.doubleValue ?? .nan }

  @Test("the document has the keys of its schema, at every level")
  func keys() throws {
    let results = try Self.parsed("results.json")
    #expect(results["schema"] as? String == "generate-report/results/1")
    #expect(Set(results.keys) == ["schema", "study", "objectives", "methods", "cells", "complete"])
    #expect(
      Set(Self.object(results["study"]).keys) == ["title", "seed", "starts", "budget", "target", "figures"])
    let objective = Self.object((results["objectives"] as? [Any])?.first)
    #expect(objective.keys.contains("id") && objective.keys.contains("name"))
    #expect(objective["dimension"] as? Int == 2)
    #expect(objective["domain"] as? [[Double]] == [[-5.12, 5.12], [-5.12, 5.12]])
    let minimum = Self.object(objective["globalMinimum"])
    #expect(Set(minimum.keys) == ["value", "status", "minimizers", "source", "certificate"])
    #expect(minimum["status"] as? String == "known")
    let method = Self.object((results["methods"] as? [Any])?.first)
    #expect(Self.object(method["hyperparameters"])["learningRate"] as? Double == 0.01)
    let cell = Self.object((results["cells"] as? [Any])?.first)
    #expect(
      Set(cell.keys) == [
        "objective", "method", "runs", "outcomes", "success", "expectedRunningTime", "finalGap", "evaluations",
        "minima",
      ])
    #expect(Set(Self.object(cell["outcomes"]).keys) == Set(Outcome.allCases.map(\.rawValue)))
    #expect(
      Set(Self.object(cell["success"]).keys) == ["target", "count", "rate", "low", "high", "confidence", "interval"])
    #expect(Set(Self.object(cell["finalGap"]).keys) == ["median", "q10", "q90"])
    #expect(Set(Self.object(cell["evaluations"]).keys) == ["value", "gradient", "hessian"])
  }

  @Test("the largest seed is written in full, and 0.01 as 0.01")
  func exactNumbers() throws {
    let json = try TestReport.text("results.json")
    #expect(json.contains("\"seed\": 18446744073709551615,"))
    #expect(json.contains("\"learningRate\": 0.01,"))
  }

  @Test("the runs planned are done or failed, and every run has a row")
  func complete() throws {
    let complete = Self.object(try Self.parsed("results.json")["complete"]).compactMapValues { $0 as? Int }
    #expect(complete == ["planned": 108, "done": 108, "failed": 0, "missing": 0])
    #expect(RunRows(try TestReport.text("runs.csv")).rows.count == 108)
  }

  @Test("the columns of runs.csv are those that other programs expect, in their order")
  func columns() throws {
    let header =
      "objective,method,start,seed,x0,xBest,xLast,fBest,fLast,gapBest,valueEvaluations,gradientEvaluations,"
      + "hessianEvaluations,evaluationsToTarget,outcome,minimum,reason"
    #expect(RunRows(try TestReport.text("runs.csv")).columns.joined(separator: ",") == header)
  }

  @Test("counts, rates, intervals, running times, gaps and evaluations follow from runs.csv")
  func recomputed() throws {
    let rows = RunRows(try TestReport.text("runs.csv"))
    let cells = try #require(try Self.parsed("results.json")["cells"] as? [[String: Any]])
    #expect(cells.count == 9)
    for cell in cells {
      let own = rows.of(objective: cell["objective"] as? String ?? "", method: cell["method"] as? String ?? "")
      #expect(own.count == 12 && cell["runs"] as? Int == 12)
      let outcomes = Self.object(cell["outcomes"]).compactMapValues { $0 as? Int }
      for (outcome, count) in outcomes { #expect(own.count { $0["outcome"] == outcome } == count) }
      #expect(outcomes.values.reduce(0, +) == 12)

      let success = Self.object(cell["success"])
      let reached = own.count { Double($0["gapBest"] ?? "") ?? .nan <= 1e-4 }
      #expect(success["count"] as? Int == reached)
      let (low, high) = Self.wilson(reached, of: 12)
      #expect(abs(Self.number(success["low"]) - low) < 1e-12 && abs(Self.number(success["high"]) - high) < 1e-12)
      #expect(abs(Self.number(success["rate"]) - Double(reached) / 12) < 1e-15)

      let kinds = ["value", "gradient", "hessian"]
      let sums = kinds.map { kind in own.reduce(0) { $0 + (Int($1[kind + "Evaluations"] ?? "") ?? 0) } }
      #expect(kinds.map { Self.object(cell["evaluations"])[$0] as? Int } == sums)
      let spent = own.reduce(0) { sum, row in
        sum
          + (Int(row["evaluationsToTarget"] ?? "") ?? kinds.reduce(0) { $0 + (Int(row[$1 + "Evaluations"] ?? "") ?? 0) })
      }
      if reached > 0 {
        #expect(abs(Self.number(cell["expectedRunningTime"]) - Double(spent) / Double(reached)) < 1e-9)
      } else {
        #expect(cell["expectedRunningTime"] is NSNull)
      }

      let gaps = own.compactMap { Double($0["gapBest"] ?? "") }.sorted()
      for (key, probability) in [("median", 0.5), ("q10", 0.1), ("q90", 0.9)] {
        let expected = Self.quantile(probability, of: gaps)
        #expect(abs(Self.number(Self.object(cell["finalGap"])[key]) - expected) <= 1e-12 * max(1, expected))
      }
    }
  }

  private struct Document: Decodable {
    struct Minimum: Decodable {
      let value: Double
      let at: [Double]
      let count: Int
    }
    struct Cell: Decodable {
      let objective: String
      let method: String
      let minima: [Minimum]
    }
    let cells: [Cell]
  }

  @Test("the local minima of a cell, with their counts, follow from the column minimum")
  func recomputedMinima() throws {
    let rows = RunRows(try TestReport.text("runs.csv"))
    let json = Data(try TestReport.text("results.json").utf8)
    var found = 0
    for cell in try JSONDecoder().decode(Document.self, from: json).cells {
      var expected: [[Double]: Int] = [:]
      for row in rows.of(objective: cell.objective, method: cell.method) {
        let minimum = row["minimum"] ?? ""
        #expect(minimum.isEmpty == (row["outcome"] != "localMinimum"))
        let numbers = minimum.split { $0 == "@" || $0 == ";" }.compactMap { Double($0) }
        if !numbers.isEmpty { expected[numbers, default: 0] += 1 }
      }
      #expect(cell.minima.count == expected.count)
      for minimum in cell.minima { #expect(expected[[minimum.value] + minimum.at] == minimum.count) }
      found += cell.minima.count
    }
    #expect(found > 3, "Rastrigin catches runs in several minima")
  }

  @Test("37 of 50 has Wilson's interval 60.4 to 84.1 %")
  func wilsonAsPublished() {
    let (low, high) = Self.wilson(37, of: 50)
    #expect(abs(low - 0.6045) < 5e-4 && abs(high - 0.8413) < 5e-4)
  }

  @Test("what is not a number is null in JSON and nan, inf and -inf in runs.csv")
  func notFinite() throws {
    let study = TestReport.study(title: "t", objectives: ["sphere"], methods: ["gradient-descent"], starts: 3)
    let summary = TestReport.run(study) { record in
      record.fLast = [Double.nan, .infinity, -.infinity][record.key.start]
      record.fBest = .infinity
      record.xBest = []
      record.outcome = .diverged
    }
    let report = TestReport.report(summary)
    let rows = RunRows(try TestReport.text("runs.csv", of: report)).rows
    #expect(rows.map { $0["fLast"] } == ["nan", "inf", "-inf"])
    #expect(rows.map { $0["gapBest"] } == ["inf", "inf", "inf"])
    let json = try TestReport.text("results.json", of: report)
    #expect(json.contains("\"finalGap\": {\"median\": null, \"q10\": null, \"q90\": null}"))
    let pages = try TestReport.text("objectives/sphere.html", of: report)
    #expect(pages.contains("∞"))
  }

  @Test("a reason with commas, quotes and line breaks comes back from runs.csv")
  func quoting() throws {
    let reason = "failed: \"x\", then\r\ny"
    let study = TestReport.study(title: "t", objectives: ["sphere"], methods: ["gradient-descent"], starts: 1)
    let summary = TestReport.run(study) { $0.reason = reason }
    let rows = RunRows(try TestReport.text("runs.csv", of: TestReport.report(summary))).rows
    #expect(rows.first?["reason"]?.unicodeScalars.elementsEqual(reason.unicodeScalars) == true)
  }

  @Test(
    "numbers are the shortest that read back",
    arguments: [
      (0.1, "0.1"), (1e-10, "1e-10"), (100.0, "100"), (-0.0, "-0.0"), (1e22, "1e+22"),
      (Double.leastNonzeroMagnitude, "5e-324"),
      (0.1 + 0.2, "0.30000000000000004"),
    ])
  func numerals(number: Double, text: String) {
    #expect(number.numeral == text)
    #expect(Double(text)?.bitPattern == number.bitPattern)
  }

  /// Wilson's interval as in Brown, Cai and DasGupta, Statistical Science 16 (2001), equation (4).
  private static func wilson(_ count: Int, of total: Int) -> (Double, Double) {
    let (x, n, k) = (Double(count), Double(total), 1.959963984540054)
    let center = (x + k * k / 2) / (n + k * k)
    let half = k * n.squareRoot() / (n + k * k) * (x / n * (1 - x / n) + k * k / (4 * n)).squareRoot()
    return (max(0, center - half), min(1, center + half))
  }

  private static func quantile(_ probability: Double, of sorted: [Double]) -> Double {
    let position = probability * Double(sorted.count - 1)
    let (below, above) = (Int(position.rounded(.down)), Int(position.rounded(.up)))
    return sorted[below] * (1 - (position - Double(below))) + sorted[above] * (position - Double(below))
  }
}
