import Objectives
import Scalars

extension LocalRun {
  /// Descends from `point` until the method ends, or spends `patience` evaluations without getting noticeably lower; moves
  /// `point` to where it ended, clipped to the domain, and returns f there.
  ///
  /// The end is evaluated once more, since not every method has evaluated its iterate. Throws when the budget is spent.
  mutating func descend(
    _ point: inout [Double], patience: Int, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) -> Double {
    restart(at: point, in: evaluator.domain, using: &generator)
    evaluator.lowestOfDescent = .infinity
    var stagnation = Stagnation(at: evaluator.counts.total)
    var idle = 0
    while idle < max(patience, 1) {
      let spent = evaluator.counts.total
      do { try step(on: &evaluator, using: &generator) } catch {
        guard error != .budgetExhausted else { throw error }
        break
      }
      // A step without an evaluation would never end a run that makes no other.
      guard evaluator.counts.total > spent else { break }
      idle = stagnation.evaluationsWithoutGain(lowest: evaluator.lowestOfDescent, at: evaluator.counts.total)
    }
    point.assign(x)
    evaluator.domain.clip(&point)
    return try evaluator.value(at: point)
  }
}

/// The local searches of a global method, as its hyper-parameters `local` and `patience` say.
struct LocalSearch: Sendable {
  private let optimizer: any Optimizer
  private let patience: Double

  init(_ hyperparameters: Hyperparameters) {
    optimizer = hyperparameters.method("local").optimizer
    patience = hyperparameters.real("patience")
  }

  func run(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> any LocalRun {
    optimizer.localRun(at: x, in: domain, using: &generator)
  }

  /// `run`'s descent from `point`, which moves to its end; f there.
  func descend(
    _ run: inout any LocalRun, from point: inout [Double], on evaluator: inout Evaluator,
    using generator: inout SeededGenerator
  ) throws(TerminationReason) -> Double {
    let patience = Int(patience * Double(evaluator.budget))
    return try run.descend(&point, patience: patience, on: &evaluator, using: &generator)
  }
}

extension Hyperparameter {
  /// The patience that a global method has with its local searches.
  static let localPatience = Hyperparameter.real(
    "patience", default: 0.05, .init(above: 0, atMost: 1),
    meaning: "share of the budget without progress after which a local search is given up")
}
