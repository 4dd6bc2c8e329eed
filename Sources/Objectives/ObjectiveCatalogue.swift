/// Every objective that a study can name.
public enum ObjectiveCatalogue {
  /// The published functions: one line per file of `Functions/`, in the order in which `list objectives` prints them.
  public static let entries: [Entry] = [
    Entry(Sphere.self),
    Entry(Rastrigin.self),
    Entry(Ackley.self),
    Entry(Rosenbrock.self),
    Entry(Himmelblau.self),
    Entry(StyblinskiTang.self),
    Entry(SixHumpCamel.self),
    Entry(GoldsteinPrice.self),
    Entry(Griewank.self),
    Entry(Schwefel.self),
    Entry(Levy.self),
    Entry(Beale.self),
    Entry(Branin.self),
    Entry(Eggholder.self),
    Entry(Zakharov.self),
    Entry(DixonPrice.self),
    Entry(Levy13.self),
    Entry(Levy05.self),
    Entry(Shubert.self),
    Entry(Michalewicz.self),
    Entry(ThreeHumpCamel.self),
    Entry(Branin02.self),
    Entry(Easom.self),
    Entry(CrossInTray.self),
    Entry(HolderTable.self),
    Entry(CarromTable.self),
    Entry(DropWave.self),
    Entry(Bukin6.self),
    Entry(Booth.self),
    Entry(Matyas.self),
    Entry(McCormick.self),
    Entry(Bird.self),
    Entry(Bohachevsky1.self),
    Entry(SchafferN2.self),
    Entry(SchafferN4.self),
    Entry(Salomon.self),
    Entry(Alpine1.self),
    Entry(Alpine2.self),
    Entry(Langermann.self),
    Entry(Trefethen.self),
    Entry(EggCrate.self),
    Entry(Periodic.self),
    Entry(Adjiman.self),
    Entry(Ursem1.self),
    Entry(Vincent.self),
    Entry(Deceptive1d.self),
    Entry(GramacyLee.self),
    Entry(Forrester.self),
    Entry(QuarticDoubleWell.self),
    Entry(Weierstrass.self),
    Entry(Whitley.self),
    Entry(Giunta.self),
    Entry(XinSheYang2.self),
    Entry(Shekel5.self),
    Entry(Shekel7.self),
    Entry(Shekel10.self),
    Entry(Hartmann3.self),
    Entry(Hartmann6.self),
    Entry(Colville.self),
    Entry(PowellSingular.self),
    Entry(Trid6.self),
    Entry(MseLinear2.self),
    Entry(LinearNetSaddle.self),
    Entry(XorNetwork.self),
    Entry(SigmoidNeuron.self),
  ]

  /// The published functions, then those of BBOB: what exists in some dimensions and instances.
  public static let all = entries + bbob

  /// The losses of models, which have options of their own: one line per file of `Networks/Models/`.
  public static let models: [NetworkModel] = [
    .linearRegression,
    .polynomialRegression,
    .logisticRegression,
    .softmaxRegression,
    .deepLinearNetwork,
    .spiralsNetwork,
    .digitsNetwork,
  ]

  /// Everything that has a name.
  public static let infos = all.map(\.info) + models.map(\.info)

  /// What the catalogue says of the objective of this name; nil where there is none.
  public static func info(named name: String) -> ObjectiveInfo? { infos.first { $0.id == name } }

  /// One function: what is said of it, and how to make it.
  public struct Entry: Sendable {
    public let info: ObjectiveInfo
    private let make: @Sendable (_ dimension: Int, _ instance: Int) -> any Objective

    init(info: ObjectiveInfo, make: @escaping @Sendable (_ dimension: Int, _ instance: Int) -> any Objective) {
      self.info = info
      self.make = make
    }

    init<F: CatalogueFunction>(_ type: F.Type) {
      self.init(info: F.info) { dimension, instance in
        let published = F(dimension: dimension)
        return instance == 0 ? published : MovedObjective(published, instance: instance)
      }
    }

    /// The objective in a dimension that `info.dimensions` contains, 2 or the only one if none is given, and of an
    /// instance that `info.instanceNumbers` contains, the first if none is given.
    public func objective(dimension: Int? = nil, instance: Int? = nil) -> any Objective {
      let dimension = dimension ?? info.dimensions.default
      let instance = instance ?? info.instanceNumbers(dimension: dimension).lowerBound
      precondition(info.dimensions.contains(dimension), "\(info.id) does not exist in dimension \(dimension)")
      precondition(
        info.instanceNumbers(dimension: dimension).contains(instance), "\(info.id) has no instance \(instance)")
      return make(dimension, instance)
    }
  }

  /// The catalogue's entry for the name of a function.
  public static func entry(named name: String) throws(InvalidInput) -> Entry {
    guard let entry = all.first(where: { $0.info.id == name }) else {
      throw .unknown("objective", name, choices: infos.map(\.id))
    }
    return entry
  }

  /// The objective that `spec` names; throws every mistake in it at once.
  public static func objective(_ spec: Spec) throws(InvalidInputs) -> any Objective {
    let stochastic = StochasticOptions(of: spec)
    let spec = stochastic.rest
    if let model = models.first(where: { $0.info.id == spec.name }) {
      guard stochastic.mistakes.isEmpty else { throw InvalidInputs(stochastic.mistakes) }
      return try stochastic.applied(to: model.objective(spec))
    }
    let entry: Entry
    do { entry = try self.entry(named: spec.name) } catch { throw InvalidInputs([error]) }
    let info = entry.info
    // Read first: how many instances there are may depend on it.
    let dimension =
      spec["dimension"].flatMap { Int($0) }.flatMap { info.dimensions.contains($0) ? $0 : nil }
    let instances = info.instanceNumbers(dimension: dimension ?? info.dimensions.default)
    let instance = spec["instance"].flatMap { Int($0) }.flatMap { instances.contains($0) ? $0 : nil }

    var mistakes = stochastic.mistakes
    for option in spec.options {
      let key = "\(info.id).\(option.key)"
      switch option.key {
      case "dimension" where dimension == nil:
        mistakes.append(InvalidInput(key: key, value: option.value, allowed: info.dimensions.sentence(for: info.id)))
      case "instance" where instance == nil:
        mistakes.append(
          InvalidInput(
            key: key, value: option.value,
            allowed: instances == 0...0
              ? "\(info.id) exists only as published, instance 0"
              : "expected a whole number from \(instances.lowerBound) to \(instances.upperBound)"))
      case "dimension", "instance": break
      default:
        mistakes.append(
          .unknown("\(info.id) option", option.key, choices: ["dimension", "instance"] + StochasticOptions.keys))
      }
    }
    guard mistakes.isEmpty else { throw InvalidInputs(mistakes) }
    return try stochastic.applied(to: entry.objective(dimension: dimension, instance: instance))
  }
}

extension ObjectiveInfo.Dimensions {
  func sentence(for name: String) -> String {
    switch self {
    case .fixed(let n): "\(name) exists in dimension \(n) only"
    case .scalable(let range): "expected a whole number from \(range.lowerBound) to \(range.upperBound)"
    }
  }
}
