import CCairo

/// Why a drawing could not be made.
public enum CanvasError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The size is not within `0 < side ≤ 20000` CSS pixels.
  case invalidSize(width: Double, height: Double)
  /// The pixel density is not within `0 < density ≤ 16`, or the raster would pass 250 million pixels.
  case invalidDensity(Double, width: Double, height: Double)
  /// An image does not have width × height pixels, or has none.
  case invalidImage(width: Int, height: Int, pixels: Int)
  /// Cairo refused; the message is Cairo's own.
  case cairo(code: Int, message: String)
  /// zlib refused to compress.
  case compression(code: Int)

  public var description: String {
    switch self {
    case .invalidSize(let width, let height):
      "figure size \(width)x\(height) is not allowed: each side must be above 0 and at most 20000"
    case .invalidDensity(let density, let width, let height):
      "pixel density \(density) is not allowed for \(width)x\(height): it must be above 0 and at most 16, "
        + "and the picture at most 250 million pixels"
    case .invalidImage(let width, let height, let pixels):
      "an image of \(width)x\(height) cannot be made of \(pixels) pixels"
    case .cairo(let code, let message):
      "Cairo: \(message) (status \(code))"
    case .compression(let code):
      "zlib could not compress the picture (status \(code))"
    }
  }

  /// Turns a Cairo status other than success into an error.
  static func check(_ status: cairo_status_t) throws(CanvasError) {
    guard status != CAIRO_STATUS_SUCCESS else { return }
    let message = cairo_status_to_string(status).map { String(cString: $0) } ?? "unknown status"
    throw .cairo(code: Int(status.rawValue), message: message)
  }
}
