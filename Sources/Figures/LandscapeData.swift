import Certificates
import Objectives
import Optimizers
import Plotting
import Statistics

/// What contour and surface figures show of a two-dimensional objective.
struct LandscapeData {
  let summary: Summary
  let objective: Int

  private var function: any Objective { summary.study.objectives[objective] }

  /// Why there is no landscape; nil where there is one.
  var obstacle: String? {
    let dimension = function.dimension
    guard dimension != 2 else { return nil }
    return "a landscape needs two dimensions; \(function.id) has \(dimension)"
      + (dimension == 1 ? ": the figure 'profile' shows it" : "")
  }

  /// Samples a side from which levels are chosen, the same for every picture of the objective.
  private static let levelSamples = 301

  /// Samples of f over the domain with its minimizers, and the minima that caught runs.
  ///
  /// - Parameters:
  ///   - samples: a side.
  ///   - window: a part of the domain; all of it by default.
  func landscape(samples: Int, in window: Box? = nil) -> Landscape {
    let function = function
    let minimum = function.minimum.status == .bestKnown ? nil : function.minimum.value
    let finest = field(samples: Self.levelSamples, in: window)
    return Landscape(
      field: samples == Self.levelSamples ? finest : field(samples: samples, in: window),
      scale: LevelScale(for: [finest], minimum: minimum),
      globalMinimizers: function.minimum.minimizers.map { SIMD2($0[0], $0[1]) },
      localMinimizers: busiestMinima.map { SIMD2($0.at[0], $0.at[1]) })
  }

  /// The Hessian's eigenvalues over the domain, on a finer grid where their signs change often; or over a window around
  /// the global minimizer, halved until the regions are larger than the figure's lines.
  var curvature: (map: CurvatureMap, window: Box?) {
    var window: Box?
    var map = curvature(samples: 601, in: function.domain)
    while map.shareOfSignChanges > Self.finestPattern, let smaller = halved(window ?? function.domain) {
      window = smaller
      map = curvature(samples: 601, in: smaller)
    }
    return (map.signChanges > 60_000 ? curvature(samples: 1001, in: window ?? function.domain) : map, window)
  }

  /// Signs that change from one sample of 601 to the next: a region is then some four samples, or six pixels, wide.
  private static let finestPattern = 0.25

  /// Half the box, around the first global minimizer but within it; nil where it would be a thousandth of the domain.
  private func halved(_ box: Box) -> Box? {
    guard let center = function.minimum.minimizers.first, box.widths[0] > 0.002 * function.domain.widths[0] else {
      return nil
    }
    return Box(
      (0..<2).map { i in
        let half = 0.25 * box.widths[i]
        let middle = min(max(center[i], box.lower[i] + half), box.upper[i] - half)
        return (middle - half)...(middle + half)
      })
  }

  private func curvature(samples: Int, in domain: Box) -> CurvatureMap {
    var sampler = CurvatureSampler(function)
    return CurvatureMap(
      samples: samples, x: domain.lower[0]...domain.upper[0], y: domain.lower[1]...domain.upper[1]
    ) { x, y in
      let values = sampler.eigenvalues(at: [x, y])
      return (lowest: values.first ?? .nan, highest: values.last ?? .nan)
    }
  }

  /// The graph of an objective of one dimension.
  var profile: (x: [Double], y: [Double]) {
    let (low, high, samples) = (function.domain.lower[0], function.domain.upper[0], 1201)
    let x = (0..<samples).map { low + (high - low) * Double($0) / Double(samples - 1) }
    return (x, x.map { function.value(at: [$0]) })
  }

  private func field(samples: Int, in window: Box?) -> ScalarField {
    let (function, domain) = (function, window ?? function.domain)
    return ScalarField(
      columns: samples, rows: samples, x: domain.lower[0]...domain.upper[0], y: domain.lower[1]...domain.upper[1],
      sampling: { function.value(at: [$0, $1]) })
  }

  /// The local minima that caught the most runs of all methods; more dots would hide the landscape.
  private var busiestMinima: [LocalMinimum] {
    let minima = summary.minima[objective].all
    var caught = [Int](repeating: 0, count: minima.count)
    for method in summary.study.methods.indices {
      for (minimum, count) in summary.cell(objective: objective, method: method).minima { caught[minimum] += count }
    }
    return minima.indices.sorted { (caught[$1], $0) < (caught[$0], $1) }.prefix(40).map { minima[$0] }
  }

  /// The recorded paths of `methods` from the given starts.
  func trajectories(of methods: [Int], starts: Range<Int>, label: (Int) -> String) -> [Trajectory] {
    methods.flatMap { method in
      summary.cell(objective: objective, method: method).paths.filter { starts.contains($0.start) }.map { path in
        Trajectory(
          label: label(method), style: SeriesStyle(index: method), points: path.points.map { SIMD2($0.x, $0.y) },
          end: path.outcome == .reached ? .reached : .notReached, shape: isLocal(method) ? .line : .dots)
      }
    }
  }

  /// Of the starts with recorded paths, the one from which the paths of `methods` are longest within the domain.
  func mostVisibleStart(of methods: [Int]) -> Int {
    let domain = function.domain
    var lengths: [Int: Double] = [:]
    for method in methods {
      for path in summary.cell(objective: objective, method: method).paths {
        var length = 0.0
        for (a, b) in zip(path.points, path.points.dropFirst())
        where domain.contains([a.x, a.y]) && domain.contains([b.x, b.y]) {
          length += max(((b.x - a.x) / domain.widths[0]).magnitude, ((b.y - a.y) / domain.widths[1]).magnitude)
        }
        // A path that winds about is no more visible for it.
        lengths[path.start, default: 0] += min(length, 1)
      }
    }
    return lengths.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
  }

  /// Whether a method goes from each iterate to the next, so that a line between them is a path.
  func isLocal(_ method: Int) -> Bool {
    let id = summary.study.methods[method].info.id
    return MethodCatalogue.entries.contains { $0.info.id == id && $0.isLocal }
  }

  /// The objective's name in print with its options: "Rastrigin, instance 1 (shifted and rotated)".
  var title: String {
    let options = StudyLabels.options(of: function.id)
    let motion = function.motion == "published" ? "" : " (\(function.motion))"
    return ([StudyLabels.name(ofObjective: function.id)] + options).joined(separator: ", ") + motion
  }

  /// How many of all runs reached the global minimum, for captions; empty without runs.
  var successSentence: String {
    let cells = summary.study.methods.indices.map { summary.cell(objective: objective, method: $0) }
    let runs = cells.reduce(0) { $0 + $1.runs }
    guard runs > 0 else { return "" }
    let reached = cells.reduce(0) { $0 + $1.success.count }
    return " Of all \(Words.count(runs, "run")), \(Words.count(reached)) reached the global minimum."
  }

  /// "the global minimizer", "the 4 global minimizers", "2 of the global minimizers".
  var minimizerPhrase: String {
    let count = function.minimum.minimizers.count
    guard function.minimum.listsAll else { return "\(count) of the global minimizers" }
    return count == 1 ? "the global minimizer" : "the \(count) global minimizers"
  }
}
