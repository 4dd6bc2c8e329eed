import Foundation

/// A file system of a few pages in a folder of a workspace, unmounted with it.
final class SmallDisk {
  private let folder: URL

  /// Nil where this process may mount nothing.
  init?(in workspace: Workspace, name: String, kibibytes: Int) throws {
    folder = workspace.folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let mount = try Self.run("mount", ["-t", "tmpfs", "-o", "size=\(kibibytes)k", "tmpfs", folder.path])
    guard mount.status == 0 else { return nil }
  }

  func resize(kibibytes: Int) throws {
    _ = try Self.run("mount", ["-o", "remount,size=\(kibibytes)k", folder.path])
  }

  deinit { _ = try? Self.run("umount", [folder.path]) }

  private static func run(_ name: String, _ arguments: [String]) throws -> Tool {
    try Tool.run(
      [name] + arguments, in: FileManager.default.temporaryDirectory, executable: URL(fileURLWithPath: "/usr/bin/env"))
  }
}
