import Objectives
import Scalars

/// A method: hyper-parameters (the conforming value) · state · step. One file each, found by its order.
///
/// `start` makes the state at the first iterate and spends no evaluation; `step` makes one iteration. Whatever ends a
/// run, the budget included, is thrown as a `TerminationReason`; when `step` throws, the state still holds the last
/// iterate. A step allocates nothing: its working arrays live in the state.
public protocol Optimizer: Sendable {
  associatedtype State: IterateHolding

  static var info: MethodInfo { get }

  /// The method with the given values, which have been checked against `info.hyperparameters`.
  init(_ hyperparameters: Hyperparameters)

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State
  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason)

  /// Steps from `start` until something ends the run, telling `observe` every iterate. Not to be written by a method:
  /// it is a requirement only so that its one implementation is compiled for each method, which halves the overhead.
  func run(
    from start: [Double], on evaluator: inout Evaluator, using generator: inout SeededGenerator,
    observe: ((Int, [Double]) -> Void)?
  ) -> (x: [Double], steps: Int, reason: TerminationReason)
}

extension Optimizer {
  public func run(
    from start: [Double], on evaluator: inout Evaluator, using generator: inout SeededGenerator,
    observe: ((Int, [Double]) -> Void)?
  ) -> (x: [Double], steps: Int, reason: TerminationReason) {
    var state = self.start(at: start, in: evaluator.domain, using: &generator)
    var steps = 0
    observe?(0, state.x)
    do throws(TerminationReason) {
      while true {
        try step(&state, on: &evaluator, using: &generator)
        steps += 1
        observe?(steps, state.x)
      }
    } catch { return (state.x, steps, error) }
  }
}

/// A method's state between steps.
public protocol IterateHolding: Sendable {
  /// The current iterate: where the method would say it is.
  var x: [Double] { get }
  /// Moves the iterate to `x`, keeping everything else that is remembered; false where that cannot be, and nothing moved.
  mutating func move(to x: [Double]) -> Bool
}

extension IterateHolding {
  public mutating func move(to x: [Double]) -> Bool { false }
}
