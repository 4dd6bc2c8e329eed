import Canvas

/// An objective over a rectangle, as both the contour plot and the surface plot show it.
public struct Landscape: Sendable {
  /// Samples of f.
  public var field: ScalarField
  /// Levels and colours; pass one scale to all panels of an objective.
  public var scale: LevelScale
  /// Where f attains its global minimum, drawn as stars.
  public var globalMinimizers: [SIMD2<Double>]
  /// Other local minimizers, drawn as small dots.
  public var localMinimizers: [SIMD2<Double>]
  /// Points with a name of their own.
  public var pins: [LandscapePin] = []
  /// Straight lines between points, drawn dashed.
  public var links: [(SIMD2<Double>, SIMD2<Double>)] = []
  /// What the levels are numbers of, where it is not an f: "training loss".
  public var valueTitle: RichText?

  /// - Parameter minimum: f*, if it is known; levels are then levels of f − f* where that covers decades.
  public init(
    field: ScalarField, minimum: Double? = nil, levels: LevelPolicy = .automatic,
    globalMinimizers: [SIMD2<Double>] = [], localMinimizers: [SIMD2<Double>] = []
  ) {
    self.init(
      field: field, scale: LevelScale(for: [field], minimum: minimum, policy: levels),
      globalMinimizers: globalMinimizers, localMinimizers: localMinimizers)
  }

  public init(
    field: ScalarField, scale: LevelScale, globalMinimizers: [SIMD2<Double>] = [],
    localMinimizers: [SIMD2<Double>] = []
  ) {
    self.field = field
    self.scale = scale
    self.globalMinimizers = globalMinimizers
    self.localMinimizers = localMinimizers
  }

  /// The title of the colour bar and of a surface's z axis.
  var quantityTitle: RichText { valueTitle ?? scale.quantity.title }

  /// The level sets, in the order of the scale's levels.
  var contours: [ContourSet] { scale.transformed(field).contours(at: scale.levels.map(\.u)) }
}
