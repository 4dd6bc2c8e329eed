import Objectives

/// Every kind of figure that a study can ask for.
public enum FigureCatalogue {
  /// One line per file of `Gallery/`, in the order in which pages show them.
  public static let entries: [any FigureKind.Type] = [
    EvidenceFigure.self,
    EvidenceNarrowFigure.self,
    MinimaComparisonFigure.self,
    ClaimFigure.self,
    ClaimNarrowFigure.self,
    TrainingPlaneFigure.self,
    RandomPlaneFigure.self,
    RandomSurfaceFigure.self,
    ThreeMinimaPlaneFigure.self,
    MinimaLineFigure.self,
    TrainingCurvesFigure.self,
    DecisionRegionsFigure.self,
    SpiralsPlaneFigure.self,
    SuccessMatrixFigure.self,
    ContourFigure.self,
    SurfaceFigure.self,
    CurvatureFigure.self,
    ProfileFigure.self,
    LossCurveFigure.self,
    SensitivityFigure.self,
  ]

  public static var ids: [String] { entries.map { $0.id } }

  /// The kind with the name `id`.
  public static func kind(_ id: String) throws(InvalidInput) -> any FigureKind.Type {
    guard let kind = entries.first(where: { $0.id == id }) else {
      throw .unknown("figure", id, choices: ids)
    }
    return kind
  }
}
