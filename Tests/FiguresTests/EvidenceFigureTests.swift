import Canvas
import Foundation
import Objectives
import Optimizers
import Plotting
import Sweeps
import Testing

@testable import Figures
@testable import Statistics

@Suite("Figures of claims")
struct EvidenceFigureTests {
  /// Gradient descent on the double well of the evidence study, with what is proved of it and the claim on its basin.
  private static func basin(starts: Int = 60) throws -> Summary {
    let definition = ExpressionDefinition(expression: "x^4 - 2*x^2 + 0.3*x", domain: [-2...2])
    let objective = try ExpressionObjective(definition).establishingMinimum()
    var study = Study(
      title: "Basin", seed: 4, objectives: [objective],
      methods: [try MethodCatalogue.method(Spec(parsing: "gradient-descent"))], starts: starts, budget: 3000,
      target: 1e-4, figures: [])
    study.claims = [
      Claim(
        id: "basin", statement: "From its basin only", rule: .basinShare(margin: 0.1), methods: [0], objectives: [0])
    ]
    let executor = RunExecutor(Plan(study))
    var summary = try Summary(RunList(Plan(study), (0..<study.plannedRuns).map(executor.run(at:))))
    summary.surveys = [Survey(of: objective)]
    summary.findings = try Finding.all(in: summary)
    return summary
  }

  /// The root of f′ = 4x³ − 4x + 0.3 between the wells, by x ← x³ + 0.075.
  private static let border = (0..<60).reduce(0.075) { x, _ in x * x * x + 0.075 }

  @Test("a basin's figure draws the border that calculus gives, and every start where it led")
  func basinFigure() throws {
    let summary = try Self.basin()
    let evidence = try #require(BasinEvidence(summary.findings[0], summary))
    let plot = try evidence.plot(title: "", subtitle: "")
    #expect(plot.borders.count == 1 && abs(plot.borders[0] - Self.border) < 1e-9)
    let row = plot.rows[0]
    #expect(row.reached.count + row.notReached.count == 60 && row.reached.count > 15 && row.notReached.count > 15)
    // Small steps downhill from either side of a maximum stay on that side.
    #expect(row.reached.allSatisfy { $0 < Self.border } && row.notReached.allSatisfy { $0 > Self.border })
    #expect(row.label.hasPrefix("Gradient descent"))
  }

  @Test("below it stand the share of the domain and the measured one with its interval, in percent")
  func basinShares() throws {
    let summary = try Self.basin()
    let evidence = try #require(BasinEvidence(summary.findings[0], summary))
    let plot = try evidence.plot(title: "", subtitle: "")
    let (known, measured) = (plot.shares.rows[0], plot.shares.rows[1])
    let reached = plot.rows[0].reached.count
    #expect(abs(known.estimate - 25 * (Self.border + 2)) < 1e-6)
    #expect(abs(measured.estimate - 100 * Double(reached) / 60) < 1e-9)
    let wilson = Proportion(count: reached, of: 60)
    #expect(abs(measured.interval.lowerBound - 100 * wilson.low) < 1e-9)
    #expect(abs(measured.interval.upperBound - 100 * wilson.high) < 1e-9)
    #expect(abs(plot.shares.region.lowerBound - (known.estimate - 10)) < 1e-9)
    #expect(plot.shares.span?.lowerBound.truncatingRemainder(dividingBy: 10) == 0)
    let figure = try ClaimFigure.plot(summary, subject: 0, size: nil)
    #expect(figure.caption.contains("it ends at 0.0754"), "\(figure.caption)")
  }

  @Test("without a proved border there is no basin to draw, and the intervals are drawn")
  func noBasin() throws {
    var summary = try Self.basin(starts: 10)
    summary.surveys = []
    #expect(BasinEvidence(summary.findings[0], summary) == nil)
    #expect(try !ClaimFigure.plot(summary, subject: 0, size: nil).caption.contains("The basin of"))
  }

  @Test("both figures of all claims say the same, the narrow one in half the width")
  func evidence() throws {
    let summary = try Self.basin(starts: 10)
    let wide = EvidenceFigure.plot(summary, subject: nil, size: nil)
    let narrow = EvidenceNarrowFigure.plot(summary, subject: nil, size: nil)
    #expect(wide.altText == narrow.altText && wide.caption == narrow.caption)
    #expect(narrow.size.width <= 400 && wide.size.width >= 640)
    let claim = try ClaimFigure.plot(summary, subject: 0, size: nil)
    let narrowClaim = try ClaimNarrowFigure.plot(summary, subject: 0, size: nil)
    #expect(claim.altText == narrowClaim.altText && claim.caption == narrowClaim.caption)
    #expect(narrowClaim.size.width <= 400 && claim.size.width >= 640)
  }

  @Test("the comparison of minima counts the runs as their records do")
  func comparison() throws {
    let summary = try GalleryTests.summary(objectives: ["rastrigin[instance=1]", "beale"], starts: 20)
    var counts: [Outcome: Int] = [:]
    try summary.archive.forEachRecord(in: 0..<summary.study.plannedRuns) { counts[$0.outcome, default: 0] += 1 }
    let (reached, caught) = (counts[.reached] ?? 0, counts[.localMinimum] ?? 0)
    #expect(reached > 0 && caught > 0 && reached + caught < 80)
    let figure = MinimaComparisonFigure.plot(summary, subject: nil, size: nil)
    for count in [reached, caught, 80 - reached - caught] {
      let share = Proportion(count: count, of: 80)
      #expect(figure.altText.contains("\(Words.percent(share)) ") && figure.altText.contains(Words.interval(share)))
    }
    #expect(figure.size.width <= 420 && figure.caption.contains("All 80 runs"))
    let empty = try Summary(RunList(summary.archive.plan, [FinishedRun?](repeating: nil, count: 80)))
    #expect(MinimaComparisonFigure.obstacle(in: empty, subject: nil) != nil)
    #expect(MinimaComparisonFigure.obstacle(in: summary, subject: nil) == nil)
  }

  @Test("the figures are the same bytes twice")
  func bytes() async throws {
    let studio = FigureStudio(try Self.basin(), formats: [.svg, .png])
    let kinds = ["evidence", "evidence-narrow", "minima-comparison", "claim", "claim-narrow"]
    let one = try await studio.exhibition(of: kinds, jobs: 1)
    let two = try await studio.exhibition(of: kinds, jobs: 2)
    #expect(one.figures.map(\.kind) == kinds && one.warnings.isEmpty, "\(one.warnings)")
    for (a, b) in zip(one.figures, two.figures) { #expect(a.files.map(\.data) == b.files.map(\.data)) }
  }

  @Test("an axis says of what a share is one")
  func axis() throws {
    let finding = try Self.basin(starts: 10).findings[0]
    #expect(finding.axis.plain == "percentage points")
    func axis(_ counted: String) -> String {
      Finding(
        claim: finding.claim, verdict: .undecided, hypothesis: .above(0.5), effect: finding.effect, rows: [], runs: 1,
        confidence: 0.95, measure: "", rule: "", scale: .share, counted: counted
      ).axis.plain
    }
    #expect(axis("runs") == "share of runs, %" && axis("pairs of trainings") == "share of pairs of trainings, %")
  }
}
