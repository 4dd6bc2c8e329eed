import ArgumentParser
import Figures
import Objectives
import Optimizers

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists what a study can name: objectives, methods, figures or schedules.")

  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case objectives, methods, figures, schedules
  }

  @Argument(help: "objectives, methods, figures or schedules.")
  var subject: Subject

  @Option(help: "How to print: text or json.")
  var format: OutputFormat = .text

  func run() throws {
    switch subject {
    case .objectives: try show(ObjectiveCatalogue.all.map(ObjectiveRow.init), footer: ObjectiveRow.footer)
    case .methods: try show(MethodCatalogue.entries.map { MethodRow($0.info) })
    case .figures: try show(FigureCatalogue.entries.map { NamedRow(id: $0.id, meaning: $0.meaning) })
    case .schedules: try show(ScheduleCatalogue.entries.map { NamedRow(id: $0.id, meaning: $0.formula) })
    }
  }

  private func show(_ rows: [some Encodable & ListRow], footer: String? = nil) throws {
    switch format {
    case .json: Terminal.result(try JSON.text(rows))
    case .text: Terminal.result((rows.map(\.text) + (footer.map { [$0] } ?? [])).joined(separator: "\n"))
    }
  }
}

private protocol ListRow {
  var text: String { get }
}

private struct NamedRow: Encodable, ListRow {
  let id: String
  let meaning: String
  var text: String { id.padded(to: 22) + meaning }
}

private struct ObjectiveRow: Encodable, ListRow {
  let id: String
  let name: String
  let formula: String
  /// The smallest and the largest dimension.
  let dimensions: [Int]
  /// Of the default dimension, like everything below.
  let domain: [[Double]]
  let minimum: Double
  let minimizers: [[Double]]
  let character: String
  let source: String
  /// What can stand in the brackets after the name.
  let options: [String]

  /// What is said of all objectives.
  static let footer = """
    Every objective takes gradientNoise=σ and valueNoise=σ: standard deviations of Gaussian noise on what methods see of it.
    """

  init(_ entry: ObjectiveCatalogue.Entry) {
    let info = entry.info
    let objective = entry.objective()
    id = info.id
    name = info.name
    formula = info.formula
    dimensions =
      switch info.dimensions {
      case .fixed(let n): [n, n]
      case .scalable(let range): [range.lowerBound, range.upperBound]
      }
    domain = zip(objective.domain.lower, objective.domain.upper).map { [$0, $1] }
    minimum = objective.minimum.value
    minimizers = objective.minimum.minimizers
    character = info.character
    source = info.source
    var options = dimensions[0] == dimensions[1] ? [] : ["dimension"]
    if info.instanceNumbers(dimension: objective.dimension).count > 1 { options.append("instance") }
    if objective is any FiniteSum { options += ["batch", "sampling"] }
    self.options = options + ["gradientNoise", "valueNoise"]
  }

  var text: String {
    let sum = options.contains("batch") ? "; a finite sum, takes batch=n and sampling=epochs or replacement" : ""
    let size =
      dimensions[0] == dimensions[1] ? "dimension \(dimensions[0])" : "dimension \(dimensions[0]) to \(dimensions[1])"
    return id.padded(to: 20) + "f* = \(minimum.shortest), \(size); \(character)\(sum)"
  }
}

private struct MethodRow: Encodable, ListRow {
  struct Setting: Encodable {
    let name: String
    let `default`: String
    let meaning: String
  }

  let id: String
  let name: String
  let order: MethodInfo.Order
  let hyperparameters: [Setting]
  let source: String

  init(_ info: MethodInfo) {
    id = info.id
    name = info.name
    order = info.order
    hyperparameters = info.hyperparameters.map {
      Setting(name: $0.name, default: $0.defaultText, meaning: $0.meaning)
    }
    source = info.source
  }

  var text: String {
    (["\(id.padded(to: 20))\(name), \(order.rawValue) order; \(source)"]
      + hyperparameters.map { "  \($0.name.padded(to: 18))\($0.default.padded(to: 10))\($0.meaning)" })
      .joined(separator: "\n")
  }
}

extension String {
  /// Filled with spaces to `width` characters, one space at least.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(1, width - count))
  }
}
