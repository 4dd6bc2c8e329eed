import Foundation
import Testing

@Suite("Nothing is lost")
struct NothingLostTests {
  static let study = """
    title: Small
    seed: 5
    objectives: [himmelblau, 'rastrigin[instance=1]', 'sphere[dimension=3]']
    methods: [gradient-descent, adam, l-bfgs, nelder-mead]
    starts: 60
    budget: 300
    figures: [success-matrix, contour, loss-curve]
    """

  private static func arguments(_ name: String, store: Bool) -> [String] {
    ["study.yaml", "--output", name, "--formats", "svg", "--quiet"] + (store ? ["--store", "\(name).sqlite"] : [])
  }

  /// The start of a run that is killed at `moment`, or as soon as `isTime` says so; whether it was still running.
  private static func kill(
    _ arguments: [String], in folder: URL, after moment: Duration, or isTime: () -> Bool = { false }
  ) throws -> Bool {
    let process = Process()
    process.executableURL = Tool.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let end = ContinuousClock.now + moment
    try process.run()
    while ContinuousClock.now < end, !isTime(), process.isRunning { usleep(200) }
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }

  /// Runs the command once more and holds what is there to the report of a run that nobody disturbed.
  private static func finish(_ name: String, store: Bool, in workspace: Workspace, as whole: [String: Data]) throws {
    let run = try Tool.run(arguments(name, store: store), in: workspace.folder)
    #expect(run.status == 0, "\(run.errors)")
    let files = try workspace.snapshot(of: name)
    #expect(files.keys.sorted() == whole.keys.sorted())
    for (path, data) in whole { #expect(files[path] == data, "\(path) differs in \(name)") }
    // Neither half-written folders nor stores nobody asked for.
    let left = try FileManager.default.contentsOfDirectory(atPath: workspace.folder.path)
      .filter { $0.hasPrefix(".") || ($0.hasPrefix(name) && $0 != name && $0 != "\(name).sqlite") }
    #expect(left.isEmpty, "\(left)")
  }

  /// A workspace with the study, the files of an undisturbed run, and how long that took.
  private static func undisturbed() throws -> (Workspace, [String: Data], Duration) {
    let workspace = try Workspace()
    try workspace.write(study, to: "study.yaml")
    let clock = ContinuousClock()
    let duration = try clock.measure {
      let run = try Tool.run(arguments("whole", store: false), in: workspace.folder)
      #expect(run.status == 0, "\(run.errors)")
    }
    return (workspace, try workspace.snapshot(of: "whole"), duration)
  }

  @Test("killed at twenty random moments, the same command goes on and ends with the same bytes in every file")
  func killed() throws {
    var (workspace, whole, duration) = try Self.undisturbed()
    #expect(whole.count > 12)
    var generator = SplitMix(state: 20)
    var killed = 0
    for index in 0..<20 {
      let share = (Double(index) + generator.unit()) / 20
      let store = index.isMultiple(of: 2)
      let wasAtWork = try Self.kill(
        Self.arguments("r\(index)", store: store), in: workspace.folder, after: duration * share)
      killed += wasAtWork ? 1 : 0
      // The first run, which was timed, is slower than the others; a moment after the end says by how much.
      if !wasAtWork { duration = duration * 0.85 }
      try Self.finish("r\(index)", store: store, in: workspace, as: whole)
    }
    #expect(killed >= 12, "only \(killed) of 20 runs were still at work")
  }

  @Test("killed again and again, over the report of another study with somebody's notes, it loses neither")
  func killedAgain() throws {
    let (workspace, whole, duration) = try Self.undisturbed()
    try workspace.write("objectives: [sphere]\nmethods: [adam]\nstarts: 2\nbudget: 20\n", to: "other.yaml")
    let run = try Tool.run(["other.yaml", "--output", "r", "--quiet"], in: workspace.folder)
    #expect(run.status == 0, "\(run.errors)")
    try workspace.write("mine", to: "r/notes.txt")
    let other = try workspace.snapshot(of: "r")
    var expected = whole
    expected["notes.txt"] = Data("mine".utf8)
    var generator = SplitMix(state: 6)
    for _ in 0..<6 {
      _ = try Self.kill(
        Self.arguments("r", store: false), in: workspace.folder, after: duration * (0.5 * generator.unit()))
      if workspace.exists("r") {
        let found = try workspace.snapshot(of: "r")
        #expect(found == other || found == expected, "half a report: \(found.keys.sorted())")
      }
    }
    try Self.finish("r", store: false, in: workspace, as: expected)
  }

  @Test("killed while it writes the report, it leaves the old report or the new one, and nothing beside them")
  func killedWriting() throws {
    let (workspace, whole, _) = try Self.undisturbed()
    for part in ["", "/methods", "/figures"] {
      let isWriting = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: workspace.folder.path)) ?? []
        guard let fresh = names.first(where: { $0.hasPrefix(".r.new-") }) else { return false }
        return workspace.exists(fresh + part + (part.isEmpty ? "/index.html" : ""))
      }
      _ = try Self.kill(
        Self.arguments("r", store: true), in: workspace.folder, after: .seconds(30), or: isWriting)
      if workspace.exists("r") { #expect(try workspace.snapshot(of: "r") == whole) }
    }
    try Self.finish("r", store: true, in: workspace, as: whole)
  }

  @Test("a store that another process holds is left to it, in one sentence")
  func lockedStore() throws {
    let workspace = try Workspace()
    let long = Self.study.replacingOccurrences(of: "starts: 60", with: "starts: 100000")
    try workspace.write(long, to: "study.yaml")
    var refused: Tool?
    _ = try Self.kill(
      ["study.yaml", "--output", "a", "--store", "runs.sqlite"], in: workspace.folder, after: .seconds(30),
      or: {
        // The second batch is being run when the first is in the store.
        guard let size = try? workspace.size(of: "runs.sqlite"), size > 20_000 else { return false }
        refused = try? Tool.run(
          ["study.yaml", "--output", "b", "--store", "runs.sqlite", "--force"], in: workspace.folder)
        return true
      })
    let run = try #require(refused)
    #expect(run.status == 70 && run.errors.contains("'runs.sqlite' is in use by another process"), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1 && !workspace.exists("b"))
  }

  @Test("a file that is no store, and a store of other runs, are named and left as they were")
  func foreignStores() throws {
    let workspace = try Workspace()
    try workspace.write(Self.study, to: "study.yaml")
    try workspace.write("my thesis", to: "thesis.txt")
    try workspace.write(Self.study.replacingOccurrences(of: "seed: 5", with: "seed: 6"), to: "other.yaml")
    let made = try Tool.run(
      ["other.yaml", "--output", "o", "--store", "other.sqlite", "--quiet"], in: workspace.folder)
    #expect(made.status == 0, "\(made.errors)")
    for (store, words) in [("thesis.txt", "is not a run store"), ("other.sqlite", "another study")] {
      let before = try workspace.data(of: store)
      let run = try Tool.run(["study.yaml", "--output", "r", "--store", store], in: workspace.folder)
      #expect(run.status == 70 && run.errors.contains("'\(store)'") && run.errors.contains(words), "\(run.errors)")
      #expect(run.errors.contains("left as it is") && run.errors.contains("--store"))
      #expect(run.errors.split(separator: "\n").count == 1 && !workspace.exists("r"))
      #expect(try workspace.data(of: store) == before)
    }
  }

  /// Two limits that stop the store, early and late.
  @Test(
    "a file that may not grow is one clear sentence; with room again, the same command goes on", arguments: [40, 100])
  func fileSizeLimit(kibibytes: Int) throws {
    let (workspace, whole, _) = try Self.undisturbed()
    let words = Self.arguments("r", store: true).joined(separator: " ")
    let run = try Tool.run(
      ["-c", "ulimit -f \(kibibytes); exec '\(Tool.executable.path)' \(words)"], in: workspace.folder,
      executable: URL(fileURLWithPath: "/bin/bash"))
    #expect(run.status == 70 && run.errors.contains("cannot be written"), "\(run.status): \(run.errors)")
    #expect(run.errors.contains("'r.sqlite'") && run.errors.contains("run the same command again"), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1 && !workspace.exists("r"))
    try Self.finish("r", store: true, in: workspace, as: whole)
  }

  @Test("a full disk is one clear sentence; with room again, the same command goes on", arguments: ["store", "report"])
  func fullDisk(_ what: String) throws {
    let (workspace, whole, _) = try Self.undisturbed()
    // The store lies on the small disk, or else the report does.
    guard let disk = try SmallDisk(in: workspace, name: "disk", kibibytes: 120) else { return }
    let arguments =
      what == "store"
      ? ["--output", "r", "--store", "disk/r.sqlite"] : ["--output", "disk/r", "--store", "r.sqlite"]
    let command = ["study.yaml", "--formats", "svg", "--quiet"] + arguments
    let run = try Tool.run(command, in: workspace.folder)
    #expect(run.status == 70, "\(run.status): \(run.errors)")
    #expect(run.errors.contains(what == "store" ? "The disk is full: the store 'disk/r.sqlite'" : "No space left"))
    #expect(run.errors.contains("disk/r") && run.errors.contains("run the same command again"), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1 && !workspace.exists("r") && !workspace.exists("disk/r"))
    try disk.resize(kibibytes: 50_000)
    let again = try Tool.run(command, in: workspace.folder)
    #expect(again.status == 0, "\(again.errors)")
    #expect(try workspace.snapshot(of: what == "store" ? "r" : "disk/r") == whole)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: workspace.folder.path + "/disk").allSatisfy {
        !$0.hasPrefix(".")
      })
  }
}

/// Steele, Lea and Flood, OOPSLA 2014.
private struct SplitMix {
  var state: UInt64

  /// In 0 ..< 1.
  mutating func unit() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
  }
}
