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

  /// How a function may be moved into an instance without gaining or losing a global minimizer.
  public enum Instances: Sendable, Equatable {
    /// Coordinates are mirrored about the domain's centre: always sound, since it maps the domain onto itself.
    case mirrored
    /// Only these coordinates are mirrored, counted from 0: for a function that is symmetric in all the others.
    case mirroredAlong([Int])
    /// No instance: every mirror image is the function itself, and any other motion gains or loses minimizers.
    case publishedOnly
    /// A minimizer is moved elsewhere, and nothing is turned: sound where the domain is one period of the function.
    case shifted
    /// A minimizer is moved elsewhere and the space turned about it: sound where f* is the infimum over all of ℝⁿ and
    /// no minimizer outside the domain could be carried in.
    case shiftedAndRotated
    /// The definition itself draws minimizer, minimum and rotations from the instance's number, which starts at 1.
    case numbered
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
  public let instances: Instances
  public let source: String

  public init(
    id: String, name: String, formula: String, dimensions: Dimensions, character: String, instances: Instances,
    source: String
  ) {
    self.id = id
    self.name = name
    self.formula = formula
    self.dimensions = dimensions
    self.character = character
    self.instances = instances
    self.source = source
  }

  /// The instances that exist in `dimension`; 0 is the published function, if there is one; no two are alike.
  public func instanceNumbers(dimension: Int) -> ClosedRange<Int> {
    let most = 1_000_000
    func patterns(of coordinates: Int) -> Int { Swift.min(most, (1 << Swift.min(coordinates, 20)) - 1) }
    return switch instances {
    case .mirrored: 0...patterns(of: dimension)
    case .mirroredAlong(let coordinates): 0...patterns(of: coordinates.count)
    case .publishedOnly: 0...0
    case .shifted, .shiftedAndRotated: 0...most
    case .numbered: 1...most
    }
  }
}
