import Foundation
import Synchronization

/// Ctrl-C as a flag that the sweep looks at between batches; a second Ctrl-C ends the process at once.
enum Interruption {
  private static let flag = Atomic(false)

  static var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// Starts to listen. Only the flag is touched in the handler, as POSIX allows.
  static func listen() {
    signal(SIGINT) { _ in
      Interruption.flag.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }
}
