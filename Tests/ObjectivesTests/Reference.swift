import Foundation

@testable import Objectives

/// What is published of the functions, read from Fixtures/objectives.json.
struct Reference: Decodable, Sendable, CustomStringConvertible {
  let id: String
  let scalable: Bool
  let domain: [[Double]]
  let minimizers: [[Double]]
  /// Decimal digits, more than a double holds.
  let minimum: String
  let minimumByDimension: [String: String]?
  /// How many minimizers there are where the list holds only some, in words.
  let minimizerCount: String?
  /// How many local minima the domain has, and how they were counted: numbers with remarks.
  let localMinima: String
  let localMinimaBasis: String
  let smoothness: String

  var description: String { id }
  var dimension: Int { domain.count }

  static let all: [Reference] = {
    struct File: Decodable { let objectives: [Reference] }
    return load(File.self, "objectives").objectives
  }()
  static let scalable = all.filter(\.scalable)

  static func of(_ id: String) -> Reference { all.first { $0.id == id }! }
}

/// A value with derivatives at a point, from 50-digit arithmetic, read from Fixtures/derivatives.json.
struct ReferencePoint: Decodable, Sendable {
  let x: [Double]
  let value: Double
  let gradient: [Double]
  let hessian: [Double]?

  /// How much f changes when every coordinate is rounded: no formula can be more exact than a few of these, and where
  /// f is sin(60 eʸ) with y near 10, it is 10⁻¹⁰.
  var valueConditioning: Double {
    zip(x, gradient).reduce(0) { $0 + ($1.0 * $1.1).magnitude * 0x1p-53 }
  }

  static let byObjective = load([String: [ReferencePoint]].self, "derivatives")
}

func load<T: Decodable>(_ type: T.Type, _ name: String) -> T {
  let url = Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Fixtures")!
  return try! JSONDecoder().decode(type, from: Data(contentsOf: url))
}

extension ObjectiveCatalogue {
  static let ids = entries.map(\.info.id)

  static func objective(_ id: String, dimension: Int? = nil, instance: Int = 0) throws -> any Objective {
    try entry(named: id).objective(dimension: dimension, instance: instance)
  }
}

extension Box {
  func randomPoint(using generator: inout some RandomNumberGenerator) -> [Double] {
    zip(lower, upper).map { Double.random(in: $0...$1, using: &generator) }
  }
}

/// The largest argument of a sine in functions whose waves are very short at `x`; 0 for all others.
///
/// The argument's rounding is a relative error of every derivative; differences need steps far below 1/phase.
func phase(_ id: String, at x: [Double]) -> Double {
  switch id {
  case "trefethen": 60 * exp(x[1])
  case "weierstrass": 0x1p32  // 3²⁰ π/2
  case "whitley":
    x.reduce(0) { largest, a in x.reduce(largest) { max($0, 50 * (a * a - $1) * (a * a - $1)) } }
  default: 0
  }
}

extension [Double] {
  func adding(_ step: Double, at i: Int) -> [Double] {
    var moved = self
    moved[i] += step
    return moved
  }
}

func norm(_ a: [Double]) -> Double { distance(a, Array(repeating: 0, count: a.count)) }

/// Whether a symmetric matrix, n × n in row-major order, has a Cholesky factorization.
func isPositiveDefinite(_ matrix: [Double], dimension n: Int) -> Bool {
  var factor = matrix
  for j in 0..<n {
    for i in j..<n {
      for k in 0..<j { factor[i * n + j] -= factor[i * n + k] * factor[j * n + k] }
      guard factor[j * n + j] > 0 else { return false }
      factor[i * n + j] /= i == j ? factor[j * n + j].squareRoot() : factor[j * n + j]
    }
  }
  return true
}

func distance(_ a: [Double], _ b: [Double]) -> Double {
  zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
}

/// The largest difference, relative to the largest entry of `expected` or to 1.
func relativeError(_ actual: [Double], _ expected: [Double]) -> Double {
  let scale = expected.reduce(1) { max($0, $1.magnitude) }
  return zip(actual, expected).reduce(0) { max($0, ($1.0 - $1.1).magnitude) } / scale
}
