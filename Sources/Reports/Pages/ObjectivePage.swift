import Figures
import Objectives
import Statistics
import Sweeps

/// What `objective.mustache` may see: one landscape, who reached its minimum, and where the others ended.
struct ObjectivePage {
  let subject: PageSubject
  let verdict: String
  let formula: [FormulaPart]
  let hasFormula: Bool
  let character: [FormulaPart]
  let hasCharacter: Bool
  let domain: String
  let minimumValue: String
  let minimumStatus: String
  let minimizers: String
  let hasMinimizers: Bool
  let source: String
  let hasSource: Bool
  /// Its stationary points and their classes, and where it is convex.
  let stationaryPoints: String
  let hasStationaryPoints: Bool
  let convexity: String
  let hasConvexity: Bool
  let motion: String
  let isMoved: Bool
  let noise: String
  let isStochastic: Bool
  let rowsName = "Method"
  let tableCaption: String
  let rows: [CellRow]
  /// What the models that runs ended with are worth; nothing where the objective is no model's loss.
  let models: [ModelTable]
  let minima: [CaughtMinimum]
  let hasMinima: Bool
  /// How many of all local minima caught a run.
  let catches: String
  let moreMinima: String
  let hasMoreMinima: Bool
  let figures: [FigureView]
  /// JSON for the script that steps along paths.
  let explorer: String
  let hasExplorer: Bool
  let missing: [MissingView]
  let hasMissing: Bool

  /// A local minimum with the runs that it caught.
  struct CaughtMinimum {
    let value: String
    let valueKey: String
    let gap: String
    let gapKey: String
    /// "5 of 121": which of all local minima it is, counted from the lowest.
    let rank: String
    let rankKey: Int
    let place: String
    let count: String
    let countKey: Int
    let methods: [Catch]

    struct Catch {
      let link: Link
      let count: String
      let isLast: Bool
    }
  }

  static let shownMinima = 20

  init(_ index: Int, _ material: ReportMaterial) {
    let summary = material.summary
    let objective = summary.study.objectives[index]
    let facts = ObjectiveFacts(objective)
    subject = PageSubject(index, of: material.names.objectives, material)
    verdict = material.verdict(onObjective: index)
    formula = facts.expression.map { [FormulaPart(plain: $0)] } ?? FormulaPart.parts(facts.formula ?? "")
    hasFormula = !formula.isEmpty
    // A motion changes what is separable and which minima lie inside the domain.
    let published = objective.motion == "published" ? "" : "as published: "
    character = FormulaPart.parts(facts.info.map { published + $0.character } ?? "")
    hasCharacter = !character.isEmpty
    domain = facts.domain
    minimumValue = Phrase.quantity(objective.minimum.value, digits: 8)
    minimumStatus = facts.status(summary.survey(ofObjective: index)?.certificate)
    minimizers = Self.points(objective.minimum)
    hasMinimizers = !objective.minimum.minimizers.isEmpty
    source = (facts.info?.source ?? "")
    hasSource = !source.isEmpty
    let survey = summary.survey(ofObjective: index)
    let landscape = survey?.landscape.map { LandscapePhrase(report: $0) }
    stationaryPoints = landscape?.stationaryPoints ?? ""
    hasStationaryPoints = !stationaryPoints.isEmpty
    convexity = landscape?.convexity ?? ""
    hasConvexity = !convexity.isEmpty
    motion = facts.motion ?? ""
    isMoved = facts.motion != nil
    noise = facts.noise ?? ""
    isStochastic = facts.noise != nil
    tableCaption = "How each method did on \(subject.name), most successful first"
    rows = summary.study.methods.indices.map { summary.cell(objective: index, method: $0) }
      .sorted { a, b in
        let (timeA, timeB) = (a.expectedRunningTime ?? .infinity, b.expectedRunningTime ?? .infinity)
        return (-a.success.rate, timeA, a.method) < (-b.success.rate, timeB, b.method)
      }
      .map { CellRow($0, name: material.names.methods[$0.method], kinds: material.kinds) }
    models = [ModelTable(index, material)].compactMap(\.self)
    let all = summary.minima[index].all
    minima = all.indices.prefix(Self.shownMinima).map { Self.caught($0, objective: index, material) }
    hasMinima = !all.isEmpty
    catches =
      landscape?.catches(
        all, rank: { survey?.rank(of: $0, in: objective.domain) }, globalMinimum: objective.minimum.value) ?? ""
    hasMoreMinima = all.count > Self.shownMinima
    moreMinima = "The \(Self.shownMinima) lowest of \(Words.count(all.count)) are shown; runs.csv has them all."
    figures = material.figures.filter { $0.objective == objective.id }.enumerated()
      .compactMap { FigureView($1, isFirst: $0 == 0) }
    explorer = PathExplorer(summary, objective: index)?.json ?? ""
    hasExplorer = !explorer.isEmpty
    missing = material.missing.filter { $0.objective == objective.id }.map { MissingView($0, names: material.names) }
    hasMissing = !missing.isEmpty
  }

  private static func points(_ minimum: KnownMinimum) -> String {
    let shown = minimum.minimizers.prefix(4).map(Phrase.point)
    let rest = minimum.minimizers.count - shown.count
    let others = minimum.listsAll ? (rest > 0 ? " and \(Words.count(rest)) more" : "") : " and many more"
    return shown.joined(separator: ", ") + others
  }

  private static func caught(_ minimum: Int, objective: Int, _ material: ReportMaterial) -> CaughtMinimum {
    let summary = material.summary
    let found = summary.minima[objective].all[minimum]
    let catches = summary.study.methods.indices.compactMap { method -> (method: Int, count: Int)? in
      let cell = summary.cell(objective: objective, method: method)
      return cell.minima.first { $0.minimum == minimum }.map { (method, $0.count) }
    }.sorted { ($1.count, $0.method) < ($0.count, $1.method) }
    let total = catches.reduce(0) { $0 + $1.count }
    let survey = summary.survey(ofObjective: objective)
    let rank = survey?.rank(of: found, in: summary.study.objectives[objective].domain)
    let gap = found.value - summary.study.objectives[objective].minimum.value
    return CaughtMinimum(
      value: Phrase.quantity(found.value, digits: 5), valueKey: found.value.numeral,
      gap: Phrase.quantity(gap, digits: 3), gapKey: gap.numeral,
      rank: rank.map { "\(Words.count($0)) of \(Words.count(survey?.minima.count ?? 0))" } ?? "–", rankKey: rank ?? 0,
      place: Phrase.point(found.at),
      count: Words.count(total), countKey: total,
      methods: catches.enumerated().map { position, item in
        CaughtMinimum.Catch(
          link: Link(material.names.methods[item.method]), count: Words.count(item.count),
          isLast: position == catches.count - 1)
      })
  }
}
