import Foundation

@testable import Objectives

/// Values of one function, instance and dimension, from COCO's own code: Fixtures/bbob.csv and bbob-more.csv.
struct BBOBReference: Sendable, CustomStringConvertible {
  struct Point: Sendable {
    let x: [Double]
    let value: Double
  }

  let function: Int
  let instance: Int
  let dimension: Int
  let minimum: Double
  var points: [Point] = []

  var description: String { "f\(function), instance \(instance), \(dimension)-D" }
  var objective: any Objective {
    get throws { try ObjectiveCatalogue.objective("bbob-f\(function)", dimension: dimension, instance: instance) }
  }

  static let all: [BBOBReference] =
    read("bbob", columns: (f: 4, minimum: 5)) + read("bbob-more", columns: (f: 3, minimum: 4))

  private static func read(_ name: String, columns: (f: Int, minimum: Int)) -> [BBOBReference] {
    let url = Bundle.module.url(forResource: name, withExtension: "csv", subdirectory: "Fixtures")!
    let text = try! String(contentsOf: url, encoding: .utf8)
    var references: [BBOBReference] = []
    for line in text.split(separator: "\n") where line.first!.isNumber {
      let fields = line.split(separator: ",")
      let next = BBOBReference(
        function: Int(fields[0])!, instance: Int(fields[1])!, dimension: Int(fields[2])!,
        minimum: Double(fields[columns.minimum])!)
      if references.last?.description != next.description { references.append(next) }
      let x = fields.last!.split(separator: " ").map { Double($0)! }
      references[references.count - 1].points.append(Point(x: x, value: Double(fields[columns.f])!))
    }
    return references
  }
}
