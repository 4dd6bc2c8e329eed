/// What the catalogue says of a method, whatever its hyper-parameters.
public struct MethodInfo: Sendable {
  /// Which derivatives a method asks for.
  public enum Order: String, Sendable, Codable {
    case zeroth, first, second
  }

  /// The name users type: `l-bfgs`.
  public let id: String
  /// The name in print: `L-BFGS`.
  public let name: String
  public let order: Order
  public let hyperparameters: [Hyperparameter]
  /// Paper, with year.
  public let source: String

  public init(id: String, name: String, order: Order, hyperparameters: [Hyperparameter], source: String) {
    self.id = id
    self.name = name
    self.order = order
    self.hyperparameters = hyperparameters
    self.source = source
  }

  /// The same method under another name, with other defaults for the options named.
  func preset(id: String, name: String, defaults: [String: String], source: String) -> MethodInfo {
    precondition(
      defaults.keys.allSatisfy { key in hyperparameters.contains { $0.name == key } },
      "a preset sets options that exist")
    return MethodInfo(
      id: id, name: name, order: order,
      hyperparameters: hyperparameters.map { defaults[$0.name].map($0.withDefault) ?? $0 }, source: source)
  }
}
