import Jobs
import Objectives
import Sweeps

/// What the models are worth that the runs of a cell ended with: quantiles over runs, at the last iterate.
public struct ModelQuality: Sendable {
  public typealias Spread = (median: Double, q10: Double, q90: Double)

  /// Run by run, those without finite numbers left out.
  public let ends: [ModelEnd]

  /// Penalties excepted.
  public let trainingLoss: Spread
  /// Shares of rows that get their own class; nil where targets are numbers.
  public let trainingAccuracy: Spread?
  /// On rows that no run saw; nil for a model without.
  public let testLoss: Spread?
  public let testAccuracy: Spread?
  /// The largest eigenvalues of the Hessian of the training loss, descending.
  public let curvatures: [Spread]
  /// The sum of all its eigenvalues.
  public let curvatureTrace: Spread
  /// The most that the loss rises within a twentieth of the parameters' length.
  public let rise: Spread

  /// The largest of them; nil where none was finite.
  public var leadingCurvature: Spread? { curvatures.first }

  /// Nil without an end.
  init?(_ ends: [ModelEnd]) {
    guard !ends.isEmpty else { return nil }
    func spread(_ value: (ModelEnd) -> Double?) -> Spread? {
      let known = ends.compactMap(value)
      guard !known.isEmpty else { return nil }
      let quantiles = Quantiles(known)
      return (quantiles[0.5], quantiles[0.1], quantiles[0.9])
    }
    func sure(_ value: (ModelEnd) -> Double) -> Spread { spread { value($0) } ?? (.nan, .nan, .nan) }
    self.ends = ends
    trainingLoss = sure(\.training.loss)
    trainingAccuracy = spread(\.training.accuracy)
    testLoss = spread { $0.test?.loss }
    testAccuracy = spread { $0.test?.accuracy }
    curvatures = (0..<Sharpness.curvatureCount).compactMap { k in
      spread { $0.sharpness.curvatures.indices.contains(k) ? $0.sharpness.curvatures[k] : nil }
    }
    curvatureTrace = sure(\.sharpness.trace)
    rise = sure(\.sharpness.rise)
  }
}

extension ModelQuality {
  /// Of every cell of a study, in their order; nil for cells of objectives that are not losses of models. They do not
  /// depend on `jobs`.
  ///
  /// - Parameter shouldStop: asked before every run; where it says yes, the answer is empty.
  public static func all(
    of summary: Summary, jobs: Int, shouldStop: () -> Bool = { false }
  ) async throws -> [ModelQuality?] {
    let plan = summary.archive.plan
    var all: [ModelQuality?] = []
    for (index, cell) in summary.cells.enumerated() {
      guard let model = summary.study.objectives[cell.objective].withoutNoise as? NetworkObjective else {
        all.append(nil)
        continue
      }
      var ends: [(start: Int, x: [Double])] = []
      try summary.archive.forEachRecord(in: plan.positions(ofCell: index)) { record in
        if record.xLast.allSatisfy(\.isFinite) { ends.append((record.key.start, record.xLast)) }
      }
      let points = ends
      let measured = await inParallel(points.count, jobs: jobs, shouldStop: shouldStop) {
        ModelEnd(start: points[$0].start, at: points[$0].x, of: model)
      }
      guard !measured.contains(where: { $0 == nil }) else { return [] }
      all.append(ModelQuality(measured.compactMap(\.self)))
    }
    return all
  }
}
