import Objectives

/// The values of a method's hyper-parameters, complete and checked against what the method declares.
public struct Hyperparameters: Sendable, Equatable {
  public enum Value: Sendable, Equatable {
    case real(Double)
    case integer(Int)
    case choice(String)
    case flag(Bool)
    case milestones(Milestones)
    case method(Method)
  }

  /// In the order of declaration, every declared name once.
  public let values: [(name: String, value: Value)]
  /// The options that differ from the defaults, normalized: what the resolved specification shows.
  public let options: [Spec.Option]

  /// Reads `spec`'s options against `info`; throws every mistake at once.
  public init(_ spec: Spec, for info: MethodInfo) throws(InvalidInputs) {
    var mistakes: [InvalidInput] = []
    for option in spec.options where !info.hyperparameters.contains(where: { $0.name == option.key }) {
      mistakes.append(
        .unknown("\(info.id) option", option.key, choices: info.hyperparameters.map(\.name)))
    }
    var values: [(name: String, value: Value)] = []
    var options: [Spec.Option] = []
    let variant = spec["variant"] ?? info.hyperparameters.first { $0.name == "variant" }?.defaultText
    for declared in info.hyperparameters {
      let written = spec.options.first { $0.key == declared.name }?.value
      do {
        let standard = try declared.read(declared.defaultText(variant: variant), of: info.id)
        let value = written == nil ? standard : try declared.read(written ?? "", of: info.id)
        values.append((declared.name, value))
        if value != standard { options.append(Spec.Option(key: declared.name, value: value.text)) }
      } catch { mistakes.append(contentsOf: error.all) }
    }
    guard mistakes.isEmpty else { throw InvalidInputs(mistakes) }
    self.values = values
    self.options = options
  }

  public static func == (a: Hyperparameters, b: Hyperparameters) -> Bool {
    a.values.elementsEqual(b.values) { $0.name == $1.name && $0.value == $1.value }
  }

  public func real(_ name: String) -> Double {
    guard case .real(let value) = self[name] else { preconditionFailure("\(name) is not declared as a real") }
    return value
  }
  public func integer(_ name: String) -> Int {
    guard case .integer(let value) = self[name] else { preconditionFailure("\(name) is not declared as an integer") }
    return value
  }
  /// The number, or nil where the word stands in its place.
  public func realIfGiven(_ name: String) -> Double? {
    if case .choice = self[name] { return nil }
    return real(name)
  }
  public func choice(_ name: String) -> String {
    guard case .choice(let value) = self[name] else { preconditionFailure("\(name) is not declared as a choice") }
    return value
  }
  public func flag(_ name: String) -> Bool {
    guard case .flag(let value) = self[name] else { preconditionFailure("\(name) is not declared as a flag") }
    return value
  }
  func milestones(_ name: String) -> Milestones {
    guard case .milestones(let value) = self[name] else { preconditionFailure("\(name) is not declared as milestones") }
    return value
  }
  public func method(_ name: String) -> Method {
    guard case .method(let value) = self[name] else { preconditionFailure("\(name) is not declared as a method") }
    return value
  }

  private subscript(name: String) -> Value? { values.first { $0.name == name }?.value }
}

extension Hyperparameters.Value {
  /// As users would write it.
  public var text: String {
    switch self {
    case .real(let x): x.shortest
    case .integer(let n): String(n)
    case .choice(let text): text
    case .flag(let flag): String(flag)
    case .milestones(let milestones): milestones.description
    case .method(let method): method.id
    }
  }
}

extension Hyperparameter {
  /// `text` as a value of this kind.
  func read(_ text: String, of method: String) throws(InvalidInputs) -> Hyperparameters.Value {
    let key = "\(method).\(name)"
    func wrong(_ allowed: String) -> InvalidInputs {
      InvalidInputs([InvalidInput(key: key, value: text, allowed: allowed)])
    }
    switch kind {
    case .real(let range):
      guard let value = Double(text), range.contains(value) else { throw wrong(range.sentence) }
      return .real(value)
    case .integer(let range):
      guard let value = Int(text), range.contains(value) else {
        throw wrong("expected a whole number from \(range.lowerBound) to \(range.upperBound)")
      }
      return .integer(value)
    case .choice(let choices):
      guard choices.contains(text) else { throw InvalidInputs([.unknown(key, text, choices: choices)]) }
      return .choice(text)
    case .flag:
      guard let value = Bool(text) else { throw wrong("expected true or false") }
      return .flag(value)
    case .realOrWord(let range, let word):
      if text == word { return .choice(word) }
      guard let value = Double(text), range.contains(value) else { throw wrong("\(range.sentence), or '\(word)'") }
      return .real(value)
    case .milestones:
      guard let value = Milestones(parsing: text) else {
        throw wrong("expected ascending steps with positive factors, as in 100*0.1;300*0.1, or none")
      }
      return .milestones(value)
    case .localMethod(let isScheduled):
      let spec: Spec
      do { spec = try Spec(parsing: text) } catch { throw InvalidInputs([error]) }
      return .method(try isScheduled ? MethodCatalogue.scheduledMethod(spec) : MethodCatalogue.localMethod(spec))
    }
  }
}
