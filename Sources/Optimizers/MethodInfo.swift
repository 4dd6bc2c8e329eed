/// What the catalogue says of a method, whatever its hyper-parameters.
public struct MethodInfo: Sendable {
  /// Which derivatives a method asks for.
  public enum Order: String, Sendable, Codable {
    case zeroth, first, second
  }

  /// What a method does where the domain ends.
  public enum Bounds: String, Sendable, Codable, CaseIterable {
    /// Points may leave the domain; what is found there never counts.
    case none
    /// No point is ever made outside.
    case inside
    /// A point outside is moved to the nearest side.
    case clip
    /// A point outside is folded back at the sides.
    case reflect
    /// A point outside is drawn again.
    case resample
    /// A point outside is mapped into the domain by a smooth function.
    case map
    /// Its own points lie inside; the local method that it runs does what that does.
    case local
  }

  /// The name users type: `l-bfgs`.
  public let id: String
  /// The name in print: `L-BFGS`.
  public let name: String
  public let order: Order
  /// With the default hyper-parameters.
  public let bounds: Bounds
  public let hyperparameters: [Hyperparameter]
  /// Paper, with year.
  public let source: String

  public init(
    id: String, name: String, order: Order, bounds: Bounds = .none, hyperparameters: [Hyperparameter], source: String
  ) {
    self.id = id
    self.name = name
    self.order = order
    self.bounds = bounds
    self.hyperparameters = hyperparameters
    self.source = source
  }

  /// The same method under another name, with other defaults for the options named.
  func preset(id: String, name: String, defaults: [String: String], source: String) -> MethodInfo {
    precondition(
      defaults.keys.allSatisfy { key in hyperparameters.contains { $0.name == key } },
      "a preset sets options that exist")
    return MethodInfo(
      id: id, name: name, order: order, bounds: bounds,
      hyperparameters: hyperparameters.map { defaults[$0.name].map($0.withDefault) ?? $0 }, source: source)
  }
}
