import Canvas
import Foundation
import Sweeps

/// One execution of a plan with its store: resumes what is there, keeps what comes, stops cleanly on Ctrl-C.
///
/// Without `--store` the runs are kept beside the report only until it is written, so that an interrupted sweep can go
/// on; that file is valid for this very build.
struct SweepSession {
  private let plan: Plan
  private let jobs: Int
  private let progress: Progress
  private let store: RunStore
  /// The store that is removed once the report is there; nil for one that the user named.
  private let resumeFile: URL?

  init(
    _ plan: Plan, folder: URL, store: String?, force: Bool, jobs: Int, progress: Progress.Style
  ) throws {
    self.plan = plan
    self.jobs = jobs
    self.progress = Progress(progress, total: plan.count)
    let fingerprint = SHA256.hexDigest(of: Array(plan.study.runDetermining.utf8))
    // Another build may compute something else, and stale runs would pass for its own.
    let build = Version.text + " " + Self.buildDigest
    if let store {
      resumeFile = nil
      self.store = try RunStore(path: store, fingerprint: fingerprint, build: build, replacing: force)
    } else {
      let mark = SHA256.hexDigest(of: Array((build + "\n" + fingerprint).utf8)).prefix(12)
      let file = folder.deletingLastPathComponent()
        .appendingPathComponent(".\(folder.lastPathComponent)-\(mark).sqlite")
      resumeFile = file
      self.store = try RunStore(path: file.path, fingerprint: fingerprint, build: build, replacing: force)
    }
  }

  /// The runs of the plan, all of them; nil where an interruption left some undone.
  func runs() async throws -> StoredRuns? {
    Interruption.listen()
    let isDone = try store.isDone(in: plan)
    var done = isDone.count { $0 }
    progress.show(done: done)
    let isComplete = try await SweepRunner(plan, jobs: jobs).run(
      isDone: isDone, shouldStop: { Interruption.isRequested },
      receive: { batch in
        try store.add(batch, of: plan)
        done += batch.count
        progress.show(done: done)
      })
    return isComplete ? StoredRuns(plan, in: store) : nil
  }

  var interruptionNote: String {
    let done = (try? store.count()) ?? 0
    return "\nInterrupted after \(done) of \(plan.count) runs, which are kept. The same command goes on from there."
  }

  /// Removes what was kept only for an interruption.
  func finish() {
    store.release()
    guard let resumeFile else { return }
    for suffix in ["-journal", ""] {
      try? FileManager.default.removeItem(atPath: resumeFile.path + suffix)
    }
  }

  /// Tells builds apart: the digest of the executable.
  private static var buildDigest: String {
    guard let path = Bundle.main.executablePath, let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
      return ""
    }
    return SHA256.hexDigest(of: [UInt8](data))
  }
}
