import Foundation

/// A file that is there as a whole or not at all, whenever the process that writes it dies.
package enum WholeFile {
  /// Writes `data` beside `url` and moves it into place; clears away what killed processes left there.
  package static func write(_ data: Data, to url: URL) throws {
    let target = url.resolvingSymlinksInPath()
    let temporaries = Temporaries(target: target)
    for left in temporaries.abandoned(.new) { try? FileManager.default.removeItem(at: left) }
    let fresh = temporaries.url(.new)
    do {
      try data.write(to: fresh)
      guard rename(fresh.path, target.path) == 0 else {
        throw NSError(domain: NSPOSIXErrorDomain, code: Int(errno))
      }
    } catch {
      try? FileManager.default.removeItem(at: fresh)
      throw error
    }
  }

  /// The system's own words for `error`, "No space left on device", where there are any.
  package static func problem(_ error: any Error) -> String {
    if (error as? CocoaError)?.code == .fileWriteOutOfSpace { return String(cString: strerror(ENOSPC)) }
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    for case let error? in [underlying, error as NSError] where error.domain == NSPOSIXErrorDomain {
      return String(cString: strerror(Int32(error.code)))
    }
    return error.localizedDescription
  }
}
