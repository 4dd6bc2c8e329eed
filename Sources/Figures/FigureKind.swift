import Canvas
import Statistics

/// A kind of figure: one file in `Gallery/`, one line in `FigureCatalogue`.
public protocol FigureKind: Sendable {
  /// The name users type: `loss-curve`.
  static var id: String { get }
  /// What it shows, in one phrase.
  static var meaning: String { get }
  static var scope: FigureScope { get }
  /// Whether it shows the runs of a study, or of the study nothing but its seed.
  static var showsRuns: Bool { get }

  /// Whether a study that names no kinds of figure wants one of this kind.
  ///
  /// - Parameter subject: a position in the study's list that `scope` says; nil for a figure of the whole study.
  static func suits(_ summary: Summary, subject: Int?) -> Bool
  /// Why there is nothing to draw, as one sentence; nil where there is.
  static func obstacle(in summary: Summary, subject: Int?) -> String?
  /// The figure as a value, not drawn yet.
  static func plot(_ summary: Summary, subject: Int?, size: Size?) throws -> PlottedFigure
}

extension FigureKind {
  public static var showsRuns: Bool { true }
  public static func suits(_ summary: Summary, subject: Int?) -> Bool { true }
}

/// What one figure of a kind is about.
public enum FigureScope: Sendable {
  case objective, study, claim
}

/// A figure before it is drawn: what it says, its size, and how to draw it.
public struct PlottedFigure {
  public let title: String
  public let caption: String
  public let altText: String
  public let size: Size
  public let draw: (Canvas) throws -> Void

  public init(
    title: String, caption: String, altText: String, size: Size, draw: @escaping (Canvas) throws -> Void
  ) {
    self.title = title
    self.caption = caption
    self.altText = altText
    self.size = size
    self.draw = draw
  }
}
