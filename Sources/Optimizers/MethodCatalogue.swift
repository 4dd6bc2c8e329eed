import Objectives

/// Every method that a study can name.
public enum MethodCatalogue {
  /// One line per file of `Methods/`, in the order in which `list methods` prints them.
  public static let entries: [Entry] = [
    Entry(GradientDescent.self, isLocal: true),
    Entry(StochasticGradientDescent.self, isLocal: true),
    Entry(Momentum.self, isLocal: true),
    Entry(Nesterov.self, isLocal: true),
    Entry(PolyakStep.self, isLocal: true),
    Entry(SignSGD.self, isLocal: true),
    Entry(Signum.self, isLocal: true),
    Entry(Rprop.self, isLocal: true),
    Entry(Adagrad.self, isLocal: true),
    Entry(Adadelta.self, isLocal: true),
    Entry(RMSprop.self, isLocal: true),
    Entry(Adam.self, isLocal: true),
    Entry(preset: AMSGrad.self, isLocal: true),
    Entry(preset: AdamW.self, isLocal: true),
    Entry(Adamax.self, isLocal: true),
    Entry(NAdam.self, isLocal: true),
    Entry(RAdam.self, isLocal: true),
    Entry(AdaBelief.self, isLocal: true),
    Entry(Yogi.self, isLocal: true),
    Entry(Adan.self, isLocal: true),
    Entry(Lion.self, isLocal: true),
    Entry(AveragedSGD.self, isLocal: true),
    Entry(ScheduleFreeSGD.self, isLocal: true),
    Entry(SharpnessAware.self, isLocal: true),
    Entry(NoisySGD.self, isLocal: true),
    Entry(LangevinDynamics.self, isLocal: true),
    Entry(EntropySGD.self, isLocal: true),
    Entry(PerturbedGradientDescent.self, isLocal: true),
    Entry(Lookahead.self, isLocal: true),
    Entry(StochasticWeightAveraging.self, isLocal: true),
    Entry(BFGS.self, isLocal: true),
    Entry(ConjugateGradient.self, isLocal: true),
    Entry(LBFGS.self, isLocal: true),
    Entry(Newton.self, isLocal: true),
    Entry(SaddleFreeNewton.self, isLocal: true),
    Entry(TrustRegionNewton.self, isLocal: true),
    Entry(GaussNewton.self, isLocal: true),
    Entry(LevenbergMarquardt.self, isLocal: true),
    Entry(NelderMead.self, isLocal: true),
    Entry(Powell.self, isLocal: true),
    Entry(CompassSearch.self, isLocal: true),
    Entry(CoordinateDescent.self, isLocal: true),
    Entry(SPSA.self, isLocal: true),
    Entry(RandomSearch.self, isLocal: false),
    Entry(SimulatedAnnealing.self, isLocal: false),
    Entry(SobolSearch.self, isLocal: false),
    Entry(DualAnnealing.self, isLocal: false),
    Entry(BasinHopping.self, isLocal: false),
    Entry(DifferentialEvolution.self, isLocal: false),
    Entry(ParticleSwarm.self, isLocal: false),
    Entry(ControlledRandomSearch.self, isLocal: false),
    Entry(Direct.self, isLocal: false),
    Entry(DirectL.self, isLocal: false),
    Entry(CMAES.self, isLocal: true),
    Entry(IPOPCMAES.self, isLocal: false),
    Entry(BIPOPCMAES.self, isLocal: false),
    Entry(Multistart.self, isLocal: false),
    Entry(MultiLevelSingleLinkage.self, isLocal: false),
    Entry(BestOfK.self, isLocal: false),
    Entry(Snapshots.self, isLocal: false),
  ]

  public struct Entry: Sendable {
    public let info: MethodInfo
    /// Whether the method searches from where it stands, and so can be restarted by `multistart`.
    public let isLocal: Bool
    /// The name of the method's type, which is that of its file.
    let typeName: String
    private let make: @Sendable (Spec) throws(InvalidInputs) -> Method

    init<O: Optimizer>(_ type: O.Type, isLocal: Bool) {
      info = O.info
      self.isLocal = isLocal
      typeName = String(describing: type)
      make = { spec throws(InvalidInputs) in try Method(O.self, O.info, spec) }
    }

    init<P: MethodPreset>(preset: P.Type, isLocal: Bool) {
      info = P.info
      self.isLocal = isLocal
      typeName = String(describing: preset)
      make = { spec throws(InvalidInputs) in try Method(P.Base.self, P.info, spec) }
    }

    /// The method with the options of `spec`; throws every mistake in them at once.
    public func method(_ spec: Spec) throws(InvalidInputs) -> Method { try make(spec) }
  }

  /// The method that `spec` names; throws every mistake in it at once.
  public static func method(_ spec: Spec) throws(InvalidInputs) -> Method {
    guard let entry = entries.first(where: { $0.info.id == spec.name }) else {
      throw InvalidInputs([.unknown("method", spec.name, choices: entries.map(\.info.id))])
    }
    return try entry.method(spec)
  }

  /// The local method that `spec` names.
  static func localMethod(_ spec: Spec) throws(InvalidInputs) -> Method {
    try method(spec, of: entries.filter(\.isLocal))
  }

  /// The local method that `spec` names, whose learning rate has a schedule.
  static func scheduledMethod(_ spec: Spec) throws(InvalidInputs) -> Method {
    try method(
      spec, of: entries.filter { $0.isLocal && $0.info.hyperparameters.contains { $0.name == "schedule" } })
  }

  private static func method(_ spec: Spec, of local: [Entry]) throws(InvalidInputs) -> Method {
    guard local.contains(where: { $0.info.id == spec.name }) else {
      throw InvalidInputs([.unknown("local method", spec.name, choices: local.map(\.info.id))])
    }
    return try method(spec)
  }
}
