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

/// What PyTorch and optax do later on, from the fixtures that late-trajectories.py writes.
struct LateReference: Decodable, Sendable {
  struct Trajectory: Decodable, Sendable, CustomTestStringConvertible {
    let library: String
    let method: String
    let problem: String
    let x0: [Double]
    /// The last step that rounding does not blur.
    let reach: Int
    let iterates: [Reference.Iterate]
    var testDescription: String { "\(library) \(method) on \(problem)" }
  }
  struct Plateau: Decodable, Sendable {
    let values: [Double]
    let rates: [Double]
  }

  let trajectories: [Trajectory]
  let plateau: Plateau

  static let shared: LateReference = {
    guard let url = Bundle.module.url(forResource: "Fixtures/late-trajectories", withExtension: "json"),
      let data = try? Data(contentsOf: url), let reference = try? JSONDecoder().decode(LateReference.self, from: data)
    else { return LateReference(trajectories: [], plateau: Plateau(values: [], rates: [])) }
    return reference
  }()

  /// Learning rates and momenta in steps 0 … 500, by the name of their schedule.
  static let rates: [String: [Double]] = {
    guard let url = Bundle.module.url(forResource: "Fixtures/schedule-rates", withExtension: "tsv"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return [:] }
    let rows = text.split(separator: "\n").map { $0.split(separator: "\t") }
    return Dictionary(
      uniqueKeysWithValues: rows[0].indices.map { column in
        (String(rows[0][column]), rows.dropFirst().compactMap { Double($0[column]) })
      })
  }()
}
