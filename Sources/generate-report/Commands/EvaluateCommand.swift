import ArgumentParser
import Objectives
import Optimizers

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Prints the value of an objective at a point, and its derivatives.")

  @OptionGroup var objective: ObjectiveOptions

  @Option(parsing: .unconditional, help: "The point: coordinates separated by commas.")
  var at: String

  @Flag(help: "Add the gradient.")
  var gradient = false

  @Flag(help: "Add the Hessian.")
  var hessian = false

  @Option(help: "How to print: text or json.")
  var format: OutputFormat = .text

  func run() throws {
    let objective = try objective.single()
    let x = try Point.parse(at, option: "--at", dimension: objective.dimension)
    let rows = stride(from: 0, to: x.count, by: 1)
    let hessianRows: [[JSON.Number]]? =
      hessian
      ? {
        let flat = objective.hessian(at: x)
        return rows.map { row in rows.map { JSON.Number(flat[row * x.count + $0]) } }
      }() : nil
    let document = Document(
      objective: objective.id, x: x.map(JSON.Number.init), value: JSON.Number(objective.value(at: x)),
      gradient: gradient ? objective.gradient(at: x).map(JSON.Number.init) : nil, hessian: hessianRows)
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

    var text: String {
      func row(_ numbers: [JSON.Number]) -> String { numbers.map { $0.value.shortest }.joined(separator: ", ") }
      var lines = ["\(objective)(\(row(x))) = \(value.value.shortest)"]
      if let gradient { lines.append("gradient  \(row(gradient))") }
      for (index, line) in (hessian ?? []).enumerated() {
        lines.append((index == 0 ? "Hessian   " : "          ") + row(line))
      }
      return lines.joined(separator: "\n")
    }
  }
}
