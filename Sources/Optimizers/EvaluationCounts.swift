/// Evaluations by kind. Each counts one toward a budget; they are kept apart so that work can be re-weighted later.
public struct EvaluationCounts: Sendable, Equatable, Codable {
  /// Values without derivatives.
  public var value = 0
  /// Values together with their gradient.
  public var gradient = 0
  /// Hessians, or Gauss–Newton matrices in their place.
  public var hessian = 0

  public init(value: Int = 0, gradient: Int = 0, hessian: Int = 0) {
    self.value = value
    self.gradient = gradient
    self.hessian = hessian
  }

  public var total: Int { value + gradient + hessian }
}
