import Canvas
import Experiments
import Foundation
import Objectives
import Plotting
import Statistics
import Sweeps
import Testing

@testable import Figures

@Suite("Figures of trained networks")
struct TrainedFigureTests {
  private static let kinds: [any TrainedFigure.Type] = [
    TrainingPlaneFigure.self, RandomPlaneFigure.self, RandomSurfaceFigure.self, ThreeMinimaPlaneFigure.self,
    MinimaLineFigure.self, TrainingCurvesFigure.self, DecisionRegionsFigure.self, SpiralsPlaneFigure.self,
  ]
  /// Of the studies of these tests.
  private static let seed: UInt64 = 9

  private func plotted(_ kind: any TrainedFigure.Type) throws -> PlottedFigure {
    try kind.plot(GalleryTests.summary(objectives: ["sphere"], methods: []), subject: nil, size: nil)
  }

  @Test("they are the same bytes twice, of modest size, and say their seed")
  func bytes() async throws {
    let studio = FigureStudio(
      try GalleryTests.summary(objectives: ["sphere"], methods: []), formats: [.svg, .png])
    let ids = Self.kinds.map { $0.id }
    let one = try await studio.exhibition(of: ids, jobs: 1)
    let two = try await studio.exhibition(of: ids, jobs: 2)
    #expect(one.figures.map(\.name) == ids && one.missing.isEmpty && one.warnings.isEmpty, "\(one.warnings)")
    for (a, b) in zip(one.figures, two.figures) {
      #expect(a.files.map(\.data) == b.files.map(\.data), "\(a.name)")
      #expect(a.files[0].data.count < 900_000 && a.caption == b.caption)
      #expect(a.caption.contains("eed \(Self.seed)") || a.caption.contains("one seed, \(Self.seed)"), "\(a.caption)")
    }
  }

  @Test("they suit studies that put networks to the test, and no others")
  func suitable() throws {
    var study = try GalleryTests.summary(objectives: ["sphere"], methods: ["adam"], starts: 1).study
    func suits() throws -> [Bool] {
      let summary = try Summary(RunList(Plan(study), [FinishedRun?](repeating: nil, count: study.plannedRuns)))
      return Self.kinds.map { $0.suits(summary, subject: nil) }
    }
    #expect(try suits().allSatisfy { !$0 })
    study.claims = [
      Claim(id: "d", statement: "S", rule: .experiment("dropout-smooths", replications: 3), methods: [], objectives: [])
    ]
    #expect(try suits().allSatisfy { $0 })
  }

  @Test("a plane is sampled at (x, y), not at (y, x), and a mark in it has the loss of its weights")
  func axes() throws {
    let plane = try #require(try ThreeMinimaPlane(seed: Self.seed))
    let third = plane.marks[2]
    #expect(abs(third.x - third.y) > 1)
    let reach = max(third.x, third.y) + 1
    let field = LossPlanePicture(plane).field(x: -1...reach, y: -1...reach, samples: 61)
    #expect(abs(field.value(x: third.x, y: third.y) - third.loss) < 0.05 * third.loss)
    #expect(abs(field.value(x: third.y, y: third.x) - third.loss) > 0.2 * third.loss)
  }

  @Test("the barrier between two ends is that of the line between them, which is computed apart from the plane")
  func barriers() throws {
    let line = try MinimaLine(seed: Self.seed)
    for (isAligned, profile) in [(false, line.plain), (true, line.aligned)] {
      let plane = try #require(try ThreeMinimaPlane(seed: Self.seed, isAligned: isAligned))
      let barrier = LossPlanePicture(plane).barrier(from: plane.marks[0], to: plane.marks[1])
      #expect(abs(barrier - profile.trainBarrier) < 1e-9)
      #expect(abs(plane.marks[1].x - profile.length) < 1e-9)
    }
    let captions = [try plotted(ThreeMinimaPlaneFigure.self).caption, try plotted(MinimaLineFigure.self).caption]
    for profile in [line.plain, line.aligned] {
      let text = LossPlanePicture.text(profile.trainBarrier)
      #expect(captions[0].contains("\(text) (1–2)"), "\(captions[0])")
      #expect(captions[1].contains(": \(text) (of the test loss"), "\(captions[1])")
    }
  }

  @Test("captions say where the ends are, and that two dimensions are few")
  func honesty() throws {
    let plane = try RandomPlane(seed: Self.seed)
    let caption = try plotted(RandomPlaneFigure.self).caption
    #expect(caption.contains("It lies in the plane exactly") && plane.marks[1].distance == 0)
    #expect(caption.contains(LossPlanePicture.text(plane.marks[1].loss)))
    #expect(caption.contains(Words.percent(plane.marks[1].testAccuracy)))
    // (64 + 1) · 16 + (16 + 1) · 10 weights and biases.
    #expect(caption.contains("2 of 1,210 dimensions") && caption.contains("filter normalisation"))
    #expect(try plotted(ThreeMinimaPlaneFigure.self).caption.contains("They lie in the plane exactly"))
    let principal = try plotted(TrainingPlaneFigure.self).caption
    #expect(principal.contains("of its extent off the plane") && principal.contains("beneath it on the plane"))
  }

  @Test("a mark that lies off its plane is said to, with the loss beneath it")
  func offThePlane() throws {
    let plane = try RandomPlane(seed: Self.seed, epochs: 5)
    let text = LossPlanePicture(plane).exactness(of: [plane.marks[0]], extent: 2)
    let beneath = LossPlanePicture.text(plane.loss(plane.marks[0].x, plane.marks[0].y))
    #expect(text.contains("off the plane") && text.contains(beneath), "\(text)")
  }

  @Test("the regions that are drawn are those in which the points lie")
  func regions() throws {
    let regions = try DecisionRegions(seed: Self.seed, size: 201)
    let field = ScalarField(columns: 201, rows: 201, x: -1.2...1.2, y: -1.2...1.2, values: regions.margins)
    let right = regions.points.count { (field.value(x: $0.x, y: $0.y) > 0) == ($0.label == 1) }
    let answered = Int((regions.accuracy * 200).rounded())
    #expect(regions.points.count == 200 && abs(right - answered) <= 2)
    let figure = try plotted(DecisionRegionsFigure.self)
    #expect(figure.caption.contains("\(answered) of 200 points") && figure.altText.contains("\(answered) of 200"))
  }

  @Test("the spirals' plane shows the loss of the weights whose regions are drawn")
  func spiralsPlane() throws {
    let (plane, regions) = (try SpiralsPlane(seed: Self.seed), try DecisionRegions(seed: Self.seed))
    #expect(plane.endLoss == regions.loss && plane.network == regions.network)
    #expect(plane.loss(0, 0) == plane.endLoss)
    // 2·16 + 16 + 16·16 + 16 + 16·2 + 2.
    #expect(plane.parameterCount == 354)
    // As far away as the weights are long, little is left of what was learned: chance is log 2.
    #expect(plane.loss(1, 1) > 0.3 && plane.loss(-1, 1) > 0.3)
    #expect(try plotted(SpiralsPlaneFigure.self).caption.contains(LossPlanePicture.text(regions.loss)))
  }

  @Test("the curves' caption tells the epoch of the lowest validation loss before the stop")
  func curves() throws {
    let history = try TrainingHistory(seed: Self.seed)
    let seen = history.validation.loss[...history.stopEpoch]
    let lowest = try #require(seen.min())
    let best = try #require(seen.firstIndex(of: lowest))
    let caption = try plotted(TrainingCurvesFigure.self).caption
    #expect(caption.contains("lowest after \(best) epochs") && caption.contains("after \(history.stopEpoch)."))
    #expect(caption.contains(Words.percent(history.test.accuracy[best])))
  }
}
