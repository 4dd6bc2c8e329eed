import Foundation

/// The first bytes of an SQLite file, read without SQLite, which may write to files that it opens.
///
/// Source: Database File Format, SQLite documentation, section 1.3.
struct StoreHeader {
  /// Marks the file as ours, as `PRAGMA application_id` does.
  static let applicationID: Int32 = 0x4752_7031
  /// Of the tables; another number, another layout.
  static let layoutVersion: Int32 = 3

  let isOurs: Bool
  let hasOurLayout: Bool

  /// Nil for a file that is not there, is empty, or cannot be read; throws for one that is no SQLite database.
  init?(path: String) throws(StoreError) {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    guard let data = try? file.read(upToCount: 100), !data.isEmpty else { return nil }
    let bytes = [UInt8](data)
    guard bytes.count == 100, bytes.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw .notAStore(path: path, why: "it is no SQLite database")
    }
    func integer(at offset: Int) -> Int32 {
      Int32(bitPattern: bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) })
    }
    isOurs = integer(at: 68) == Self.applicationID
    hasOurLayout = integer(at: 60) == Self.layoutVersion
  }
}
