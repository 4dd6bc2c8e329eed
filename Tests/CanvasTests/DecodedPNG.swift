import Canvas
import Foundation

/// A PNG read back by the book (ISO/IEC 15948): chunks with their checksums, filters undone.
struct DecodedPNG {
  private(set) var width = 0
  private(set) var height = 0
  private(set) var channels = 0
  private(set) var pixelsPerMeter = 0
  private(set) var texts: [String: String] = [:]
  private var samples: [UInt8] = []

  struct Corrupt: Error {}

  init(_ data: Data) throws {
    let bytes = Array(data)
    guard Array(bytes.prefix(8)) == [137, 80, 78, 71, 13, 10, 26, 10] else { throw Corrupt() }
    func number(_ at: Int) -> Int { bytes[at..<at + 4].reduce(0) { $0 * 256 + Int($1) } }
    var at = 8
    var compressed: [UInt8] = []
    while at < bytes.count {
      let length = number(at)
      let type = String(decoding: bytes[at + 4..<at + 8], as: UTF8.self)
      let body = Array(bytes[at + 8..<at + 8 + length])
      guard number(at + 8 + length) == Int(Self.crc(bytes[at + 4..<at + 8 + length])) else { throw Corrupt() }
      switch type {
      case "IHDR":
        (width, height) = (number(at + 8), number(at + 12))
        guard body[8] == 8, body[9] == 2 || body[9] == 6 else { throw Corrupt() }
        channels = body[9] == 2 ? 3 : 4
      case "pHYs": pixelsPerMeter = number(at + 8)
      case "iTXt":
        let parts = body.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
        texts[String(decoding: parts[0], as: UTF8.self)] = String(decoding: parts[1].dropFirst(4), as: UTF8.self)
      case "IDAT": compressed += body
      default: break
      }
      at += 12 + length
    }
    samples = try unfiltered(Inflate.zlib(compressed))
  }

  /// Red, green, blue, alpha.
  subscript(x: Int, y: Int) -> [UInt8] {
    let at = (y * width + x) * channels
    return Array(samples[at..<at + 3]) + [channels == 4 ? samples[at + 3] : 255]
  }

  /// All pixels, four bytes each.
  var rgba: [UInt8] {
    (0..<height).flatMap { y in (0..<width).flatMap { self[$0, y] } }
  }

  private func unfiltered(_ rows: [UInt8]) throws -> [UInt8] {
    let length = width * channels
    guard rows.count == (length + 1) * height else { throw Corrupt() }
    var result: [UInt8] = []
    for row in 0..<height {
      let start = row * (length + 1)
      for index in 0..<length {
        let above = row > 0 ? result[result.count - length] : 0
        switch rows[start] {
        case 0: result.append(rows[start + 1 + index])
        case 2: result.append(rows[start + 1 + index] &+ above)
        default: throw Corrupt()
        }
      }
    }
    return result
  }

  static func crc(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var crc: UInt32 = 0xffff_ffff
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xedb8_8320 : crc >> 1 }
    }
    return ~crc
  }
}
