import ArgumentParser
import Figures
import Objectives
import Optimizers
import Reports

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
    case .objectives: show(try ObjectiveRow.all(), footer: ObjectiveRow.footer)
    case .methods: show(MethodCatalogue.entries.map { MethodRow(info: $0.info) })
    case .figures: show(FigureCatalogue.entries.map { NamedRow(id: $0.id, meaning: $0.meaning) })
    case .schedules: show(ScheduleCatalogue.entries.map { NamedRow(id: $0.id, meaning: $0.formula) })
    }
  }

  private func show(_ rows: [some ListRow], footer: String? = nil) {
    format.print(
      text: (rows.map(\.text) + (footer.map { [$0] } ?? [])).joined(separator: "\n"), json: .array(rows.map(\.json)))
  }
}

private protocol ListRow {
  var text: String { get }
  var json: JSON { get }
}

private struct NamedRow: ListRow {
  let id: String
  let meaning: String
  var text: String { id.padded(to: 22) + meaning }
  var json: JSON { .object([("id", .text(id)), ("meaning", .text(meaning))]) }
}

private struct ObjectiveRow: ListRow {
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
  /// What the settings of a model mean, a line each.
  private let settings: [String]

  /// What is said of all objectives.
  static let footer = """
    Every objective takes gradientNoise=σ and valueNoise=σ: standard deviations of Gaussian noise on what methods see of it.
    """

  /// Functions first, then the losses of models with the settings that each has.
  static func all() throws -> [ObjectiveRow] {
    try ObjectiveCatalogue.all.map { ObjectiveRow($0.info, $0.objective()) }
      + ObjectiveCatalogue.models.map {
        ObjectiveRow(
          $0.info, try ObjectiveCatalogue.objective(Spec(name: $0.info.id)), settings: $0.options)
      }
  }

  private init(_ info: ObjectiveInfo, _ objective: any Objective, settings: [ModelOption] = []) {
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
    self.options = settings.map(\.name) + options + ["gradientNoise", "valueNoise"]
    self.settings = settings.map { "  \($0.name.padded(to: 18))\($0.default.padded(to: 10))\($0.meaning)" }
  }

  var text: String {
    let sum = options.contains("batch") ? "; a finite sum, takes batch=n and sampling=epochs or replacement" : ""
    let size =
      dimensions[0] == dimensions[1] ? "dimension \(dimensions[0])" : "dimension \(dimensions[0]) to \(dimensions[1])"
    let line = id.padded(to: 23) + "f* = \(minimum.shortest), \(size); \(character)\(sum)"
    return ([line] + settings).joined(separator: "\n")
  }

  var json: JSON {
    .object([
      ("id", .text(id)), ("name", .text(name)), ("formula", .text(formula)),
      ("dimensions", .array(dimensions.map { .integer($0) })), ("domain", .array(domain.map { .numbers($0) })),
      ("minimum", .number(minimum)), ("minimizers", .array(minimizers.map { .numbers($0) })),
      ("character", .text(character)), ("source", .text(source)), ("options", .texts(options)),
    ])
  }
}

private struct MethodRow: ListRow {
  let info: MethodInfo

  var text: String {
    ([
      "\(info.id.padded(to: 20))\(info.name), \(info.order.rawValue) order, bounds: \(info.bounds.rawValue); \(info.source)"
    ]
      + info.hyperparameters.map { "  \($0.name.padded(to: 18))\($0.defaultText.padded(to: 10))\($0.meaning)" })
      .joined(separator: "\n")
  }

  var json: JSON {
    let settings = info.hyperparameters.map { setting in
      JSON.object([
        ("name", .text(setting.name)), ("default", .text(setting.defaultText)), ("meaning", .text(setting.meaning)),
      ])
    }
    return .object([
      ("id", .text(info.id)), ("name", .text(info.name)), ("order", .text(info.order.rawValue)),
      ("bounds", .text(info.bounds.rawValue)),
      ("hyperparameters", .array(settings)), ("source", .text(info.source)),
    ])
  }
}

extension String {
  /// Filled with spaces to `width` characters, one space at least.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(1, width - count))
  }
}
