import Figures
import Optimizers
import Statistics
import Sweeps

/// What `method.mustache` may see: one method, its settings, and how it did on every objective.
struct MethodPage {
  let root = "../"
  let pageTitle: String
  let studyTitle: String
  let name: String
  let detail: String
  let id: String
  let verdict: String
  let order: String
  let source: String
  let settings: [Setting]
  let hasSettings: Bool
  let overall: RateView
  let bar: OutcomeBar
  let kinds: [OutcomeKind]
  let rowsName = "Objective"
  let tableCaption: String
  let rows: [CellRow]
  let figures: [FigureView]
  let hasFigures: Bool
  let neighbours: Neighbours

  struct Setting {
    let name: String
    let value: String
    let standard: String
    let isChanged: Bool
    let meaning: String
  }

  init(_ index: Int, _ material: ReportMaterial) {
    let summary = material.summary
    let method = summary.study.methods[index]
    let own = material.names.methods[index]
    let cells = summary.study.objectives.indices.map { summary.cell(objective: $0, method: index) }
    studyTitle = summary.study.title
    name = own.label
    detail = own.detail
    id = own.id
    pageTitle = "\(own.label) – \(studyTitle)"
    let success = summary.overallSuccess(ofMethod: index)
    verdict =
      Headline(
        contestants: [.init(label: own.label, success: success)],
        failed: cells.reduce(0) { $0 + $1.outcomes[.failed] }
      ).sentence
    order =
      switch method.info.order {
      case .zeroth: "zeroth: values only"
      case .first: "first: values and gradients"
      case .second: "second: values, gradients and Hessians"
      }
    source = method.info.source
    settings = zip(method.info.hyperparameters, method.hyperparameters.values).map { declared, actual in
      Setting(
        name: declared.name, value: actual.value.text, standard: declared.defaultText,
        isChanged: method.hyperparameters.options.contains { $0.key == declared.name },
        meaning: declared.meaning)
    }
    hasSettings = !settings.isEmpty
    overall = RateView(success)
    bar = OutcomeBar(cells, kinds: material.kinds)
    kinds = material.kinds
    tableCaption = "How \(own.label) did on each objective"
    rows = cells.map { CellRow($0, name: material.names.objectives[$0.objective], kinds: material.kinds) }
    // Figures of one method end in its name: kind-objective-method.
    let suffix = "-" + method.specification.slug
    figures = material.figures.filter { figure in
      figure.name.hasPrefix(figure.kind + "-") && figure.name.hasSuffix(suffix)
        && figure.name.count > figure.kind.count + suffix.count
    }.compactMap { FigureView($0) }
    hasFigures = !figures.isEmpty
    neighbours = Neighbours(of: index, in: material.names.methods)
  }
}
