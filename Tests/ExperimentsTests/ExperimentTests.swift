import Networks
import Scalars
import Testing

@testable import Experiments

@Suite("Experiments on networks")
struct ExperimentTests {
  @Test("one job and two give the same numbers, and more replications begin with the same ones")
  func replay() async throws {
    let id = WidthAndSuccess.id
    let one = try await ExperimentCatalogue.run(id, replications: 3, seed: 4, jobs: 1)
    let two = try await ExperimentCatalogue.run(id, replications: 3, seed: 4, jobs: 2)
    let more = try await ExperimentCatalogue.run(id, replications: 4, seed: 4, jobs: 2)
    #expect(one != nil && one == two)
    #expect(more?.values.map { Array($0.prefix(3)) } == one?.values)
    let other = try await ExperimentCatalogue.run(EarlyStopping.id, replications: 2, seed: 4, jobs: 2)
    let another = try await ExperimentCatalogue.run(EarlyStopping.id, replications: 2, seed: 5, jobs: 2)
    #expect(other?.values != another?.values)
  }

  @Test("a sweep that is asked to stop gives nothing, and so does a name that nobody has")
  func stopped() async throws {
    let id = WidthAndSuccess.id
    #expect(try await ExperimentCatalogue.run(id, replications: 3, seed: 4, jobs: 1, shouldStop: { true }) == nil)
    #expect(try await ExperimentCatalogue.run("no-such", replications: 3, seed: 4, jobs: 1) == nil)
  }

  @Test("names are distinct, and every replication has a value for every row", arguments: ExperimentCatalogue.ids)
  func shape(id: String) async throws {
    #expect(ExperimentCatalogue.ids.count { $0 == id } == 1)
    let result = try #require(try await ExperimentCatalogue.run(id, replications: 1, seed: 1, jobs: 1))
    #expect(result.values.count == result.rows.count && result.values.allSatisfy { $0.count == 1 })
    let numbers = result.statistic == .rankCorrelation ? 2 : 1
    #expect(result.values.allSatisfy { $0[0].count == numbers && $0[0].allSatisfy(\.isFinite) })
  }

  @Test("a linear net's loss rises as its curvature says, and not at all where nothing moves")
  func rise() throws {
    // The answer to the input 1 is w + b; at w = 2, b = 0 it is the target, and the loss is a square of what w moves by:
    // twice the radius, four times the rise.
    let data = try Dataset(features: [1, 1], featureCount: 1, target: .values([2, 2], width: 1))
    let loss = try NetworkLoss(network: MultilayerPerceptron(widths: [1, 1], loss: .meanSquaredError), dataset: data)
    let x = [2.0, 0.0]
    let far = loss.rise(around: x, rows: [0, 1], radius: 0.5, directions: 4, seed: 1)
    let near = loss.rise(around: x, rows: [0, 1], radius: 0.25, directions: 4, seed: 1)
    #expect(far > 0 && abs(far / near - 4) < 1e-12)
    #expect(loss.rise(around: x, rows: [0, 1], radius: 0, directions: 4, seed: 1) == 0)
  }

  @Test("the curvature of a linear fit is that of its normal equations")
  func curvature() throws {
    // The mean of (w p + b − y)² over p = 1, 3: its Hessian is 2 [[5, 2], [2, 1]], or half of that by convention, and the
    // ratio to that of one input and no slope, 2 [[0, 0], [0, 1]], is the eigenvalue 3 + 2√2 of [[5, 2], [2, 1]].
    func curvature(_ inputs: [Double]) throws -> Double {
      let data = try Dataset(features: inputs, featureCount: 1, target: .values([0, 0], width: 1))
      let loss = try NetworkLoss(network: MultilayerPerceptron(widths: [1, 1], loss: .meanSquaredError), dataset: data)
      return loss.leadingCurvature(at: [0.4, -0.2], rows: [0, 1], seed: 2)
    }
    #expect(abs(try curvature([1, 3]) / curvature([0, 0]) - (3 + 2 * 2.0.squareRoot())) < 1e-12)
  }

  @Test("wrong labels are given to the rows that are seen, never to the rows that test")
  func labels() throws {
    let task = try DigitsTask()
    let problem = try task.problem(seed: 9, hidden: 4, train: 100, validation: 50, wrongLabels: 0.2)
    guard case .labels(let noisy, _) = problem.loss.dataset.target, case .labels(let clean, _) = task.clean.target
    else {
      Issue.record("digits have labels")
      return
    }
    let seen = problem.split.train + problem.split.validation
    #expect(seen.count { noisy[$0] != clean[$0] } == 30)
    #expect(problem.split.test.allSatisfy { noisy[$0] == clean[$0] })
    #expect(Set(seen + problem.split.test).count == clean.count)
  }

  @Test("the principal plane of points is the plane they were strewn in, and says what it leaves out")
  func plane() throws {
    // Along three orthogonal directions with variances 9, 4 and 1, the points ±3, ±2 and ±1 from (1, 1, 1, 1, 1).
    var points: [[Double]] = []
    for (axis, step) in [(0, 3.0), (2, 2), (4, 1)] {
      for sign in [-1.0, 1] {
        var point = [Double](repeating: 1, count: 5)
        point[axis] += sign * step
        points.append(point)
      }
    }
    let plane = try #require(PrincipalPlane(through: points))
    #expect(abs(plane.varianceExplained - 13.0 / 14) < 1e-12)
    #expect(plane.origin.allSatisfy { abs($0 - 1) < 1e-12 })
    let projected = plane.projection(of: [1 + 5, 1, 1 - 7, 1 + 2, 1])
    #expect(abs(abs(projected.x) - 5) < 1e-12 && abs(abs(projected.y) - 7) < 1e-12)
    #expect(abs(projected.distance - 2) < 1e-12)
    let back = plane.point(projected.x, projected.y)
    #expect(zip(back, [6.0, 1, -6, 1, 1]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(PrincipalPlane(through: [[0, 0], [1, 1], [2, 2]]) == nil)
  }

  @Test("two trainings begin at one point of their plane, and the loss there is the network's own")
  func trainingPlane() throws {
    let plane = try #require(try TrainingPlane(seed: 3, epochs: 8))
    #expect(plane.paths.count == 2 && plane.paths.allSatisfy { $0.points.count == 9 })
    let (a, b) = (plane.paths[0], plane.paths[1])
    #expect(a.points[0] == b.points[0] && a.points[8] != b.points[8])
    #expect(plane.varianceExplained > 0.5 && plane.varianceExplained <= 1)
    for path in plane.paths {
      let end = path.points[8]
      #expect(abs(plane.loss(end.x, end.y) - path.lossOnPlane) < 1e-12)
      // Both learn; a random answer among ten costs ln 10 = 2.3.
      #expect(path.loss < 1.5 && plane.loss(path.points[0].x, path.points[0].y) > path.lossOnPlane)
    }
  }
}
