/// What an objective is made of, where that tells more of its landscape than boxes of coordinates do.
public enum ObjectiveStructure: Sendable {
  /// f(x) = F(|x − center|): `profile` is F, of one variable. Stationary points other than the centre are whole circles.
  case radial(center: [Double], profile: any Objective)
  /// f(x) = F(h₁(x), …, hₙ(x)): `outer` is F, of as many variables as f, and `inner` are the hᵢ.
  ///
  /// ∇f = Jᵀ ∇F with the Jacobian J of the hᵢ: where F has no stationary point, f has some only where J is singular.
  case composed(outer: any Objective, inner: [any Objective])
}

/// A function that an objective is made of: a formula, and no objective of its own.
protocol ObjectivePart: Objective {}

extension ObjectivePart {
  var id: String { "part of an objective" }
  var minimum: KnownMinimum { .unknown }
}
