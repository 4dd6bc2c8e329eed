/// Ends a run of which `patience` successive values were not lower than the best before them by more than δ.
///
/// Source: Prechelt, Early Stopping – But When?, in Neural Networks: Tricks of the Trade, 1998; here on f itself, as Keras
/// and PyTorch Lightning count it. Of a stochastic objective the values are the estimates that the method is told. Of one
/// with rows set aside they are the losses on those, once an epoch, and the run ends on the point where that was lowest.
struct EarlyStopping: Sendable {
  static let hyperparameters: [Hyperparameter] = [
    .integer(
      "patience", default: 0, in: 0...1_000_000_000,
      meaning: "steps without improvement after which the run ends; 0 to go on"),
    .real(
      "minimumImprovement", default: 0, .init(atLeast: 0),
      meaning: "how much lower than the best value counts as an improvement, δ"),
  ]

  struct Watch: Sendable {
    var best = Double.infinity
    var waited = 0
  }

  let patience: Int
  let minimumImprovement: Double

  init(_ hyperparameters: Hyperparameters) {
    patience = hyperparameters.integer("patience")
    minimumImprovement = hyperparameters.real("minimumImprovement")
  }

  var isOn: Bool { patience > 0 }

  /// Whether the run ends with `value`.
  func ends(at value: Double, _ watch: inout Watch) -> Bool {
    guard isOn else { return false }
    if value < watch.best - minimumImprovement {
      watch.best = value
      watch.waited = 0
    } else {
      watch.waited += 1
    }
    return watch.waited >= patience
  }
}
