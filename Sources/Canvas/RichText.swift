/// One line of text whose parts may be raised, lowered or slanted: 10⁻⁴, *f* − *f*\*.
public struct RichText: Hashable, Sendable, ExpressibleByStringInterpolation {
  public enum Baseline: Hashable, Sendable { case normal, raised, lowered }

  /// A stretch of characters that are set alike.
  public struct Run: Hashable, Sendable {
    public var string: String
    public var baseline: Baseline
    public var isItalic: Bool
  }

  public private(set) var runs: [Run]

  public init(_ string: String) {
    runs = string.isEmpty ? [] : [Run(string: string, baseline: .normal, isItalic: false)]
  }

  public init(stringLiteral value: String) { self.init(value) }

  private init(runs: [Run]) { self.runs = runs }

  /// Characters at 70 % of the size, raised as exponents are.
  public static func raised(_ string: String) -> RichText {
    RichText(runs: [Run(string: string, baseline: .raised, isItalic: false)])
  }

  /// Characters at 70 % of the size, lowered as indices are.
  public static func lowered(_ string: String) -> RichText {
    RichText(runs: [Run(string: string, baseline: .lowered, isItalic: false)])
  }

  /// Slanted characters, as the names of quantities are set.
  public static func italic(_ string: String) -> RichText {
    RichText(runs: [Run(string: string, baseline: .normal, isItalic: true)])
  }

  public static func + (a: RichText, b: RichText) -> RichText { RichText(runs: a.runs + b.runs) }

  public var isEmpty: Bool { runs.allSatisfy(\.string.isEmpty) }

  /// The characters alone, exponents written after `^` and indices after `_`.
  public var plain: String {
    runs.map { run in
      switch run.baseline {
      case .normal: run.string
      case .raised: "^" + run.string
      case .lowered: "_" + run.string
      }
    }.joined()
  }
}
