import Objectives

/// One declared setting of a method: name, default, what is allowed and what it means.
public struct Hyperparameter: Sendable {
  /// What a value may be.
  public enum Kind: Sendable, Equatable {
    /// A number of the interval; bounds that are excluded are said so.
    case real(RealRange)
    case integer(ClosedRange<Int>)
    case choice([String])
    case flag
    /// A number of the interval, or the word that stands for what the method finds itself.
    case realOrWord(RealRange, String)
    /// Steps and factors: `100*0.1;300*0.1`.
    case milestones
    /// Another method of the catalogue that searches locally; one whose learning rate has a schedule, if it must.
    case localMethod(isScheduled: Bool)
  }

  /// An interval of reals with open or closed ends; numbers are always finite.
  public struct RealRange: Sendable, Equatable {
    public var above: Double?
    public var atLeast: Double?
    public var below: Double?
    public var atMost: Double?

    public init(above: Double? = nil, atLeast: Double? = nil, below: Double? = nil, atMost: Double? = nil) {
      self.above = above
      self.atLeast = atLeast
      self.below = below
      self.atMost = atMost
    }

    func contains(_ x: Double) -> Bool {
      x.isFinite && above.map { x > $0 } != false && atLeast.map { x >= $0 } != false
        && below.map { x < $0 } != false && atMost.map { x <= $0 } != false
    }

    var sentence: String {
      var parts: [String] = []
      if let above { parts.append("above \(above.shortest)") }
      if let atLeast { parts.append("at least \(atLeast.shortest)") }
      if let below { parts.append("below \(below.shortest)") }
      if let atMost { parts.append("at most \(atMost.shortest)") }
      return parts.isEmpty ? "expected a finite number" : "expected a number \(parts.joined(separator: " and "))"
    }
  }

  public let name: String
  public let kind: Kind
  /// The default as users would write it.
  public private(set) var defaultText: String
  /// One phrase, with the unit where there is one.
  public let meaning: String
  /// The defaults that differ, by the value of the method's option `variant`.
  private var variantDefaults: [String: String] = [:]

  private init(name: String, kind: Kind, defaultText: String, meaning: String) {
    self.name = name
    self.kind = kind
    self.defaultText = defaultText
    self.meaning = meaning
  }

  /// The default where the method's option `variant` has the given value; nil where it has no such option.
  public func defaultText(variant: String?) -> String { variant.flatMap { variantDefaults[$0] } ?? defaultText }

  /// The same setting with another default.
  func withDefault(_ text: String) -> Hyperparameter {
    var copy = self
    copy.defaultText = text
    return copy
  }

  /// The same setting with another default in one variant.
  func withDefault(_ text: String, variant: String) -> Hyperparameter {
    var copy = self
    copy.variantDefaults[variant] = text
    return copy
  }

  public static func real(
    _ name: String, default value: Double, _ range: RealRange, meaning: String
  ) -> Hyperparameter {
    Hyperparameter(name: name, kind: .real(range), defaultText: value.shortest, meaning: meaning)
  }

  public static func real(
    _ name: String, orWord word: String, _ range: RealRange, meaning: String
  ) -> Hyperparameter {
    Hyperparameter(name: name, kind: .realOrWord(range, word), defaultText: word, meaning: meaning)
  }

  static func milestones(_ name: String, meaning: String) -> Hyperparameter {
    Hyperparameter(name: name, kind: .milestones, defaultText: Milestones.none.description, meaning: meaning)
  }

  public static func integer(
    _ name: String, default value: Int, in range: ClosedRange<Int>, meaning: String
  ) -> Hyperparameter {
    Hyperparameter(name: name, kind: .integer(range), defaultText: String(value), meaning: meaning)
  }

  public static func choice(
    _ name: String, default value: String, of choices: [String], meaning: String
  ) -> Hyperparameter {
    Hyperparameter(name: name, kind: .choice(choices), defaultText: value, meaning: meaning)
  }

  public static func flag(_ name: String, default value: Bool = false, meaning: String) -> Hyperparameter {
    Hyperparameter(name: name, kind: .flag, defaultText: String(value), meaning: meaning)
  }

  public static func localMethod(
    _ name: String, default value: String, isScheduled: Bool = false, meaning: String
  ) -> Hyperparameter {
    Hyperparameter(name: name, kind: .localMethod(isScheduled: isScheduled), defaultText: value, meaning: meaning)
  }
}
