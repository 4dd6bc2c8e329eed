import Objectives
import Scalars

/// A method of the catalogue with its hyper-parameters, ready to run.
public struct Method: Sendable {
  public let info: MethodInfo
  public let hyperparameters: Hyperparameters
  public let optimizer: any Optimizer

  /// The resolved specification: what differs from the defaults, in the order of declaration.
  public var specification: Spec { Spec(name: info.id, options: hyperparameters.options) }
  /// The resolved specification as text, which names the method in every file.
  public var id: String { specification.description }

  init<O: Optimizer>(_ type: O.Type, _ info: MethodInfo, _ spec: Spec) throws(InvalidInputs) {
    self.info = info
    hyperparameters = try Hyperparameters(spec, for: info)
    optimizer = O(hyperparameters)
  }
}

extension Method: Equatable {
  /// Methods are the same where their resolved specifications are.
  public static func == (a: Method, b: Method) -> Bool { a.specification == b.specification }
}
