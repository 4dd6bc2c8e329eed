import Foundation
import Testing

@testable import Figures
@testable import Plotting

@Suite("Profiles of one-dimensional objectives")
struct ProfileTests {
  @Test("one dimension has a profile and no contour, which the obstacle says; two have it the other way round")
  func dimensions() throws {
    let summary = try GalleryTests.summary(objectives: ["forrester", "beale"])
    #expect(ProfileFigure.obstacle(in: summary, subject: 0) == nil)
    #expect(ProfileFigure.obstacle(in: summary, subject: 1)?.contains("has 2") == true)
    #expect(ContourFigure.obstacle(in: summary, subject: 0)?.contains("'profile'") == true)
  }

  @Test("bars count every run once, those beyond the domain at its edge, and none that is not a number")
  func bars() {
    let scale = Scale(from: 0, through: 90, start: 0, end: 900)
    let counts = ProfilePlot.counts([-7, 0, 0.5, 44.2, 90, 1e9, .nan, .infinity], on: scale)
    #expect(counts.count == 90 && counts.reduce(0, +) == 6)
    #expect(counts[0] == 3 && counts[44] == 1 && counts[89] == 2)
  }

  @Test("a profile names its methods with their successes, and is drawn without methods too")
  func drawn() throws {
    let summary = try GalleryTests.summary(objectives: ["gramacy-lee"], starts: 6)
    let figure = try FigureStudio(summary, formats: [.svg]).figure(ProfileFigure.self, 0).0
    #expect(figure.altText.contains("Gramacy") && figure.caption.contains("6 runs"))
    let success = summary.cell(objective: 0, method: 1).success
    #expect(String(decoding: figure.files[0].data, as: UTF8.self).count > 1000)
    #expect(figure.altText.contains("Of all 12 runs") && success.total == 6)
    let bare = try GalleryTests.summary(objectives: ["forrester"], methods: [])
    #expect(
      try !FigureStudio(bare, formats: [.svg]).figure(ProfileFigure.self, 0).0.caption.contains("Bars"))
  }
}
