import Statistics

/// A kind of figure of trained networks, which needs nothing of a study but its seed.
///
/// It suits studies that put networks to the test; any study may ask for it.
protocol TrainedFigure: FigureKind {}

extension TrainedFigure {
  static var scope: FigureScope { .study }
  static var showsRuns: Bool { false }

  static func suits(_ summary: Summary, subject: Int?) -> Bool {
    summary.study.claims.contains { !$0.rule.isAboutRuns }
  }

  static func obstacle(in summary: Summary, subject: Int?) -> String? { nil }
}
