import Figures
import Statistics
import Sweeps

/// What `index.mustache` may see: the answer first, then its evidence, then a card per objective.
struct IndexPage {
  let root = ""
  let pageTitle: String
  let title: String
  let headline: String
  let completeness: String
  let isComplete: Bool
  let facts: [String]
  let targetText: String
  let kinds: [OutcomeKind]
  /// Methods by overall success.
  let ranking: [Ranked]
  let columns: [Link]
  let hasManyObjectives: Bool
  let figures: [FigureView]
  let hasFigures: Bool
  let claims: [ClaimView]
  let hasClaims: Bool
  let claimsHeadline: String
  let tuning: TuningSection
  let hasTuning: Bool
  let cards: [Card]
  let missing: [MissingView]
  let hasMissing: Bool

  /// A method over all objectives, and on each.
  struct Ranked {
    let link: Link
    let rate: RateView
    let time: RunningTime
    let bar: OutcomeBar
    let cells: [Entry]
  }

  /// A method on one objective.
  struct Entry {
    let rate: RateView
    let time: RunningTime
    /// Whether no other method was quicker on this objective.
    let isQuickest: Bool
  }

  struct Card {
    let link: Link
    let verdict: String
    /// "f* = 0, known and proved".
    let minimum: String
    let pictures: [FigureView]
  }

  init(_ material: ReportMaterial) {
    let summary = material.summary
    let study = summary.study
    let complete = Completeness(summary)
    title = study.title
    pageTitle = title
    headline = material.headline
    completeness = complete.sentence
    isComplete = complete.isComplete
    facts = [
      Phrase.count(study.objectives.count, "objective"), Phrase.count(study.methods.count, "method"),
      Phrase.count(study.starts, "start") + ", the same for every method",
      Phrase.count(study.budget, "evaluation") + " a run", "seed " + String(study.seed),
    ]
    targetText = Phrase.quantity(study.target)
    kinds = material.kinds
    ranking = material.standings.places.map { Self.ranked($0, material) }
    columns = material.names.objectives.map { Link($0) }
    hasManyObjectives = study.objectives.count > 1
    figures = material.figures.filter {
      $0.objective == nil && $0.claim == nil
        && (summary.findings.isEmpty || !EvidencePage.kinds.contains($0.kind))
    }
    .enumerated().compactMap { FigureView($1, isFirst: $0 == 0) }
    hasFigures = !figures.isEmpty
    claims = summary.findings.map { ClaimView($0, material) }
    hasClaims = !claims.isEmpty
    claimsHeadline = ClaimView.headline(summary.findings)
    tuning = TuningSection(material)
    hasTuning = !tuning.rows.isEmpty
    cards = study.objectives.indices.map { Self.card($0, material) }
    missing = material.missing.map { MissingView($0, names: material.names) }
    hasMissing = !missing.isEmpty
  }

  private static func ranked(_ place: Standings.Place, _ material: ReportMaterial) -> Ranked {
    let summary = material.summary
    let cells = summary.study.objectives.indices.map { summary.cell(objective: $0, method: place.method) }
    return Ranked(
      link: Link(material.names.methods[place.method]), rate: RateView(place.success),
      time: RunningTime(place.expectedRunningTime), bar: OutcomeBar(cells, kinds: material.kinds),
      cells: cells.map { cell in
        let quickest = material.quickest[cell.objective]
        return Entry(
          rate: RateView(cell.success), time: RunningTime(cell.expectedRunningTime),
          isQuickest: quickest != nil && cell.expectedRunningTime == quickest && summary.study.methods.count > 1)
      })
  }

  private static func card(_ objective: Int, _ material: ReportMaterial) -> Card {
    let function = material.summary.study.objectives[objective]
    let id = function.id
    let own = material.figures.filter { $0.objective == id }
    let landscape = ["contour", "surface", "profile"].compactMap { kind in own.first { $0.kind == kind } }
    // Beyond two dimensions there is no landscape to see, but perhaps what happened on it.
    let pictures = landscape.isEmpty ? own.prefix(2) : landscape[...]
    return Card(
      link: Link(material.names.objectives[objective]), verdict: material.verdict(onObjective: objective),
      minimum: "f* = \(Phrase.quantity(function.minimum.value, digits: 6)), "
        + ObjectiveFacts(function).label(material.summary.survey(ofObjective: objective)?.certificate),
      pictures: pictures.compactMap { FigureView($0) })
  }
}
