import Foundation

/// 64-bit words as bytes: little-endian IEEE 754, so that NaN and infinity survive, which SQLite's own reals do not.
enum Blob {
  static func data(_ words: [UInt64]) -> Data {
    words.map(\.littleEndian).withUnsafeBytes { Data($0) }
  }

  static func words(_ data: Data) -> [UInt64] {
    data.withUnsafeBytes { bytes in
      (0..<bytes.count / 8).map {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self))
      }
    }
  }
}
