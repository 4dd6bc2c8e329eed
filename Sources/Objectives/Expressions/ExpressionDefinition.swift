/// An objective as a user writes it down: an expression, its domain, its parameters.
public struct ExpressionDefinition: Sendable, Equatable {
  /// At most so many coordinates.
  public static let largestDimension = 1000
  /// What an expression is called that has no name of its own.
  public static let defaultName = "expression"

  /// A name that stands for a number in the expression.
  public struct Parameter: Sendable, Equatable {
    public let name: String
    /// A number, or a formula of numbers such as `2*pi`.
    public let value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What the objective is called in every file.
  public var name: String
  /// The formula, for example `x^2/20 - cos(2*pi*x)`.
  public var expression: String
  /// One range for every coordinate, or one per coordinate.
  public var domain: [ClosedRange<Double>]
  public var parameters: [Parameter]
  /// The number of coordinates, where neither the expression nor the domain says it.
  public var dimension: Int?
  /// The global minimum over the domain, where the user knows it.
  public var minimum: Double?
  /// Points where it is attained, where the user knows any.
  public var minimizers: [[Double]]

  public init(
    name: String = defaultName, expression: String, domain: [ClosedRange<Double>], parameters: [Parameter] = [],
    dimension: Int? = nil, minimum: Double? = nil, minimizers: [[Double]] = []
  ) {
    self.name = name
    self.expression = expression
    self.domain = domain
    self.parameters = parameters
    self.dimension = dimension
    self.minimum = minimum
    self.minimizers = minimizers
  }
}
