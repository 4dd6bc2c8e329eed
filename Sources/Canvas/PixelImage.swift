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

  /// Red, green, blue, and alpha unless opaque, no longer premultiplied, by rows from the top, as PNG has them.
  var samples: [UInt8] {
    pixels.withUnsafeBufferPointer { Self.samples(of: $0, isOpaque: isOpaque) }
  }

  static func samples(of pixels: UnsafeBufferPointer<UInt32>, isOpaque: Bool) -> [UInt8] {
    let channels = isOpaque ? 3 : 4
    return [UInt8](unsafeUninitializedCapacity: pixels.count * channels) { target, count in
      count = pixels.count * channels
      var at = 0
      for premultiplied in pixels {
        let pixel = isOpaque ? premultiplied : straight(premultiplied)
        target[at] = UInt8(truncatingIfNeeded: pixel >> 16)
        target[at + 1] = UInt8(truncatingIfNeeded: pixel >> 8)
        target[at + 2] = UInt8(truncatingIfNeeded: pixel)
        if !isOpaque { target[at + 3] = UInt8(truncatingIfNeeded: pixel >> 24) }
        at += channels
      }
    }
  }

  private static func straight(_ pixel: UInt32) -> UInt32 {
    let alpha = pixel >> 24
    guard alpha > 0, alpha < 255 else { return pixel }
    func channel(_ shift: UInt32) -> UInt32 { min(255, ((pixel >> shift & 255) * 255 + alpha / 2) / alpha) << shift }
    return alpha << 24 | channel(16) | channel(8) | channel(0)
  }
}
