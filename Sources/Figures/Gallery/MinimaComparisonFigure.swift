import Canvas
import Objectives
import Plotting
import Statistics

/// Global and local minima in the numbers of a study, for the head of the table that compares them.
enum MinimaComparisonFigure: FigureKind {
  static let id = "minima-comparison"
  static let meaning = "where all runs of a study ended, and global beside local minima in numbers"
  static let scope = FigureScope.study

  static func suits(_ summary: Summary, subject: Int?) -> Bool { !summary.findings.isEmpty }

  static func obstacle(in summary: Summary, subject: Int?) -> String? {
    MinimaComparison(summary).reached.total > 0 ? nil : "there are no runs whose minima could be compared"
  }

  static func plot(_ summary: Summary, subject: Int?, size: Size?) -> PlottedFigure {
    let comparison = MinimaComparison(summary)
    let study = summary.study
    let runs = Words.count(comparison.reached.total, "run")
    let plot = MinimaSketchPlot(
      title: RichText("Where \(runs) ended"),
      subtitle: RichText(
        "\(Words.count(study.methods.count, "method")), \(Words.count(study.objectives.count, "objective")),"
          + " \(Words.count(study.starts, "start")) each"),
      parts: [
        part("global minimum", comparison.reached, SeriesStyle(index: 0).ink),
        part("local minimum", comparison.caught, Ink(light: Color(0xe3a02f), dark: Color(0xd9962a))),
        part("elsewhere", comparison.elsewhere, .context),
      ],
      gap: comparison.gap.map {
        [
          "median gap \(NumberLabel.plainText($0.median, digits: 2))",
          "10–90 % of runs: \(NumberLabel.plainText($0.q10, digits: 2))–\(NumberLabel.plainText($0.q90, digits: 2))",
        ]
      } ?? [],
      facts: facts(comparison, StudyLabels(study).methods))
    return PlottedFigure(
      title: "Global and local minima, compared",
      caption: "All \(runs) of this study by where they ended: \(Words.list(phrases(comparison))); 95\u{202F}%"
        + " intervals. A run ended in a global minimum if it came within \(Words.number(study.target)) of it. Gaps and"
        + " evaluations are those of the runs that ended there; how many methods and objectives of which kind the study"
        + " has decides the shares.",
      altText: "A bar of all \(runs): \(Words.list(phrases(comparison))).",
      size: size ?? plot.preferredSize, draw: plot.draw)
  }

  private static func part(_ label: RichText, _ share: Proportion, _ ink: Ink) -> MinimaSketchPlot.Part {
    MinimaSketchPlot.Part(
      label, rate: share.rate, low: share.low, high: share.high, percent: RichText(Words.percent(share)),
      interval: RichText(Words.interval(share)), ink: ink)
  }

  private static func phrases(_ comparison: MinimaComparison) -> [String] {
    [
      ("in a global minimum", comparison.reached), ("in a local one", comparison.caught),
      ("elsewhere", comparison.elsewhere),
    ].map { "\(Words.percent($1)) \($0) (\(Words.interval($1)))" }
  }

  private static func facts(_ comparison: MinimaComparison, _ methods: [String]) -> [MinimaSketchPlot.Fact] {
    func evaluations(_ mean: Double?, _ until: String) -> String {
      mean.map { "\(Words.count(Int($0.rounded()))) \(until)" } ?? "–"
    }
    func most(_ most: (method: Int, share: Proportion)?) -> String {
      most.map { "\(methods[$0.method]): \(Words.percent($0.share))" } ?? "none"
    }
    return [
      MinimaSketchPlot.Fact(
        "distinct ones", global: "\(Words.count(comparison.globalMinimizers)) listed",
        local: "\(Words.count(comparison.localMinima)) that caught runs"),
      MinimaSketchPlot.Fact(
        "evaluations of a run that ended there, mean",
        global: evaluations(comparison.evaluationsReached, "until it arrived"),
        local: evaluations(comparison.evaluationsCaught, "until it ended")),
      MinimaSketchPlot.Fact(
        "the method that ends there most often, and its share of runs", global: most(comparison.mostReached),
        local: most(comparison.mostCaught)),
    ]
  }
}
