/// What the catalogue says of an objective, whatever its dimension and instance.
public struct ObjectiveInfo: Sendable {
  /// Which dimensions a function exists in.
  public enum Dimensions: Sendable, Equatable {
    case fixed(Int)
    /// Any dimension of the range; 2 where the user names none.
    case scalable(ClosedRange<Int>)

    public var `default`: Int {
      switch self {
      case .fixed(let n): n
      case .scalable(let range): Swift.max(2, range.lowerBound)
      }
    }

    public func contains(_ dimension: Int) -> Bool {
      switch self {
      case .fixed(let n): n == dimension
      case .scalable(let range): range.contains(dimension)
      }
    }
  }

  /// The moves of the plane that keep the global minimum inside the domain, and global.
  public struct Symmetries: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// Mirroring coordinates about the domain's centre: always sound, since it maps the domain onto itself.
    public static let reflection = Symmetries(rawValue: 1)
    /// Moving the minimizers elsewhere in the domain: sound where f* is the minimum over all of ℝⁿ.
    public static let shift = Symmetries(rawValue: 2)
    /// Turning about a minimizer: sound where f* is the minimum over all of ℝⁿ.
    public static let rotation = Symmetries(rawValue: 4)
    public static let all: Symmetries = [.reflection, .shift, .rotation]
  }

  /// The name users type: `styblinski-tang`.
  public let id: String
  /// The name in print: `Styblinski–Tang`.
  public let name: String
  /// The formula in one line of plain text.
  public let formula: String
  public let dimensions: Dimensions
  /// In a few words: convex or not, how many local minima, smoothness.
  public let character: String
  public let symmetries: Symmetries
  public let source: String

  public init(
    id: String, name: String, formula: String, dimensions: Dimensions, character: String, symmetries: Symmetries,
    source: String
  ) {
    self.id = id
    self.name = name
    self.formula = formula
    self.dimensions = dimensions
    self.character = character
    self.symmetries = symmetries
    self.source = source
  }
}
