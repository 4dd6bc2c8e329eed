import Objectives
import Scalars

/// A method of the catalogue with its hyper-parameters, ready to run.
public struct Method: Sendable {
  public let info: MethodInfo
  public let hyperparameters: Hyperparameters
  public let optimizer: any Optimizer
  /// Names of the hyper-parameters that are chosen for each objective anew; empty where all are settled.
  public let tuned: [String]

  /// The resolved specification: what differs from the defaults, in the order of declaration, then what is `tuned`.
  public var specification: Spec {
    let settled = hyperparameters.options.filter { !tuned.contains($0.key) }
    return Spec(name: info.id, options: settled + tuned.map { Spec.Option(key: $0, value: "tuned") })
  }
  /// The resolved specification as text, which names the method in every file. Written once: every run asks for it.
  public private(set) var id = ""

  init<O: Optimizer>(_ type: O.Type, _ info: MethodInfo, _ spec: Spec) throws(InvalidInputs) {
    self.info = info
    hyperparameters = try Hyperparameters(spec, for: info)
    optimizer = O(hyperparameters)
    tuned = []
    id = specification.description
  }

  /// What stands in a study for `variants` of one method, of which each objective will have its own; nil where they are
  /// of different methods, or none.
  public init?(standingFor variants: [Method]) {
    guard let first = variants.first, variants.allSatisfy({ $0.info.id == first.info.id }) else { return nil }
    info = first.info
    hyperparameters = first.hyperparameters
    optimizer = first.optimizer
    tuned = zip(first.hyperparameters.values.indices, first.hyperparameters.values).filter { index, own in
      variants.contains { $0.hyperparameters.values[index].value != own.value }
    }.map(\.1.name)
    id = specification.description
  }
}

extension Method {
  /// Whether runs of this method on `objective` can advance in lockstep: its rule is written for batches, and no run draws
  /// numbers or has a learning rate of its own; and the objective is not so costly that nothing is gained.
  public func runsInLockstep(on objective: any Objective) -> Bool {
    guard let optimizer = optimizer as? any LockstepMethod else { return false }
    return optimizer.shaping.noise.isSilent && !optimizer.shaping.plateau.isOn
      && !(objective is any StochasticObjective) && !objective.isCostly
  }
}

extension Method: Equatable {
  /// Methods are the same where their resolved specifications are.
  public static func == (a: Method, b: Method) -> Bool { a.specification == b.specification }
}
