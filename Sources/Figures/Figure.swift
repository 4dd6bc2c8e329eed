import Canvas
import Foundation

/// One figure of a report, drawn in every format asked for, with what is said about it.
public struct Figure: Sendable {
  public typealias Format = FigureFormat

  /// What the figure shows: `contour`, `surface`, `loss-curve`, `success-matrix`.
  public let kind: String
  /// Resolved specification of the objective; nil for a figure of something else.
  public let objective: String?
  /// The claim that it is the evidence for; nil for any other figure.
  public var claim: String? = nil
  /// File name without extension, stable from run to run: `contour-rastrigin-instance_1`.
  public let name: String
  /// One or two sentences computed from the data, for readers who see the figure.
  public let caption: String
  /// A description computed from the data, for readers who do not.
  public let altText: String
  /// Size in CSS pixels.
  public let width: Int
  public let height: Int
  public let files: [(format: Format, data: Data)]
  /// SHA-256 of the pixels of the PNG, in hexadecimal.
  public let pixelDigest: String
  /// The command that draws this figure alone.
  public let command: String
}

/// A figure that a study asked for and that is not there, with the reason.
public struct MissingFigure: Sendable, Equatable {
  public let kind: String
  public let objective: String?
  /// One sentence: "a contour needs two dimensions; this objective has 50".
  public let reason: String
  /// Whether drawing it failed (exit code 1), rather than that there is nothing to draw.
  public let isFailure: Bool
}
