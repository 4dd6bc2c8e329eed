/// How a function bends at a place: the signs of its Hessian's eigenvalues.
///
/// An eigenvalue that rounding does not tell from 0 counts as 0.
public enum Curvature: String, Sendable, CaseIterable {
  case positiveDefinite
  /// Some eigenvalues are positive, the others 0.
  case positiveSemidefinite
  /// All eigenvalues are 0.
  case zero
  /// There are eigenvalues of both signs.
  case indefinite
  /// Some eigenvalues are negative, the others 0.
  case negativeSemidefinite
  case negativeDefinite
  /// There are no finite second derivatives.
  case undefined

  /// By how many of the `dimension` eigenvalues are positive, and how many negative.
  init(positive: Int, negative: Int, dimension: Int) {
    switch (positive, negative) {
    case (dimension, _): self = .positiveDefinite
    case (_, dimension): self = .negativeDefinite
    case (0, 0): self = .zero
    case (_, 0): self = .positiveSemidefinite
    case (0, _): self = .negativeSemidefinite
    default: self = .indefinite
    }
  }

  /// Of eigenvalues, those without a sign set to 0; none where there is no Hessian.
  init(eigenvalues: [Double]) {
    guard !eigenvalues.isEmpty else {
      self = .undefined
      return
    }
    self.init(
      positive: eigenvalues.count { $0 > 0 }, negative: eigenvalues.count { $0 < 0 }, dimension: eigenvalues.count)
  }

  /// Whether no eigenvalue is negative.
  var isConvex: Bool { [.positiveDefinite, .positiveSemidefinite, .zero].contains(self) }

  /// What the function is there: "strictly convex".
  package var phrase: String {
    switch self {
    case .positiveDefinite: "strictly convex"
    case .positiveSemidefinite: "convex but flat in a direction"
    case .zero: "linear"
    case .indefinite: "saddle-like"
    case .negativeSemidefinite: "concave but flat in a direction"
    case .negativeDefinite: "strictly concave"
    case .undefined: "without second derivatives"
    }
  }

  /// What its Hessian, and so the function, is there: "positive definite: strictly convex"; nil where there is none.
  package var hessianPhrase: String? {
    switch self {
    case .positiveDefinite: "positive definite: strictly convex"
    case .positiveSemidefinite: "positive semidefinite: convex"
    case .zero: "zero: linear"
    case .indefinite: "indefinite: saddle-like"
    case .negativeSemidefinite: "negative semidefinite: concave"
    case .negativeDefinite: "negative definite: strictly concave"
    case .undefined: nil
    }
  }
}
