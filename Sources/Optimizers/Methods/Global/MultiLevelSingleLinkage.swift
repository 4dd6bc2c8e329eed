import Objectives
import Scalars

/// Samples the domain, and descends only from points that have no lower point nearby: from few points in each basin.
///
/// State: all sample points with their values, the distance of each to the nearest lower one, and the incumbent, which is the
/// iterate. The first step evaluates the start and descends from it. Each further one adds `batch` points of the design
/// `sampling`; then, from the lowest up, those among the `reduction` share of all points that have not been descended from are,
/// where no lower point and no minimum found is within the critical distance
/// r = π^−½ (Γ(1 + n/2) `sigma` ln N / N)^(1/n), N points in the unit cube. So, in theory, all minima are found in the
/// end by a finite number of descents.
///
/// Distances are of the domain scaled to the unit cube. Descents are clipped to the domain. Every point costs a look at all
/// others. Defaults: Sobol points (Kucherenko and Sytsko, Comput. Optim. Appl. 30, 2005), four a step, σ = 4, and all points,
/// where Rinnooy Kan and Timmer leave out the upper ones; the critical distance makes that unnecessary for a few thousand.
struct MultiLevelSingleLinkage: Optimizer {
  static let info = MethodInfo(
    id: "mlsl", name: "Multi-level single linkage", order: .first, bounds: .local,
    hyperparameters: [
      .localMethod(
        "local", default: "l-bfgs[gradientTolerance=1e-6]",
        meaning: "the method that descends, with its options in brackets"),
      .sampling(default: .sobol, meaning: "how sample points are spread over the domain"),
      .startCount,
      .integer("batch", default: 4, in: 1...1_000_000, meaning: "points sampled a step"),
      .real("sigma", default: 4, .init(above: 0), meaning: "factor σ of the critical volume"),
      .real("reduction", default: 1, .init(above: 0, atMost: 1), meaning: "share of the lowest points to descend from"),
      .localPatience,
    ],
    source: "Rinnooy Kan and Timmer, Stochastic Global Optimization Methods Part II: Multi Level Methods, Math. "
      + "Programming 39, 1987, doi:10.1007/BF02592071")

  struct State: IterateHolding {
    var incumbent: Incumbent
    var sample: LinkedSample
    var sampler: PointSampler
    var local: any LocalRun
    var point: [Double]
    var isFirst = true

    var x: [Double] { incumbent.x }
  }

  private let local: LocalSearch
  private let starts: StartDesign
  private let batch: Int
  private let sigma: Double
  private let reduction: Double

  init(_ hyperparameters: Hyperparameters) {
    local = LocalSearch(hyperparameters)
    starts = StartDesign(hyperparameters)
    batch = hyperparameters.integer("batch")
    sigma = hyperparameters.real("sigma")
    reduction = hyperparameters.real("reduction")
  }

  func start(at x: [Double], in domain: Box, using generator: inout SeededGenerator) -> State {
    let sampler = starts.sampler(dimension: x.count, using: &generator)
    return State(
      incumbent: Incumbent(at: x), sample: LinkedSample(dimension: x.count), sampler: sampler,
      local: local.run(at: x, in: domain, using: &generator),
      point: x)
  }

  func step(
    _ state: inout State, on evaluator: inout Evaluator, using generator: inout SeededGenerator
  ) throws(TerminationReason) {
    defer { state.incumbent.follow(evaluator.incumbent) }
    for _ in 0..<(state.isFirst ? 1 : batch) {
      if !state.isFirst { state.sampler.next(into: &state.point, in: evaluator.domain, using: &generator) }
      let value = try evaluator.value(at: state.point)
      state.sample.insert(state.point, value, in: evaluator.domain)
    }
    state.isFirst = false
    let radius = criticalDistance(state.sample.count, dimension: state.point.count)
    let share = max(Int((reduction * Double(state.sample.count)).rounded(.up)), 1)
    var rank = 0
    while let next = state.sample.nextOrigin(from: rank, below: share, radius: radius) {
      rank = next + 1
      state.sample.copyOrigin(rank: next, into: &state.point, in: evaluator.domain)
      let value = try local.descend(&state.local, from: &state.point, on: &evaluator, using: &generator)
      state.sample.insertMinimum(state.point, value, in: evaluator.domain)
    }
  }

  /// The distance within which a lower point stands for the same basin.
  func criticalDistance(_ count: Int, dimension: Int) -> Double {
    guard count > 1 else { return 0 }
    let n = Double(dimension)
    let logVolume =
      Elementary.logGamma(1 + n / 2) + Elementary.log(sigma * Elementary.log(Double(count)) / Double(count))
    return Elementary.exp(logVolume / n) / Double.pi.squareRoot()
  }
}
