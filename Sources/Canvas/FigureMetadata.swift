/// What a figure says about itself to screen readers, search and whoever wants to make it again.
public struct FigureMetadata: Hashable, Sendable {
  /// One fact about how the figure was made, such as study, seed or command.
  public struct Fact: Hashable, Sendable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  public var title: String
  /// What a person who cannot see the figure should know; the alt text.
  public var description: String
  /// How the figure was made, in the order in which it is written.
  public var provenance: [Fact]

  public init(title: String = "", description: String = "", provenance: [Fact] = []) {
    self.title = title
    self.description = description
    self.provenance = provenance
  }
}
