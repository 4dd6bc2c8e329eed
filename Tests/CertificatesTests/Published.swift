import Foundation
import Objectives

/// What is published of a function's minimum, read from Fixtures/minima.json.
struct Published: Decodable, Sendable, CustomStringConvertible {
  let id: String
  let minimizers: [[Double]]
  /// Decimal digits, more than a double holds.
  let minimum: String
  let smoothness: String
  /// How many minimizers there are where the list holds only some, in words.
  let minimizerCount: String?

  var description: String { id }
  var isSmooth: Bool { smoothness == "smooth" }
  var value: Double { Double(minimum)! }

  static let all: [Published] = {
    struct File: Decodable { let objectives: [Published] }
    let url = Bundle.module.url(forResource: "minima", withExtension: "json", subdirectory: "Fixtures")!
    return try! JSONDecoder().decode(File.self, from: Data(contentsOf: url)).objectives
  }()

  func objective() throws -> any Objective { try ObjectiveCatalogue.objective(Spec(name: id)) }
}
