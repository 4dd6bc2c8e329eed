import ArgumentParser
import Certificates
import Objectives

struct LandscapeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "landscape",
    abstract: "Lists the stationary points of an objective, and says where it is convex.",
    discussion: """
      Minima, saddles and maxima are found by dividing the domain, and proved by interval arithmetic. On its boundary, \
      points are listed from which the function rises inwards: minima over the domain, and saddles between them.
      """)

  @OptionGroup var objective: ObjectiveOptions

  @Option(name: .customLong("max-boxes"), help: "Boxes to examine in the search for stationary points.")
  var maxBoxes = SearchLimits().boxes

  @Flag(help: "Print every stationary point, not only the lowest twenty.")
  var all = false

  @Option(help: "How to print: text or json.")
  var format: OutputFormat = .text

  func validate() throws {
    guard maxBoxes > 0 else { throw ValidationError("--max-boxes must be a positive whole number.") }
  }

  func run() throws {
    let report = LandscapeReport(of: try objective.single(), limits: SearchLimits(boxes: maxBoxes))
    format.print(
      text: LandscapeText(report, rows: all ? .max : 20).text, json: LandscapeDocument(report: report).json)
  }
}
