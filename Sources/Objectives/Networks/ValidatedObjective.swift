/// An objective that sets something aside for deciding when to stop: rows of data that no gradient sees.
///
/// Methods with `patience` then wait for the value on those rows to fall, and end where it was lowest.
/// Source: Prechelt, Early Stopping – But When?, in Neural Networks: Tricks of the Trade, 1998.
public protocol ValidatedObjective: Objective {
  /// Whether something is set aside.
  var isValidated: Bool { get }
  /// The loss on what is set aside.
  func validationValue(at x: [Double]) -> Double
}
