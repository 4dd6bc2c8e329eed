import Canvas
import Foundation
import Objectives
import Optimizers
import Plotting
import Statistics
import Sweeps
import Testing

@testable import Figures

@Suite("Sensitivity to hyper-parameters")
struct SensitivityTests {
  private func swept(_ methods: [String]) throws -> [SweptParameter] {
    SweptParameter.all(in: try GalleryTests.summary(objectives: ["sphere"], methods: methods, starts: 1).study)
  }

  @Test("variants that differ in one number make a line, whatever their order; others stay out")
  func lines() throws {
    let found = try swept([
      "momentum[learningRate=0.1]", "adam", "momentum[learningRate=0.001]", "momentum[learningRate=0.1,momentum=0.5]",
      "momentum[learningRate=0.02,schedule=cosine]", "nelder-mead",
    ])
    #expect(found.map(\.method) == ["Momentum", "Momentum"] && found.map(\.name) == ["learningRate", "momentum"])
    #expect(found[0].lines.map { $0.points.map(\.value) } == [[0.001, 0.1]])
    #expect(found[0].lines[0].points.map(\.method) == [2, 0] && found[0].lines[0].label == "")
    #expect(
      found[1].lines.map { $0.points.map(\.value) } == [[0.5, 0.9]] && found[1].lines[0].points.map(\.method) == [3, 0])
    #expect(try swept(["adam", "momentum", "momentum[schedule=cosine]"]).isEmpty)
  }

  @Test("of a grid of two hyper-parameters each has a panel, with a line for each value of the other")
  func grid() throws {
    let found = try swept(
      [0.1, 0.2, 0.3].flatMap { rate in [0.5, 0.8].map { "momentum[learningRate=\(rate),momentum=\($0)]" } })
    #expect(found.map(\.name) == ["learningRate", "momentum"])
    #expect(found[0].lines.map(\.label) == ["momentum 0.5", "momentum 0.8"])
    #expect(found[1].lines.map(\.label) == ["learningRate 0.1", "learningRate 0.2", "learningRate 0.3"])
    #expect(found[0].lines.allSatisfy { $0.points.map(\.value) == [0.1, 0.2, 0.3] })
  }

  @Test("the figure says where the rate is highest: on the sphere at ½, where one step is exact")
  func sphere() async throws {
    // x ← (1 − 2η)x: 0 after one step at ½; beyond 1 it grows; at 10⁻⁶ nothing moves in 80 steps.
    let summary = try GalleryTests.summary(
      objectives: ["sphere"], methods: ["1e-6", "0.5", "1.5"].map { "gradient-descent[learningRate=\($0)]" })
    let figure = SensitivityFigure.plot(summary, subject: 0, size: nil)
    #expect(
      figure.altText.hasSuffix("learningRate of Gradient descent: from 0\u{202F}% at 10⁻⁶ to 100\u{202F}% at 0.5."))
    let studio = FigureStudio(summary, formats: [.svg, .png])
    let drawn = try await studio.exhibition(of: ["sensitivity"], jobs: 1)
    #expect(drawn.figures.map(\.name) == ["sensitivity-sphere"] && drawn.missing.isEmpty)
    let svg = String(decoding: drawn.figures[0].files[0].data, as: UTF8.self)
    #expect(svg.contains("learningRate") && svg.contains("Gradient descent"))
  }

  @Test("without variants there is nothing to draw, which is said and is no failure")
  func nothing() async throws {
    let studio = FigureStudio(try GalleryTests.summary(objectives: ["sphere"]), formats: [.svg])
    let exhibition = try await studio.exhibition(of: ["sensitivity"], jobs: 1)
    #expect(
      exhibition.figures.isEmpty && exhibition.missing.allSatisfy { !$0.isFailure } && exhibition.missing.count == 1)
  }
}
