import Foundation

/// A finished file with what a manifest says about it.
public struct RenderedFigure: Sendable {
  public let data: Data
  public let format: FigureFormat
  /// The drawing's size in CSS pixels.
  public let size: Size
  /// The raster's size for a PNG; for SVG and PDF the size in CSS pixels, rounded.
  public let pixelWidth: Int
  public let pixelHeight: Int
  /// SHA-256, in lower-case hex, of a PNG's pixels: red, green, blue, alpha by rows from the top. `nil` for SVG and PDF.
  public let pixelDigest: String?
  /// What did not come out as asked, each once, in the order in which it happened.
  public let warnings: [CanvasWarning]
}
