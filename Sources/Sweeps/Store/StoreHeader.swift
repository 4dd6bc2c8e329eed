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

  /// Nil for a file that is not there, is empty, cannot be read, or was left half written beside its journal, which
  /// SQLite will roll back; throws for one that is no SQLite database.
  init?(path: String) throws(StoreError) {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    guard let data = try? file.read(upToCount: 100), !data.isEmpty else { return nil }
    let bytes = [UInt8](data)
    guard bytes.count == 100, bytes.starts(with: Array("SQLite format 3\0".utf8)) else {
      if Self.hasJournal(path) { return nil }
      throw .notAStore(path: path, why: "it is no SQLite database")
    }
    func integer(at offset: Int) -> Int32 {
      Int32(bitPattern: bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) })
    }
    isOurs = integer(at: 68) == Self.applicationID
    hasOurLayout = integer(at: 60) == Self.layoutVersion
  }

  /// Whether a transaction on the file was begun and not ended: its process was killed.
  private static func hasJournal(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path + "-journal") else { return false }
    defer { try? file.close() }
    let start = try? file.read(upToCount: 8)
    return start.map { [UInt8]($0) } == [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]
  }
}
