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
}

/// A method's state between steps.
public protocol IterateHolding: Sendable {
  /// The current iterate: where the method would say it is.
  var x: [Double] { get }
}
