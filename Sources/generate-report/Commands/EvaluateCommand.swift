import ArgumentParser
import Objectives
import Optimizers
import Reports

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
    let document = Document(
      objective: objective.id, x: x, value: objective.value(at: x),
      gradient: gradient ? objective.gradient(at: x) : nil,
      hessian: hessian ? objective.hessian(at: x) : nil, randomness: objective.whatIsRandom,
      samples: try samples.map { try SampledValues(of: objective, at: x, count: $0, seed: seed) },
      showsSampledGradient: gradient)
    format.print(text: document.text, json: document.json)
  }
}

extension EvaluateCommand {
  fileprivate struct Document {
    let objective: String
    let x: [Double]
    let value: Double
    let gradient: [Double]?
    /// Row by row.
    let hessian: [Double]?
    let randomness: String?
    let samples: SampledValues?
    let showsSampledGradient: Bool

    private var hessianRows: [[Double]]? {
      hessian.map { flat in x.indices.map { Array(flat[($0 * x.count)..<(($0 + 1) * x.count)]) } }
    }

    var json: JSON {
      func mean(_ moments: SampledValues.Moments) -> JSON {
        .object([("mean", .number(moments.mean)), ("standardError", .number(moments.standardError))])
      }
      return .object(present: [
        ("objective", .text(objective)), ("x", .numbers(x)), ("value", .number(value)),
        ("gradient", gradient.map { .numbers($0) }), ("hessian", hessianRows.map { .array($0.map { .numbers($0) }) }),
        ("randomness", randomness.map { .text($0) }),
        (
          "samples",
          samples.map { samples in
            .object(present: [
              ("count", .integer(samples.count)), ("value", mean(samples.value)),
              ("gradient", showsSampledGradient ? .array(samples.gradient.map(mean)) : nil),
            ])
          }
        ),
      ])
    }

    var text: String {
      func row(_ numbers: [Double]) -> String { numbers.map(\.shortest).joined(separator: ", ") }
      func mean(_ moments: SampledValues.Moments) -> String {
        "\(moments.mean.shortest) ± \(moments.standardError.shortest)"
      }
      var lines = ["\(objective)(\(row(x))) = \(value.shortest)"]
      if let gradient { lines.append("gradient  \(row(gradient))") }
      for (index, line) in (hessianRows ?? []).enumerated() {
        lines.append((index == 0 ? "Hessian   " : "          ") + row(line))
      }
      if let randomness { lines.append("exact; methods see \(randomness)") }
      if let samples {
        lines.append("mean of \(samples.count) estimates ± standard error")
        lines.append("value     \(mean(samples.value))")
        if showsSampledGradient { lines.append("gradient  \(samples.gradient.map(mean).joined(separator: ", "))") }
      }
      return lines.joined(separator: "\n")
    }
  }
}
