/// Whose form of a formula is meant, where libraries disagree.
enum LibraryVariant: String, Sendable, CaseIterable {
  case torch, optax

  static func hyperparameter(meaning: String) -> Hyperparameter {
    .choice("variant", default: torch.rawValue, of: allCases.map(\.rawValue), meaning: meaning)
  }

  init(_ hyperparameters: Hyperparameters) {
    self = LibraryVariant(rawValue: hyperparameters.choice("variant")) ?? .torch
  }
}
