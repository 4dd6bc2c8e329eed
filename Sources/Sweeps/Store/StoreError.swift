/// What is wrong with a run store, as one sentence for its user and one on what to do.
public enum StoreError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file is somebody else's.
  case notAStore(path: String, why: String)
  case otherVersion(path: String)
  case otherStudy(path: String)
  /// Another process holds it.
  case inUse(path: String)
  /// A store of ours that is damaged.
  case unreadable(path: String, why: String)
  case full(path: String)
  case notWritable(path: String, why: String)

  public var description: String {
    switch self {
    case .notAStore(let path, let why):
      "'\(path)' is not a run store (\(why)); it was left as it is. Name another file with --store."
    case .otherVersion(let path):
      "The store '\(path)' was written by another version or build of this program, which may compute other numbers; it"
        + " was left as it is. Name another with --store, or add --force to replace what it holds."
    case .otherStudy(let path):
      "The store '\(path)' holds the runs of another study; it was left as it is. Name another with --store, or add"
        + " --force to replace what it holds."
    case .inUse(let path):
      "The store '\(path)' is in use by another process, perhaps the same command; it was left as it is. Wait until that"
        + " has finished, or name another with --store."
    case .unreadable(let path, let why):
      "The store '\(path)' is damaged (\(why)); it was left as it is. Name another with --store."
    case .full(let path):
      "The disk is full: the store '\(path)' keeps the runs it holds, and takes no more. Make room and run the same"
        + " command again, which goes on from there."
    case .notWritable(let path, let why):
      "The store '\(path)' cannot be written (\(why)); the runs it holds are kept. Put that right and run the same"
        + " command again, or name another with --store."
    }
  }
}
