import Objectives

/// Everything that is wrong with a study, in the order of its lines.
public struct StudyMistakes: Error, Sendable, CustomStringConvertible {
  public struct Mistake: Sendable, Equatable {
    /// Line of the study's text, from 1; nil where something is missing altogether.
    public let line: Int?
    public let input: InvalidInput
  }

  /// The study's file name, for messages.
  public let file: String
  public let all: [Mistake]

  public var description: String {
    all.map { mistake in
      (mistake.line.map { "\(file):\($0): " } ?? "\(file): ") + mistake.input.description
    }.joined(separator: "\n")
  }
}
