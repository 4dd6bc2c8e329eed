import Networks
import Synchronization

/// The memory that runs on several cores compute a network in: each borrows a piece and gives it back.
final class WorkspacePool: Sendable {
  private let network: MultilayerPerceptron
  private let idle = Mutex<[Piece]>([])

  /// Lent to one thread at a time.
  private struct Piece: @unchecked Sendable {
    let workspace: CurvatureWorkspace
  }

  init(for network: MultilayerPerceptron) { self.network = network }

  func lend<R>(_ body: (CurvatureWorkspace) -> R) -> R {
    let piece = idle.withLock { $0.popLast() } ?? Piece(workspace: CurvatureWorkspace(for: network))
    defer { idle.withLock { $0.append(piece) } }
    return body(piece.workspace)
  }
}
