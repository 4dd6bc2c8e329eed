import Foundation

// Sweeps over the 2-D Rastrigin function beside other programs that do the same from the same starts, one after the other
// in one sitting. An evaluation is a value, with its gradient where the method asks for one. One thread is timed in seconds
// of processor time, which other programs at work disturb least; two threads against one by the clock on the wall.
// Arguments: the folder of the peers' scripts, the file to write, and names of methods, all if there are none.

let arguments = CommandLine.arguments.dropFirst()
let peers = URL(fileURLWithPath: arguments.first ?? "peers")
let wanted = arguments.dropFirst(2)
var table = """
  | method | who | threads | million evaluations/s | ours is times as fast |
  |---|---|---|---|---|

  """

@MainActor func row(_ cells: String...) {
  let line = "| " + cells.joined(separator: " | ") + " |"
  print(line)
  table += line + "\n"
}

func rounded(_ x: Double) -> String { String(format: x < 1 ? "%.3f" : x < 10 ? "%.2f" : "%.1f", x) }

print(table, terminator: "")
for work in Work.all where wanted.isEmpty || wanted.contains(work.name) {
  let name = work.name + work.note
  let one = try await work.rate(jobs: 1)
  row(name, "ours, whole sweep", "1", rounded(one), "")
  if let descents = try work.rateOfDescents() { row(name, "ours, descents alone", "1", rounded(descents), "") }
  let starts = try work.startsFile()
  for peer in work.peers {
    switch peer.rate(work.name, starts: starts, budget: work.budget, in: peers) {
    case .success(let rate): row(name, peer.name, "1", rounded(rate), rounded(one / rate))
    case .failure(let missing): row(name, peer.name, "", missing.why, "")
    }
  }
  let (single, two) = (try await work.rate(jobs: 1, by: .wall), try await work.rate(jobs: 2, by: .wall))
  row(name, "ours, whole sweep", "2", rounded(two), "\(rounded(two / single)) times one thread")
}
if let file = arguments.dropFirst().first { try table.write(toFile: file, atomically: true, encoding: .utf8) }
