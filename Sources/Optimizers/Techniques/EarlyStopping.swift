/// Ends a run of which `patience` successive values were not lower than the best before them by more than δ.
///
/// Source: Prechelt, Early Stopping – But When?, in Neural Networks: Tricks of the Trade, 1998; here on f itself, as Keras
/// and PyTorch Lightning count it. Of a stochastic objective the values are the estimates that the method is told. Of one
/// with rows set aside they are the losses on those, once an epoch, and the run ends on the point where that was lowest.
struct EarlyStopping: Sendable {
  static let hyperparameters: [Hyperparameter] = [
    .integer(
      "patience", default: 0, in: 0...1_000_000_000,
      meaning: "steps, or epochs where rows are set aside, without improvement after which the run ends; 0 to go on"),
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

  /// What a run of any method remembers, rows set aside included.
  struct Monitor: Sendable {
    var improvement = Watch()
    private var validation: ValidationWatch?
    private var isBegun = false

    /// Where rows are set aside, the point that was best on them: where the run ends.
    var bestPoint: [Double]? { validation?.best }

    /// What there is to be judged: `value` once something was told, or the loss on rows set aside; nil between their
    /// measurements.
    fileprivate mutating func judged(_ value: Double, at x: [Double], on evaluator: borrowing Evaluator) -> Double? {
      if !isBegun { (validation, isBegun) = (ValidationWatch(evaluator.objective), true) }
      let spent = evaluator.counts.total
      guard validation != nil else { return spent > 0 ? value : nil }
      return validation?.value(at: x, spent: spent)
    }
  }

  /// Ends the run where it has waited long enough, on the point that was best on rows set aside where there are some.
  ///
  /// - Parameter value: what the method was told at its iterate, or the lowest of all that it was told.
  func endWithoutImprovement<State: Monitored>(
    _ value: Double, _ state: inout State, on evaluator: borrowing Evaluator
  ) throws(TerminationReason) {
    guard isOn else { return }
    let x = state.x
    guard let judged = state.monitor.judged(value, at: x, on: evaluator), ends(at: judged, &state.monitor.improvement)
    else { return }
    if let best = state.monitor.bestPoint { state.settle(at: best) }
    throw .noImprovement
  }

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

/// A state of which early stopping remembers what it must.
protocol Monitored: IterateHolding {
  var monitor: EarlyStopping.Monitor { get set }
  /// Makes `x` the iterate that the run ends with.
  mutating func settle(at x: [Double])
}
