import Foundation
import Objectives
import Testing

@testable import Optimizers

/// What PyTorch and optax do, from the fixture.
struct Reference: Decodable, Sendable {
  struct Trajectory: Decodable, Sendable, CustomTestStringConvertible {
    let library: String
    let method: String
    let specification: String
    let x0: [Double]
    let iterates: [Iterate]
    var testDescription: String { "\(library) \(method)" }
  }
  struct Iterate: Decodable, Sendable {
    let step: Int
    let x: [Double]
  }
  struct RateSchedule: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let options: String
    let rates: [Rate]
    var testDescription: String { name }
  }
  struct Rate: Decodable, Sendable {
    let step: Int
    let rate: Double
  }

  let trajectories: [Trajectory]
  let schedules: [RateSchedule]

  static let shared: Reference = {
    guard let url = Bundle.module.url(forResource: "Fixtures/trajectories", withExtension: "json"),
      let data = try? Data(contentsOf: url), let reference = try? JSONDecoder().decode(Reference.self, from: data)
    else { return Reference(trajectories: [], schedules: []) }
    return reference
  }()
}
