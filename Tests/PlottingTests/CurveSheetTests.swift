import Canvas
import Testing

@testable import Plotting

@Suite("Sheets of curves, interval plots with labels above, and sketches of minima")
struct CurveSheetTests {
  private static func sheet(rules: [CurvePanel.Rule] = []) -> CurveSheet {
    let curve = CurvePanel.Curve("training", style: SeriesStyle(index: 0), x: [0, 0.5, 1], y: [0, 2, 1])
    let panel = CurvePanel(
      curves: [curve], guides: [LineMark(x: [0, 1], y: [0, 1], stroke: Stroke(.axis))], rules: rules,
      spans: [CurvePanel.Span("barrier 1.5", at: 0.5, from: 0.5, through: 2)])
    return CurveSheet(
      title: "T", subtitle: "S", xTitle: "share", x: 0...1, headings: ["plain", "aligned"],
      rows: [CurveSheet.Row(yTitle: "loss", y: 0...2.2, panels: [panel, panel])])
  }

  @Test("a curve ends at its last number")
  func end() {
    let curve = CurvePanel.Curve("c", style: SeriesStyle(index: 0), x: [0, 1, 2, 3], y: [5, 4, 3, .nan])
    #expect(curve.end?.x == 2 && curve.end?.y == 3)
    #expect(CurvePanel.Curve("c", style: SeriesStyle(index: 0), x: [0], y: [.infinity]).end == nil)
  }

  @Test(
    "the same sheet gives the same bytes, and another place of a rule gives others", arguments: FigureFormat.allCases)
  func bytes(format: FigureFormat) throws {
    let one = try Self.sheet(rules: [CurvePanel.Rule("best", at: 0.2)]).rendered(as: format, density: 1).data
    #expect(try Self.sheet(rules: [CurvePanel.Rule("best", at: 0.2)]).rendered(as: format, density: 1).data == one)
    #expect(try Self.sheet(rules: [CurvePanel.Rule("best", at: 0.8)]).rendered(as: format, density: 1).data != one)
  }

  private func intervals(_ labels: IntervalPlot.Labels, _ names: [String]) -> IntervalPlot {
    IntervalPlot(
      title: "Claims", subtitle: "", axis: "points",
      rows: names.map { IntervalPlot.Row(label: $0, note: "supported", estimate: 1, interval: 0...2, wide: -1...3) },
      region: 0...Double.infinity, labels: labels)
  }

  @Test("with labels above their rows a plot fits a telephone, and a label of two lines gets a higher row")
  func labelsAbove() {
    let long = "Gradient descent reaches the global minimum from its basin only, whatever is said of it"
    let (typesetter, type) = (Typesetter(), Typography())
    #expect(typesetter.measure(RichText(long), font: type.label).width > 400)
    #expect(
      intervals(.above, [long]).preferredSize.width == 400 && intervals(.beside, [long]).preferredSize.width > 640)
    let (short, tall) = (
      IntervalPanel(intervals(.above, ["short"]), width: 372, typesetter).height,
      IntervalPanel(intervals(.above, [long]), width: 372, typesetter).height
    )
    #expect(abs(tall - short - 1.3 * type.base) < 1e-9)
  }

  @Test("an axis goes from where to where it is told, else over all intervals and bounds")
  func limits() {
    var plot = intervals(.beside, ["a"])
    #expect(plot.limits.lowerBound < -1 && plot.limits.upperBound > 3 && plot.limits.upperBound < 3.5)
    plot.span = 40...70
    #expect(plot.limits == 40...70)
  }

  @Test("a region's plot depends on the side of 0 on which the field lies")
  func regions() throws {
    func plot(_ sign: Double) -> RegionPlot {
      RegionPlot(
        title: "T", subtitle: "", field: ScalarField(columns: 9, rows: 9, x: -1...1, y: -1...1) { x, _ in sign * x },
        first: RegionPlot.Group("a", style: SeriesStyle(index: 0), points: [[0.5, 0]]),
        second: RegionPlot.Group("b", style: SeriesStyle(index: 1), points: [[-0.5, 0]]))
    }
    let (one, other) = (try plot(1).rendered(as: .png, density: 1), try plot(-1).rendered(as: .png, density: 1))
    #expect(one.pixelDigest != other.pixelDigest)
    #expect(try plot(1).rendered(as: .png, density: 1).pixelDigest == one.pixelDigest)
  }

  @Test("a basin's borders are its ends within the domain")
  func borders() {
    let plot = BasinPlot(
      title: "", subtitle: "", x: [-2, 0, 2], y: [1, 0, 1], globalMinimizers: [], localMinimizers: [],
      basins: [-2...0.1, 1.5...1.75], rows: [], shares: intervals(.beside, ["a"]))
    #expect(plot.borders == [0.1, 1.5, 1.75])
  }
}
