import Canvas
import Objectives
import Plotting
import Statistics

/// What a page needs to let its reader step along the recorded paths of one objective: a small document of its own.
///
/// The landscape is a coarse grid of contour bands, a digit each in base 36, row by row from the top; a path is thinned
/// to at most 150 points, the first and the last among them.
public struct PathExplorer: Sendable {
  /// JSON without `<` or `&`, so that it can stand in a page as it is.
  public let json: String

  private static let samples = 120
  private static let points = 150

  /// Nil where the objective has no two dimensions, or no run with a path.
  public init?(_ summary: Summary, objective: Int) {
    let data = LandscapeData(summary: summary, objective: objective)
    let labels = StudyLabels(summary.study)
    guard data.obstacle == nil else { return nil }
    let paths = summary.study.methods.indices.flatMap { method in
      summary.cell(objective: objective, method: method).paths.filter { $0.start == 0 }.map { (method, $0) }
    }
    guard !paths.isEmpty else { return nil }
    let landscape = data.landscape(samples: Self.samples)
    let runs = paths.map { method, path in
      let style = SeriesStyle(index: method)
      let points = Self.thinned(path.points).map { "[\(Self.number($0.x)),\(Self.number($0.y))]" }
      return #"{"label":"\#(Self.escaped(labels.methods[method]))","light":"\#(Self.hex(style.ink.light))","#
        + #""dark":"\#(Self.hex(style.ink.dark))","shape":"\#(data.isLocal(method) ? "line" : "dots")","#
        + #""points":[\#(points.joined(separator: ","))]}"#
    }
    let scale = landscape.scale
    let colors = (0..<scale.bandCount).map { band -> String in
      let color = ColorMap.viridis.color(at: (Double(band) + 0.5) / Double(scale.bandCount))
      return "\"\(Self.hex(color))\""
    }
    let stars = landscape.globalMinimizers.map { "[\(Self.number($0.x)),\(Self.number($0.y))]" }
    let (x, y) = (landscape.field.x, landscape.field.y)
    json =
      #"{"x":[\#(Self.number(x.lowerBound)),\#(Self.number(x.upperBound))],"#
      + #""y":[\#(Self.number(y.lowerBound)),\#(Self.number(y.upperBound))],"side":\#(Self.samples),"#
      + #""bands":"\#(Self.bands(landscape))","colors":[\#(colors.joined(separator: ","))],"#
      + #""minimizers":[\#(stars.joined(separator: ","))],"runs":[\#(runs.joined(separator: ","))]}"#
  }

  private static func bands(_ landscape: Landscape) -> String {
    var digits = ""
    for row in (0..<samples).reversed() {
      for column in 0..<samples {
        let u = landscape.scale.u(landscape.field[column, row])
        digits += String(min(35, u.isNaN ? 0 : landscape.scale.band(ofU: u)), radix: 36)
      }
    }
    return digits
  }

  /// Finite points at equal intervals.
  private static func thinned(_ points: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    let finite = points.filter { $0.x.isFinite && $0.y.isFinite && $0.x.magnitude < 1e9 && $0.y.magnitude < 1e9 }
    guard finite.count > Self.points else { return finite }
    return (0..<Self.points).map { finite[$0 * (finite.count - 1) / (Self.points - 1)] }
  }

  /// To four decimals, which is finer than a pixel on every domain of the catalogue.
  private static func number(_ x: Double) -> String {
    let scaled = (x * 1e4).rounded() / 1e4
    return scaled == scaled.rounded() ? String(Int(scaled)) : String(scaled)
  }

  private static func hex(_ color: Color) -> String {
    "#" + [color.red, color.green, color.blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      let isPlain = scalar.value >= 0x20 && !"\"\\<>&".unicodeScalars.contains(scalar)
      let hex = String(scalar.value, radix: 16)
      return isPlain ? String(scalar) : "\\u" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    }.joined()
  }
}
