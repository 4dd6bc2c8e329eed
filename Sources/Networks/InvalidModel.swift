/// What of a data set, a network or a training is not allowed, and what would have been.
public struct InvalidModel: Error, Sendable, Equatable, CustomStringConvertible {
  public let key: String
  /// The offending value, as text.
  public let value: String
  public let allowed: String

  public init(key: String, value: String, allowed: String) {
    self.key = key
    self.value = value
    self.allowed = allowed
  }

  init(_ key: String, _ value: some CustomStringConvertible, allowed: String) {
    self.init(key: key, value: value.description, allowed: allowed)
  }

  public var description: String { "\(key): '\(value)' is not allowed; \(allowed)" }
}
