import Foundation

/// What a process keeps beside a file or folder while it replaces it: hidden siblings that carry the process's number.
///
/// Siblings, since only within one file system is moving them a single operation; numbered, so that two processes never
/// meet, and so that a later one can tell what a killed one has left.
struct Temporaries {
  enum Role: String {
    /// The new one, while it grows.
    case new
    /// The old one, until the new one is in its place.
    case old
  }

  let target: URL

  private var own: Int32 { ProcessInfo.processInfo.processIdentifier }

  private func prefix(_ role: Role) -> String { ".\(target.lastPathComponent).\(role.rawValue)-" }

  func url(_ role: Role) -> URL {
    target.deletingLastPathComponent().appending(path: prefix(role) + String(own))
  }

  /// Those that a process left which no longer runs, in the order of their names.
  func abandoned(_ role: Role) -> [URL] {
    let parent = target.deletingLastPathComponent()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
    return names.filter { $0.hasPrefix(prefix(role)) }.sorted()
      .filter { Int32($0.dropFirst(prefix(role).count)).map(isGone) ?? false }
      .map { parent.appending(path: $0) }
  }

  /// Our own number too: who has begun nothing yet can only have it from a process before.
  private func isGone(_ process: Int32) -> Bool {
    process > 0 && (process == own || (kill(process, 0) != 0 && errno == ESRCH))
  }
}
