import ArgumentParser
import Objectives
import Optimizers

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Prints the value of an objective at a point, and its derivatives.",
    discussion: "Of a stochastic objective, they are the exact ones; --samples adds means of what methods see.")

  @OptionGroup var objective: ObjectiveOptions

  @Option(parsing: .unconditional, help: "The point: coordinates separated by commas.")
  var at: String

  @Flag(help: "Add the gradient.")
  var gradient = false

  @Flag(help: "Add the Hessian.")
  var hessian = false

  @Option(help: "Estimates to draw of a stochastic objective; prints their means with standard errors.")
  var samples: Int?

  @Option(help: "The seed of these estimates.")
  var seed: UInt64 = 0

  @Option(help: "How to print: text or json.")
  var format: OutputFormat = .text

  func run() throws {
    let objective = try objective.single()
    let x = try Point.parse(at, option: "--at", dimension: objective.dimension)
    let sampled = try samples.map { try SampledValues(of: objective, at: x, count: $0, seed: seed) }
    let rows = stride(from: 0, to: x.count, by: 1)
    let hessianRows: [[JSON.Number]]? =
      hessian
      ? {
        let flat = objective.hessian(at: x)
        return rows.map { row in rows.map { JSON.Number(flat[row * x.count + $0]) } }
      }() : nil
    let document = Document(
      objective: objective.id, x: x.map(JSON.Number.init), value: JSON.Number(objective.value(at: x)),
      gradient: gradient ? objective.gradient(at: x).map(JSON.Number.init) : nil, hessian: hessianRows,
      randomness: objective.whatIsRandom, samples: sampled.map { Document.Samples($0, gradient: gradient) })
    switch format {
    case .json: Terminal.result(try JSON.text(document))
    case .text: Terminal.result(document.text)
    }
  }

  private struct Document: Encodable {
    let objective: String
    let x: [JSON.Number]
    let value: JSON.Number
    let gradient: [JSON.Number]?
    let hessian: [[JSON.Number]]?
    let randomness: String?
    let samples: Samples?

    struct Samples: Encodable {
      let count: Int
      let value: Mean
      let gradient: [Mean]?

      init(_ sampled: SampledValues, gradient: Bool) {
        count = sampled.count
        value = Mean(sampled.value)
        self.gradient = gradient ? sampled.gradient.map(Mean.init) : nil
      }
    }

    struct Mean: Encodable {
      let mean: JSON.Number
      let standardError: JSON.Number

      init(_ moments: SampledValues.Moments) {
        mean = JSON.Number(moments.mean)
        standardError = JSON.Number(moments.standardError)
      }

      var text: String { "\(mean.value.shortest) ± \(standardError.value.shortest)" }
    }

    var text: String {
      func row(_ numbers: [JSON.Number]) -> String { numbers.map { $0.value.shortest }.joined(separator: ", ") }
      var lines = ["\(objective)(\(row(x))) = \(value.value.shortest)"]
      if let gradient { lines.append("gradient  \(row(gradient))") }
      for (index, line) in (hessian ?? []).enumerated() {
        lines.append((index == 0 ? "Hessian   " : "          ") + row(line))
      }
      if let randomness { lines.append("exact; methods see \(randomness)") }
      if let samples {
        lines.append("mean of \(samples.count) estimates ± standard error")
        lines.append("value     \(samples.value.text)")
        if let gradient = samples.gradient {
          lines.append("gradient  \(gradient.map(\.text).joined(separator: ", "))")
        }
      }
      return lines.joined(separator: "\n")
    }
  }
}
