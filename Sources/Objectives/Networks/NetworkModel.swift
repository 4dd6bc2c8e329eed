import Networks

/// A model whose training loss is an objective: one file in `Models/`, one line in `ObjectiveCatalogue`.
public struct NetworkModel: Sendable {
  public let info: ObjectiveInfo
  public let options: [ModelOption]
  private let make: @Sendable (ModelValues) throws -> NetworkObjective

  init(
    info: ObjectiveInfo, options: [ModelOption],
    make: @escaping @Sendable (ModelValues) throws -> NetworkObjective
  ) {
    self.info = info
    self.options = options
    self.make = make
  }

  /// The objective that `spec` names, its options checked; throws every mistake in it at once.
  func objective(_ spec: Spec) throws(InvalidInputs) -> NetworkObjective {
    var texts: [String: String] = [:]
    var mistakes: [InvalidInput] = []
    for option in spec.options {
      guard let declared = options.first(where: { $0.name == option.key }) else {
        mistakes.append(
          .unknown("\(info.id) option", option.key, choices: options.map(\.name) + StochasticOptions.keys))
        continue
      }
      if let text = declared.normalised(option.value) {
        texts[option.key] = text
      } else {
        mistakes.append(InvalidInput(key: "\(info.id).\(option.key)", value: option.value, allowed: declared.allowed))
      }
    }
    guard mistakes.isEmpty else { throw InvalidInputs(mistakes) }
    let resolved = options.filter { texts[$0.name, default: $0.default] != $0.default }
      .map { Spec.Option(key: $0.name, value: texts[$0.name, default: $0.default]) }
    for option in options where texts[option.name] == nil { texts[option.name] = option.default }
    let values = ModelValues(id: Spec(name: info.id, options: resolved).description, texts: texts)
    do { return try make(values) } catch let error as InvalidModel {
      throw InvalidInputs([InvalidInput(key: "\(info.id).\(error.key)", value: error.value, allowed: error.allowed)])
    } catch { throw InvalidInputs([InvalidInput(key: info.id, value: "", allowed: "\(error)")]) }
  }
}

/// What a model's options say, all of them checked.
struct ModelValues: Sendable {
  /// The resolved specification: what differs from the defaults, in the order of declaration.
  let id: String
  fileprivate let texts: [String: String]

  func whole(_ name: String) -> Int { Int(texts[name] ?? "") ?? 0 }
  func number(_ name: String) -> Double { Double(texts[name] ?? "") ?? 0 }
  func choice(_ name: String) -> String { texts[name] ?? "" }
}

/// A setting of a model: its name, what it may be, and what it is where nobody says.
public struct ModelOption: Sendable {
  enum Kind: Sendable {
    case whole(ClosedRange<Int>)
    case number(ClosedRange<Double>)
    case choice([String])
  }

  public let name: String
  public let `default`: String
  public let meaning: String
  let kind: Kind

  static func whole(_ name: String, _ value: Int, in range: ClosedRange<Int>, _ meaning: String) -> ModelOption {
    ModelOption(name: name, default: String(value), meaning: meaning, kind: .whole(range))
  }
  static func number(
    _ name: String, _ value: Double, in range: ClosedRange<Double>, _ meaning: String
  ) -> ModelOption {
    ModelOption(name: name, default: value.shortest, meaning: meaning, kind: .number(range))
  }
  static func choice(_ name: String, of choices: [String], _ meaning: String) -> ModelOption {
    ModelOption(name: name, default: choices.first ?? "", meaning: meaning, kind: .choice(choices))
  }

  /// `text` as it stands in resolved specifications; nil where it is not allowed.
  func normalised(_ text: String) -> String? {
    switch kind {
    case .whole(let range): Int(text).flatMap { range.contains($0) ? String($0) : nil }
    case .number(let range): Double(text).flatMap { range.contains($0) ? $0.shortest : nil }
    case .choice(let choices): choices.contains(text) ? text : nil
    }
  }

  var allowed: String {
    switch kind {
    case .whole(let range): "expected a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .number(let range): "expected a number from \(range.lowerBound.shortest) to \(range.upperBound.shortest)"
    case .choice(let choices): "expected one of \(choices.joined(separator: ", "))"
    }
  }
}

// MARK: Options that several models share

extension ModelOption {
  static let dataSeed = whole("dataSeed", 0, in: 0...1_000_000, "which data are drawn")
  static let activation = choice("activation", of: ["tanh", "relu", "logistic"], "what hidden units do")
  static let batchNormalisation = choice(
    "batchNormalisation", of: ["off", "on"], "whether hidden layers are normalised over the rows")
  static let dropout = number(
    "dropout", 0, in: 0...0.95, "probability that a hidden unit is left out of what methods see")
  static let l2 = number("l2", 0, in: 0...1000, "λ of the penalty ½λ Σ w² over the weights")
  static let initialisation = choice("initialisation", of: ["glorot", "he"], "how weights are drawn at a start")
  static let startScale = number(
    "startScale", 1, in: 0...100, "what the weights of a start are multiplied with: too small, or too large")
}

extension ModelValues {
  var start: ModelStart {
    ModelStart(choice("initialisation") == "he" ? .he : .glorot, factor: number("startScale"))
  }
  var activation: Activation { Activation(rawValue: choice("activation")) ?? .tanh }
}
