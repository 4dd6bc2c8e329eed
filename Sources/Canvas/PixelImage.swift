/// A raster of premultiplied pixels `0xAARRGGBB`, by rows from the top.
public struct PixelImage: Hashable, Sendable {
  public let width: Int
  public let height: Int
  public private(set) var pixels: [UInt32]

  /// - Throws: `CanvasError.invalidImage` unless both sides are 1 … 32000 and there are width × height pixels.
  public init(width: Int, height: Int, pixels: [UInt32]) throws(CanvasError) {
    guard (1...32000).contains(width), (1...32000).contains(height), pixels.count == width * height else {
      throw .invalidImage(width: width, height: height, pixels: pixels.count)
    }
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  public subscript(x: Int, y: Int) -> UInt32 {
    get { pixels[y * width + x] }
    set { pixels[y * width + x] = newValue }
  }

  /// Whether no pixel lets anything shine through.
  var isOpaque: Bool { pixels.allSatisfy { $0 >= 0xff00_0000 } }
}
