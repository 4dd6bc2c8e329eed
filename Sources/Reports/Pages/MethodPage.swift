import Figures
import Optimizers
import Statistics
import Sweeps

/// What `method.mustache` may see: one method, its settings, and how it did on every objective.
struct MethodPage {
  let subject: PageSubject
  let verdict: String
  let order: String
  let source: String
  let settings: [Setting]
  let hasSettings: Bool
  let overall: RateView
  let bar: OutcomeBar
  let rowsName = "Objective"
  let tableCaption: String
  let rows: [CellRow]
  let figures: [FigureView]
  let hasFigures: Bool

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
    let cells = summary.study.objectives.indices.map { summary.cell(objective: $0, method: index) }
    subject = PageSubject(index, of: material.names.methods, material)
    let success = summary.overallSuccess(ofMethod: index)
    verdict =
      Headline(
        contestants: [.init(label: subject.name, success: success)],
        failed: cells.reduce(0) { $0 + $1.outcomes[.failed] }
      ).sentence
    order =
      switch method.info.order {
      case .zeroth: "zeroth: values only"
      case .first: "first: values and gradients"
      case .second: "second: values, gradients and Hessians"
      }
    source = method.info.source
    let variant = method.hyperparameters.values.first { $0.name == "variant" }?.value.text
    settings = zip(method.info.hyperparameters, method.hyperparameters.values).map { declared, actual in
      Setting(
        name: declared.name, value: method.tuned.contains(declared.name) ? "tuned" : actual.value.text,
        standard: declared.defaultText(variant: variant),
        isChanged: method.specification.options.contains { $0.key == declared.name },
        meaning: declared.meaning)
    }
    hasSettings = !settings.isEmpty
    overall = RateView(success)
    bar = OutcomeBar(cells, kinds: material.kinds)
    tableCaption = "How \(subject.name) did on each objective"
    rows = cells.map { CellRow($0, name: material.names.objectives[$0.objective], kinds: material.kinds) }
    // Figures of one method end in its name: kind-objective-method.
    let suffix = "-" + method.specification.slug
    figures = material.figures.filter { figure in
      figure.name.hasPrefix(figure.kind + "-") && figure.name.hasSuffix(suffix)
        && figure.name.count > figure.kind.count + suffix.count
    }.compactMap { FigureView($0) }
    hasFigures = !figures.isEmpty
  }
}
