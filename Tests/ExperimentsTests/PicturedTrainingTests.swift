import Networks
import Scalars
import Testing

@testable import Experiments

@Suite("Trainings that are drawn")
struct PicturedTrainingTests {
  @Test("a random plane's loss in its middle is that of the end, and the start lies outside")
  func randomPlane() throws {
    let plane = try RandomPlane(seed: 2, epochs: 10)
    #expect(plane.network == "64-16-10" && plane.marks.map(\.name) == ["Start", "End"])
    let (start, end) = (plane.marks[0], plane.marks[1])
    #expect(end.x == 0 && end.y == 0 && end.distance == 0)
    #expect(plane.loss(0, 0) == end.loss)
    #expect(start.loss > 2 && start.distance > 1)
    // A direction is as long as the weights: at 1, the network is mostly noise.
    #expect(plane.loss(1, 0) > end.loss && plane.loss(0, -1) > end.loss)
    let again = try RandomPlane(seed: 2, epochs: 10)
    #expect(again.loss(0.3, 0.2) == plane.loss(0.3, 0.2))
  }

  @Test("three minima lie in their plane, and the loss there is their own", arguments: [false, true])
  func threeMinima(isAligned: Bool) throws {
    let plane = try #require(try ThreeMinimaPlane(seed: 2, epochs: 10, isAligned: isAligned))
    #expect(plane.marks.count == 3)
    for mark in plane.marks {
      #expect(mark.distance < 1e-12)
      #expect(abs(plane.loss(mark.x, mark.y) - mark.loss) < 1e-9)
      #expect(mark.loss < 1 && mark.testAccuracy > 0.7)
    }
    #expect(Set(plane.marks.map(\.loss)).count == 3)
    // On every side of a minimum the loss is higher, in the plane as elsewhere.
    for mark in plane.marks {
      for (dx, dy) in [(0.01, 0.0), (-0.01, 0), (0, 0.01), (0, -0.01), (0.01, 0.01), (-0.01, 0.01)] {
        #expect(plane.loss(mark.x + dx, mark.y + dy) > mark.loss)
      }
    }
  }

  @Test("what is called a minimum has no slope, and its whole Hessian no negative eigenvalue")
  func foundMinimum() throws {
    let problem = try DigitsTask().problem(seed: 3, hidden: 3, train: 60, l2: 0.001)
    let found = try FoundMinimum(below: problem.end(from: problem.start, epochs: 10, seed: 3), of: problem)
    #expect(found.isMinimum)
    let x = found.weights
    // The gradient by the formula over dual numbers, and not by reverse mode.
    let norm = x.indices.reduce(0.0) { sum, i in
      let point = x.indices.map { Dual(variable: x[$0], lane: $0 == i ? 0 : -1) }
      let slope = problem.loss.evaluate(rows: problem.split.train.span, at: point.span).partials[0]
      return sum + slope * slope
    }.squareRoot()
    #expect(abs(norm - found.gradientNorm) < 1e-12 && norm < 1e-7)
    let count = x.count
    var hessian = [Double](repeating: 0, count: count * count)
    problem.loss.hessian(
      ofRows: problem.split.train.span, at: x.span, into: &hessian, in: CurvatureWorkspace(for: problem.loss.network))
    // H + 10⁻⁸ I has a Cholesky factor.
    var isPositive = true
    for j in 0..<count {
      var pivot = hessian[j * count + j] + 1e-8
      for k in 0..<j { pivot -= hessian[j * count + k] * hessian[j * count + k] }
      isPositive = isPositive && pivot > 0
      let root = pivot.squareRoot()
      hessian[j * count + j] = root
      for i in (j + 1)..<count {
        for k in 0..<j { hessian[i * count + j] -= hessian[i * count + k] * hessian[j * count + k] }
        hessian[i * count + j] /= root
      }
    }
    #expect(isPositive)
    // The start of a training is none.
    #expect(problem.trainingLoss(at: problem.start) > problem.trainingLoss(at: x))
  }

  @Test("aligning brings ends nearer to each other and leaves both as good as they are")
  func minimaLine() throws {
    let line = try MinimaLine(seed: 2, epochs: 10, count: 5)
    #expect(line.plain.points.map(\.share) == [0, 0.25, 0.5, 0.75, 1])
    #expect(line.aligned.length < line.plain.length)
    for end in [0, 4] {
      let (plain, aligned) = (line.plain.points[end], line.aligned.points[end])
      #expect(abs(plain.trainLoss - aligned.trainLoss) < 1e-12 && plain.testAccuracy == aligned.testAccuracy)
    }
    let middle = line.plain.points.map(\.trainLoss)
    #expect(line.plain.trainBarrier >= middle[2] - 0.5 * (middle[0] + middle[4]))
    #expect(line.plain.trainBarrier > 0)
  }

  @Test("two spirals are learned, and the grid's classes are those of points nearby")
  func decisionRegions() throws {
    let regions = try DecisionRegions(seed: 1, size: 41, epochs: 400, noise: 0)
    #expect(regions.classes.count == 41 * 41 && regions.points.count == 200)
    #expect(regions.coordinate(0) == -1.2 && regions.coordinate(20) == 0 && regions.coordinate(40) == 1.2)
    #expect(regions.accuracy > 0.97)
    // A grid point within a hundredth of a training point has its class, but for the few that are wrong.
    var (near, right) = (0, 0)
    for point in regions.points {
      let column = Int(((point.x / 1.2 + 1) * 20).rounded())
      let row = Int(((point.y / 1.2 + 1) * 20).rounded())
      guard abs(regions.coordinate(column) - point.x) < 0.01, abs(regions.coordinate(row) - point.y) < 0.01 else {
        continue
      }
      near += 1
      if regions.classes[row * 41 + column] == point.label { right += 1 }
    }
    #expect(near > 10 && Double(right) > 0.9 * Double(near))
  }

  @Test("a history tells where early stopping would have ended, and its best epoch has the lowest loss till then")
  func history() throws {
    let history = try TrainingHistory(seed: 4, epochs: 60, patience: 10)
    #expect([history.train, history.validation, history.test].allSatisfy { $0.loss.count == 61 })
    #expect([history.train, history.validation, history.test].allSatisfy { $0.accuracy.count == 61 })
    let seen = history.validation.loss[...history.stopEpoch]
    #expect(seen.firstIndex(of: try #require(seen.min())) == history.bestEpoch)
    #expect(history.stopEpoch == history.bestEpoch + 10 || history.stopEpoch == 60)
    #expect(abs(history.train.loss[0] - 2.3) < 0.6)
  }
}
