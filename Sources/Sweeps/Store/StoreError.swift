/// What is wrong with a run store, as one sentence for its user.
public enum StoreError: Error, Sendable, CustomStringConvertible {
  case unreadable(path: String, why: String)
  case otherStudy(path: String)
  case notWritable(path: String, why: String)

  public var description: String {
    switch self {
    case .unreadable(let path, let why):
      "The store '\(path)' cannot be read (\(why)); it was left as it is. Name another with --store."
    case .otherStudy(let path):
      "The store '\(path)' holds the runs of another study or another build of this program; it was left as it is."
        + " Name another with --store, or add --force to replace what it holds."
    case .notWritable(let path, let why):
      "The store '\(path)' cannot be written: \(why)."
    }
  }
}
