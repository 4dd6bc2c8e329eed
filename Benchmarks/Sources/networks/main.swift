import Foundation
import Networks
import Scalars

// Epochs a second of a 64-32-10 tanh network on the digits, batches of 64, Adam, double precision, one thread; beside
// PyTorch where `PEER_PYTHON` names Pythons that have it. Both in one sitting, alternating; medians. With a number as its
// argument it trains for so many epochs and says nothing: two such runs under valgrind count what a step allocates.

func makeLoop() throws -> TrainingLoop {
  let data = try Dataset.digits()
  let network = try MultilayerPerceptron(widths: [64, 32, 10])
  let loss = try NetworkLoss(network: network, dataset: data)
  var generator = SeededGenerator(seed: 1)
  return try TrainingLoop(
    loss: loss, rows: Array(0..<1437), parameters: network.initialParameters(using: &generator),
    training: Training(update: .adam(rate: 1e-3), batchSize: 64), seed: 3)
}

/// The median epochs a second of some stretches of training.
func ours() throws -> Double {
  var loop = try makeLoop()
  for _ in 0..<20 { loop.runEpoch() }
  let clock = ContinuousClock()
  let rates = (0..<9).map { _ -> Double in
    let time = clock.measure { for _ in 0..<40 { loop.runEpoch() } }
    return 40 / (Double(time.components.seconds) + 1e-18 * Double(time.components.attoseconds))
  }
  return rates.sorted()[rates.count / 2]
}

/// What the peer prints: its name and epochs a second; nil where there is none.
func peer(_ python: String) -> (name: String, rate: Double)? {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../..")
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [
    python, root.appending(path: "Benchmarks/peers/digits.py").standardized.path,
    root.appending(path: "Sources/Networks/Data/digits.csv").standardized.path,
  ]
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = FileHandle.nullDevice
  guard (try? process.run()) != nil else { return nil }
  let words = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).split(separator: " ")
  process.waitUntilExit()
  guard words.count == 2, let rate = Double(words[1].trimmingCharacters(in: .newlines)) else { return nil }
  return (String(words[0]), rate)
}

if let epochs = CommandLine.arguments.dropFirst().first.flatMap({ Int($0) }) {
  var loop = try makeLoop()
  for _ in 0..<epochs { loop.runEpoch() }
  exit(0)
}

let first = try ours()
let peers = (ProcessInfo.processInfo.environment["PEER_PYTHON"] ?? "python3").split(separator: " ").compactMap {
  peer(String($0))
}
let second = try ours()
let own = (first + second) / 2
print("ours: \(Int(first.rounded())) and \(Int(second.rounded())) epochs a second")
for peer in peers {
  print(
    "\(peer.name): \(Int(peer.rate.rounded())) epochs a second; ours \((own / peer.rate * 10).rounded() / 10) times")
}
