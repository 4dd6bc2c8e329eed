import Foundation

/// One file of a report.
struct ReportFile: Sendable {
  /// From the report's folder.
  let path: String
  private let parts: @Sendable (_ receive: (Data) throws -> Void) throws -> Void

  init(path: String, data: Data) { self.init(path: path) { receive in try receive(data) } }

  init(_ path: String, _ text: String) { self.init(path: path, data: Data(text.utf8)) }

  /// A file too long to be held: `parts` hands it over piece by piece.
  init(path: String, write parts: @escaping @Sendable (_ receive: (Data) throws -> Void) throws -> Void) {
    self.path = path
    self.parts = parts
  }

  func write(to url: URL) throws {
    try Data().write(to: url)
    let file = try FileHandle(forWritingTo: url)
    do { try parts { try file.write(contentsOf: $0) } } catch {
      try? file.close()
      throw error
    }
    try file.close()
  }

  /// The whole file.
  var data: Data {
    get throws {
      var data = Data()
      try parts { data += $0 }
      return data
    }
  }
}
