import Objectives
import Scalars

/// A run of some method, its state included, behind one type: what a restarting method holds.
protocol LocalRun: Sendable {
  var x: [Double] { get }
  mutating func restart(at x: [Double], in domain: Box, using generator: inout SeededGenerator)
  /// Goes on from `x`, with its memory where the method can keep it, anew where it cannot.
  mutating func move(to x: [Double], in domain: Box, using generator: inout SeededGenerator)
  mutating func step(on evaluator: inout Evaluator, using generator: inout SeededGenerator) throws(TerminationReason)
}

extension Optimizer {
  /// A run of this method from `x`.
  func localRun(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> any LocalRun {
    OptimizerRun(optimizer: self, state: start(at: x, in: domain, using: &generator))
  }
}

private struct OptimizerRun<O: Optimizer>: LocalRun {
  let optimizer: O
  var state: O.State

  var x: [Double] { state.x }

  mutating func restart(at x: [Double], in domain: Box, using generator: inout SeededGenerator) {
    state = optimizer.start(at: x, in: domain, using: &generator)
  }

  mutating func move(to x: [Double], in domain: Box, using generator: inout SeededGenerator) {
    if !state.move(to: x) { restart(at: x, in: domain, using: &generator) }
  }

  mutating func step(
    on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    try optimizer.step(&state, on: &evaluator, using: &generator)
  }
}
