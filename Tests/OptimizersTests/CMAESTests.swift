import Objectives
import Scalars
import Testing

@testable import Optimizers

@Suite("CMA-ES")
struct CMAESTests {
  @Test("The constants are those of the tutorial, as pycma 4.5 computes them", arguments: [2, 10, 40])
  func constants(_ n: Int) {
    let p = StrategyParameters(dimension: n, populationSize: StrategyParameters.defaultPopulationSize(n))
    #expect(p.populationSize == [2: 6, 10: 10, 40: 15][n])
    let mu = p.effectiveParents
    // pycma: sp.weights.mueff, sp.c1, sp.cmu, sp.cc.
    let reference = Self.pycma[n] ?? []
    for (ours, theirs) in zip([mu, p.rankOneRate, p.rankMuRate, p.covariancePathRate], reference) {
      #expect((ours / theirs - 1).magnitude < 1e-12)
    }
    let positive = p.weights.filter { $0 > 0 }.reduce(0, +)
    #expect((positive - 1).magnitude < 1e-14)
    for (ours, theirs) in zip(p.weights, Self.pycmaWeights[n] ?? []) { #expect((ours - theirs).magnitude < 1e-12) }
  }

  @Test(
    "Householder and QR find the eigenvalues 2 − 2 cos(kπ/(n + 1)) of the turned second-difference matrix",
    arguments: [1, 2, 3, 10, 40])
  func eigenvalues(_ n: Int) {
    // Q A Qᵀ is a full matrix with the eigenvalues of A.
    let turn = RigidTurn(dimension: n, turned: true).matrix
    var matrix = [Double](repeating: 0, count: n * n)
    for i in 0..<n {
      for j in 0..<n {
        for k in 0..<n {
          matrix[i * n + j] += 2 * turn[i * n + k] * turn[j * n + k]
          if k > 0 { matrix[i * n + j] -= turn[i * n + k] * turn[j * n + k - 1] }
          if k < n - 1 { matrix[i * n + j] -= turn[i * n + k] * turn[j * n + k + 1] }
        }
      }
    }
    var solver = TridiagonalEigensolver(dimension: n)
    solver.decompose(matrix)
    for (k, value) in solver.values.sorted().enumerated() {
      #expect((value - 2 + 2 * Elementary.cosPi(Double(k + 1) / Double(n + 1))).magnitude < 1e-13)
    }
    expectDecomposition(solver, of: matrix)
  }

  @Test("Householder and QR keep vectors orthogonal for equal, zero, negative, tiny and huge eigenvalues")
  func awkwardMatrices() {
    let matrices: [[Double]] = [
      [1, 0, 0, 0, 1, 0, 0, 0, 1], [0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1, 1, 1, 1],
      [0, 1, 0, 1, 0, 0, 0, 0, -3], [1e200, 1e199, 0, 1e199, -1e200, 3, 0, 3, 1e-200],
      [1e-200, 2e-200, 0, 2e-200, 1e-200, 0, 0, 0, 5e-201],
    ]
    for matrix in matrices {
      var solver = TridiagonalEigensolver(dimension: 3)
      solver.decompose(matrix)
      expectDecomposition(solver, of: matrix)
    }
  }

  /// A = Vᵀ Λ V and V Vᵀ = I, to rounding.
  private func expectDecomposition(_ solver: TridiagonalEigensolver, of matrix: [Double]) {
    let n = solver.dimension
    let size = max(matrix.maximumMagnitude, .leastNonzeroMagnitude)
    for i in 0..<n {
      for j in 0..<n {
        var product = 0.0
        var inner = 0.0
        for k in 0..<n {
          product += solver.vectors[k * n + i] * (solver.values[k] / size) * solver.vectors[k * n + j]
          inner += solver.vectors[i * n + k] * solver.vectors[j * n + k]
        }
        #expect((product - matrix[i * n + j] / size).magnitude < 1e-14 * Double(n + 2))
        #expect((inner - (i == j ? 1 : 0)).magnitude < 1e-14 * Double(n + 2))
      }
    }
  }

  private static let pycma = [
    2: [2.0286114646100617, 0.1548153998964136, 0.08559277942666424, 0.6245545390268264],
    10: [3.1672992814107017, 0.015283824524751714, 0.02355177665041747, 0.29499038303562225],
    40: [4.5409152090759575, 0.0011694327252618397, 0.003405219643706347, 0.09300921663424917],
  ]
  private static let pycmaWeights = [
    2: [
      0.6370425712412168, 0.28457025743803294, 0.07838717132075033, -0.28638378259655295, -0.7649580940851277,
      -1.1559817781589212,
    ],
    10: [
      0.45627264690340597, 0.2707530970017852, 0.16223111715866978, 0.08523354710016448, 0.025509591835974777,
      -0.08001260758087224, -0.22176416099914653, -0.34455494178482093, -0.45286408637842196, -0.5497499176973853,
    ],
    40: [
      0.34479619859202054, 0.22986413239468034, 0.16263318353883477, 0.11493206619734017, 0.07793220508496224,
      0.04770111734149459, 0.02214109685066719, 0.0, -0.057779082988114405, -0.10946423394333288,
      -0.1562191401812051, -0.198903025377209, -0.2381683934626, -0.2745224460584475, -0.3083672593205417,
    ],
  ]

  /// Σ 10^(6 i/(n − 1)) yᵢ² with y = Q (x − s) or some increasing function of it.
  private struct Ellipsoid: Objective {
    let id = "ellipsoid"
    let domain: Box
    let motion: RigidTurn
    let logCondition: Double
    var isSquashed = false
    var minimum: KnownMinimum { KnownMinimum(value: 0, minimizers: [motion.center]) }

    init(dimension: Int, logCondition: Double, motion: RigidTurn, isSquashed: Bool = false) {
      domain = Box(-5...5, dimension: dimension)
      self.motion = motion
      self.logCondition = logCondition
      self.isSquashed = isSquashed
    }

    func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
      let n = x.count
      var sum: S = 0
      for row in 0..<n {
        var y: S = 0
        for column in 0..<n { y += S(motion.matrix[row * n + column]) * (x[column] - S(motion.center[column])) }
        let exponent = n > 1 ? logCondition * Double(row) / Double(n - 1) : 0
        sum += S(Elementary.exp(exponent * Elementary.log(10))) * S.square(y)
      }
      return isSquashed ? S.log(1 + S.sqrt(S.sqrt(sum))) - 7 : sum
    }
  }

  /// A point and an orthogonal matrix: the identity or a product of plane rotations by 1 radian.
  struct RigidTurn: Sendable {
    var center: [Double]
    var matrix: [Double]

    init(dimension n: Int, turned: Bool) {
      center = (0..<n).map { 0.3 - 0.1 * Double($0) }
      matrix = (0..<n * n).map { $0 % (n + 1) == 0 ? 1 : 0 }
      guard turned else { return }
      for p in 0..<n {
        for q in p + 1..<max(n, p + 1) {
          for k in 0..<n {
            let (a, b) = (matrix[p * n + k], matrix[q * n + k])
            matrix[p * n + k] = 0.5403023058681398 * a - 0.8414709848078965 * b
            matrix[q * n + k] = 0.8414709848078965 * a + 0.5403023058681398 * b
          }
        }
      }
    }
  }

  private func evaluations(
    _ objective: any Objective, to target: Double, seed: UInt64, _ options: String = ""
  ) throws -> (count: Int?, run: Descent) {
    let start = [Double](repeating: 2.5, count: objective.dimension)
    let run = Descent.run(
      try method("cma-es[valueTolerance=0\(options)]"), on: objective, from: start, budget: 30_000,
      generator: SeededGenerator(seed: seed), targetValue: target)
    return (run.evaluationsToTarget, run)
  }

  @Test("On the sphere the value falls log-linearly, by the tutorial's rate or better", arguments: [2, 5, 10, 20])
  func convergesLogLinearly(_ n: Int) throws {
    let sphere = Ellipsoid(dimension: n, logCondition: 0, motion: RigidTurn(dimension: n, turned: false))
    var first = 0
    var second = 0
    for seed in 1...10 as ClosedRange<UInt64> {
      let high = try #require(try evaluations(sphere, to: 1e-4, seed: seed).count)
      let middle = try #require(try evaluations(sphere, to: 1e-12, seed: seed).count)
      let low = try #require(try evaluations(sphere, to: 1e-20, seed: seed).count)
      first += middle - high
      second += low - middle
    }
    // As many evaluations for the second eight decades as for the first.
    #expect((Double(second) / Double(first) - 1).magnitude < 0.1)
    // Of an optimal (μ/μ_w, λ)-ES, ln‖x‖ falls by at most about 0.25 λ/n a generation, that is ln f by 0.5/n an
    // evaluation (Arnold, Theor. Comput. Sci. 361, 2006); a CMA-ES should reach a quarter of it, and cannot exceed it.
    let rate = 10 * 16 * Elementary.log(10) / Double(first + second) * Double(n)
    #expect(rate > 0.125 && rate < 0.7, "\(rate)")
  }

  @Test("On an ellipsoid of condition 10⁶ the last phase is as quick as on the sphere", arguments: [5, 10])
  func learnsTheEllipsoid(_ n: Int) throws {
    let turn = RigidTurn(dimension: n, turned: true)
    var sphere = 0
    var ellipsoid = 0
    for seed in 1...5 as ClosedRange<UInt64> {
      for (condition, isEllipsoid) in [(0.0, false), (6.0, true)] {
        let bowl = Ellipsoid(dimension: n, logCondition: condition, motion: turn)
        let high = try #require(try evaluations(bowl, to: 1e-8, seed: seed).count)
        let low = try #require(try evaluations(bowl, to: 1e-18, seed: seed).count)
        if isEllipsoid { ellipsoid += low - high } else { sphere += low - high }
      }
    }
    #expect(Double(ellipsoid) < 1.25 * Double(sphere))
  }

  @Test("A rotation of the function changes the evaluations by no more than chance does")
  func rotationIsNoObstacle() throws {
    var counts = [0, 0]
    for seed in 1...10 as ClosedRange<UInt64> {
      for turned in [false, true] {
        let bowl = Ellipsoid(dimension: 6, logCondition: 6, motion: RigidTurn(dimension: 6, turned: turned))
        counts[turned ? 1 : 0] += try #require(try evaluations(bowl, to: 1e-10, seed: seed, ",bounds=none").count)
      }
    }
    #expect((Double(counts[1]) / Double(counts[0]) - 1).magnitude < 0.1)
  }

  @Test("An increasing function of f gives the same run, point by point")
  func ranksAreEnough() throws {
    let turn = RigidTurn(dimension: 4, turned: true)
    var paths: [[[Double]]] = []
    for isSquashed in [false, true] {
      let bowl = Ellipsoid(dimension: 4, logCondition: 3, motion: turn, isSquashed: isSquashed)
      var path: [[Double]] = []
      _ = Descent.run(
        try method("cma-es[valueTolerance=0]"), on: bowl, from: [2, -1, 3, 0], budget: 800,
        generator: SeededGenerator(seed: 3), observe: { path.append($1) })
      paths.append(path)
    }
    // Generations of 4 + ⌊3 ln 4⌋ = 8.
    #expect(paths[0].count == 100)
    #expect(paths[0] == paths[1])
  }

  @Test(
    "With smooth bounds no point leaves the domain, and a minimum in a corner is found exactly", arguments: [1, 2, 5])
  func corner(_ n: Int) throws {
    let plane = Watched(dimension: n)
    let run = try descend("cma-es", on: plane, from: Array(repeating: 0.25, count: n), budget: 20_000)
    #expect(run.fBest < -Double(n) + 1e-9)
    #expect(run.reason == .stagnated)
    let open = try descend("cma-es[bounds=none]", on: plane, from: Array(repeating: 0.25, count: n), budget: 20_000)
    #expect(open.xLast[0] < -2)
  }

  @Test("The map of the bounds is continuous, monotone between the bounds, and undone by its inverse")
  func smoothBounds() {
    let bounds = SmoothBounds(Box(-2...6), isOpen: false)
    for (u, x) in [(0.5, 2.0), (-0.025, -2), (1.025, 6), (0.025, -1.8), (1.05, 5.95), (2.6, 2), (-0.6, 2.4)] {
      #expect((bounds.image(of: u, coordinate: 0) - x).magnitude < 1e-12, "\(u)")
    }
    var previous = -2.0
    for i in 0...1000 {
      let x = -2 + 8 * Double(i) / 1000
      let image = bounds.image(of: bounds.coordinate(of: x, coordinate: 0), coordinate: 0)
      #expect((image - x).magnitude < 1e-12 && image >= previous)
      previous = image
    }
  }

  @Test("IPOP doubles the population at every restart, and stays in the domain")
  func doubles() throws {
    let ipop = try #require(try method("ipop-cma-es").optimizer as? IPOPCMAES)
    var evaluator = Evaluator(Rastrigin(dimension: 3), budget: 20_000)
    var generator = SeededGenerator(seed: 1)
    var state = ipop.start(at: [1, 2, 3], in: evaluator.domain, using: &generator)
    var populations = [state.strategy.parameters.populationSize]
    while (try? ipop.step(&state, on: &evaluator, using: &generator)) != nil {
      let population = state.strategy.parameters.populationSize
      if population != populations.last { populations.append(population) }
    }
    #expect(populations.count > 2)
    #expect(populations == populations.indices.map { 7 << $0 })
    #expect(evaluator.best.x == state.x)
  }

  @Test("BIPOP spends about as much on small populations as on large ones")
  func balances() throws {
    let bipop = try #require(try method("bipop-cma-es").optimizer as? BIPOPCMAES)
    var evaluator = Evaluator(Rastrigin(dimension: 10), budget: 100_000)
    var generator = SeededGenerator(seed: 1)
    var state = bipop.start(at: (0..<10).map { 0.3 * Double($0) }, in: evaluator.domain, using: &generator)
    while (try? bipop.step(&state, on: &evaluator, using: &generator)) != nil {}
    #expect(evaluator.counts.total == 100_000)
    #expect(state.largePopulation >= 40)
    let share = Double(state.smallSpent) / Double(state.smallSpent + state.largeSpent)
    #expect(share > 0.35 && share < 0.75)
  }
}

/// Σ xᵢ over [−1, 1]ⁿ.
private struct Watched: Objective {
  let id = "plane"
  let domain: Box
  var minimum: KnownMinimum { KnownMinimum(value: -Double(domain.dimension), minimizers: []) }
  init(dimension: Int) { domain = Box(-1...1, dimension: dimension) }
  func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for i in x.indices { sum += x[i] }
    return sum
  }
}
