import Objectives
import Scalars

/// Where the runs of a restarting method begin: points of the domain, one after the other.
struct PointSampler: Sendable {
  enum Design: String, Sendable, CaseIterable {
    case uniform, sobol, grid
    case latinHypercube = "latin-hypercube"
  }

  private enum Source: Sendable {
    case uniform
    /// What is left of a Latin hypercube, from a member on.
    case latinHypercube(Population, next: Int)
    case sobol(SobolSequence)
    case grid(CellGrid)
  }

  private let design: Design
  private var source: Source

  /// - Parameter count: points of one Latin hypercube, and of the first grid.
  init(_ design: Design, count: Int, dimension: Int, using generator: inout SeededGenerator) {
    self.design = design
    source =
      switch design {
      case .uniform: .uniform
      case .latinHypercube: .latinHypercube(Population(count: count, dimension: dimension), next: count)
      case .sobol: .sobol(SobolSequence(dimension: dimension, using: &generator))
      case .grid: .grid(CellGrid(atMost: count, dimension: dimension, using: &generator))
      }
  }

  /// Writes the next point into `point`.
  mutating func next(into point: inout [Double], in box: Box, using generator: inout SeededGenerator) {
    switch source {
    case .uniform: box.sample(into: &point, using: &generator)
    case .latinHypercube(var members, var next):
      source = .uniform
      if next == members.count {
        members.spreadAsLatinHypercube(in: box, using: &generator)
        next = 0
      }
      members.copy(next, into: &point)
      source = .latinHypercube(members, next: next + 1)
    case .sobol(var sequence):
      source = .uniform
      sequence.next(into: &point, using: &generator)
      box.stretch(&point)
      source = .sobol(sequence)
    case .grid(var cells):
      source = .uniform
      cells.next(into: &point, using: &generator)
      box.stretch(&point)
      source = .grid(cells)
    }
  }
}

/// How a restarting method spreads its starts, as its hyper-parameters say.
struct StartDesign: Sendable {
  private let design: PointSampler.Design
  private let points: Int

  /// Reads `sampling` and `points`, which `.sampling(default:)` and `.startCount` declare.
  init(_ hyperparameters: Hyperparameters) {
    design = PointSampler.Design(rawValue: hyperparameters.choice("sampling")) ?? .uniform
    points = hyperparameters.integer("points")
  }

  func sampler(dimension: Int, using generator: inout SeededGenerator) -> PointSampler {
    PointSampler(design, count: points, dimension: dimension, using: &generator)
  }
}

extension Hyperparameter {
  static func sampling(default design: PointSampler.Design, meaning: String) -> Hyperparameter {
    .choice(
      "sampling", default: design.rawValue, of: PointSampler.Design.allCases.map(\.rawValue), meaning: meaning)
  }

  static let startDesign = Hyperparameter.sampling(
    default: .uniform, meaning: "how the starts after the first are spread over the domain")

  static let startCount = Hyperparameter.integer(
    "points", default: 64, in: 1...1_000_000,
    meaning: "points of one Latin hypercube, or of the coarsest grid at most; no matter to the others")
}
