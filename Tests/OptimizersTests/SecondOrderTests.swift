import Objectives
import Scalars
import Testing

@testable import Optimizers

@Suite("Curvature: Newton, L-BFGS and their parts")
struct SecondOrderTests {
  @Test("Jacobi finds the eigenvalues 2 − 2 cos(kπ/(n + 1)) of the second-difference matrix", arguments: [1, 2, 5, 50])
  func eigenvaluesOfSecondDifferences(_ n: Int) {
    var matrix = [Double](repeating: 0, count: n * n)
    for i in 0..<n {
      matrix[i * n + i] = 2
      if i > 0 { matrix[i * n + i - 1] = -1 }
      if i < n - 1 { matrix[i * n + i + 1] = -1 }
    }
    var solver = SymmetricEigensolver(dimension: n)
    solver.decompose(matrix)
    for (k, value) in solver.values.sorted().enumerated() {
      let expected = 2 - 2 * Elementary.cosPi(Double(k + 1) / Double(n + 1))
      #expect((value - expected).magnitude < 1e-13)
    }
    expectDecomposition(solver, of: matrix)
  }

  @Test("Jacobi keeps vectors orthogonal for equal, zero, negative, tiny and huge eigenvalues")
  func eigenvectorsOfAwkwardMatrices() {
    let matrices: [[Double]] = [
      [1, 0, 0, 0, 1, 0, 0, 0, 1], [0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1, 1, 1, 1],
      [0, 1, 0, 1, 0, 0, 0, 0, -3], [1e200, 1e199, 0, 1e199, -1e200, 3, 0, 3, 1e-200],
      [1e-200, 2e-200, 0, 2e-200, 1e-200, 0, 0, 0, 5e-201],
    ]
    for matrix in matrices {
      var solver = SymmetricEigensolver(dimension: 3)
      solver.decompose(matrix)
      expectDecomposition(solver, of: matrix)
    }
    var solver = SymmetricEigensolver(dimension: 3)
    solver.decompose(matrices[2])
    #expect((solver.values.max()! - 3).magnitude < 1e-14)
  }

  /// A = V Λ Vᵀ and VᵀV = I, to rounding.
  private func expectDecomposition(_ solver: SymmetricEigensolver, of matrix: [Double]) {
    let n = solver.dimension
    let size = max(matrix.maximumMagnitude, .leastNonzeroMagnitude)
    for i in 0..<n {
      for j in 0..<n {
        var product = 0.0
        var inner = 0.0
        for k in 0..<n {
          product += solver.vectors[i * n + k] * (solver.values[k] / size) * solver.vectors[j * n + k]
          inner += solver.vectors[k * n + i] * solver.vectors[k * n + j]
        }
        #expect((product - matrix[i * n + j] / size).magnitude < 1e-14 * Double(n + 2))
        #expect((inner - (i == j ? 1 : 0)).magnitude < 1e-14 * Double(n + 2))
      }
    }
  }

  @Test("One Newton step reaches a convex quadratic's minimizer", arguments: [1, 2, 10, 50])
  func newtonSolvesQuadratic(_ n: Int) throws {
    let bowl = Quadratic(curvatures: (0..<n).map { 1 + Double($0) })
    let start = (0..<n).map { 0.9 - 0.03 * Double($0) }
    let run = try descend("newton", on: bowl, from: start, budget: 3)
    // A value with gradient at the start, a Hessian, a value with gradient at the full step.
    #expect(run.counts == EvaluationCounts(gradient: 2, hessian: 1))
    #expect(run.steps == 1)
    for x in run.xLast { #expect((x - 0.5).magnitude < 1e-14) }
  }

  @Test("Near a saddle Newton descends, where the unmodified step would climb onto it")
  func newtonLeavesSaddle() throws {
    // f = (x − ½)² − (y − ½)²: the pure Newton step from anywhere is the saddle (½, ½).
    let saddle = Quadratic(curvatures: [2, -2])
    let start = [0.6, 0.51]
    let run = try descend("newton", on: saddle, from: start, budget: 4)
    #expect(run.fLast < saddle.value(at: start))
    #expect((run.xLast[0] - 0.5).magnitude < 1e-12)
    #expect(run.xLast[1] > 0.515)
  }

  @Test("Newton reaches Rosenbrock's minimizer in some twenty iterations and ends of its own accord")
  func newtonOnRosenbrock() throws {
    let run = try descend("newton", on: Valley(), from: [-1.2, 1], budget: 1000)
    #expect(run.reason == .gradientVanished || run.reason == .stepVanished)
    #expect(run.fBest < 1e-20)
    // Nocedal and Wright, exercise 3.1: Newton with backtracking takes 21 iterations to a gradient below 10⁻⁴ or so.
    #expect(run.counts.hessian < 30)
  }

  @Test("L-BFGS solves a quadratic in few more iterations than dimensions", arguments: [1, 2, 5, 10])
  func lbfgsSolvesQuadratic(_ n: Int) throws {
    let bowl = Quadratic(curvatures: (0..<n).map { 1 + Double($0) })
    let run = try descend(
      "l-bfgs[gradientTolerance=1e-8]", on: bowl, from: (0..<n).map { 0.9 - 0.1 * Double($0) }, budget: 200)
    #expect(run.reason == .gradientVanished)
    #expect(run.steps <= 2 * n + 8)
    for x in run.xLast { #expect((x - 0.5).magnitude < 1e-8) }
  }

  @Test("L-BFGS reaches Rosenbrock's minimum within 100 evaluations and ends of its own accord")
  func lbfgsOnRosenbrock() throws {
    let run = try descend("l-bfgs", on: Valley(), from: [-1.2, 1], budget: 1000)
    #expect(run.fBest < 1e-20)
    #expect(run.reason == .gradientVanished || run.reason == .stepVanished)
    #expect(run.counts.value == 0 && run.counts.hessian == 0)
    #expect(run.counts.total < 200)
    #expect(try descend("l-bfgs", on: Valley(), from: [-1.2, 1], budget: 100).fBest < 1e-12)
  }

  @Test("L-BFGS serves fifty dimensions")
  func lbfgsInFiftyDimensions() throws {
    let valley = Valley(Box(-2.048...2.048, dimension: 50))
    let run = try descend("l-bfgs", on: valley, from: Array(repeating: -0.5, count: 50), budget: 2000)
    #expect(run.fBest < 1e-12)
  }

  @Test("An accepted step meets both strong Wolfe conditions", arguments: [1e-6, 1e-3, 0.01, 0.1, 1, 3])
  func strongWolfe(_ firstStep: Double) throws {
    for (function, start): (any Objective, [Double]) in [
      (Valley(), [-1.2, 1]), (Rastrigin(dimension: 2), [2.2, -3.3]), (Valley(), [1.5, -2]),
    ] {
      var evaluator = Evaluator(function, budget: 100)
      let gradient = function.gradient(at: start)
      let direction = gradient.map { -$0 / gradient.norm }
      let value = function.value(at: start)
      let slope = gradient.dot(direction)
      var space = StrongWolfe.Workspace(dimension: 2)
      let isFound = try StrongWolfe(c2: 0.1).search(
        from: start, value: value, slope: slope, along: direction, firstStep: firstStep, longestStep: 10,
        in: &space, on: &evaluator)
      #expect(isFound)
      let step = space.low.step
      let point = zip(start, direction).map { $0 + step * $1 }
      #expect(function.value(at: point) <= value + 1e-4 * step * slope)
      #expect(function.gradient(at: point).dot(direction).magnitude <= 0.1 * slope.magnitude)
      #expect(evaluator.counts.total < 25)
    }
  }
}

/// ½ Σ cᵢ(xᵢ − ½)².
struct Quadratic: Objective {
  let curvatures: [Double]
  let id = "quadratic"
  var domain: Box { Box(-2...2, dimension: curvatures.count) }
  var minimum: KnownMinimum { KnownMinimum(value: 0, minimizers: [curvatures.map { _ in 0.5 }]) }

  func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for i in x.indices { sum += S(0.5 * curvatures[i]) * S.square(x[i] - 0.5) }
    return sum
  }
}
