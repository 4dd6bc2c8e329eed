import Canvas

/// How one method looks in every figure of a report: a colour, a dash pattern and a marker.
///
/// Hues are from Okabe and Ito, Color Universal Design, 2008, and Paul Tol, Colour Schemes, SRON/EPS/TN/09-002, 2021,
/// with a lighter twin where a hue would sink into a dark page. Every ink has at least 3:1 against its page. Dash and
/// marker alone tell 24 methods apart, for print in grey and for eyes that see few hues.
public struct SeriesStyle: Hashable, Sendable {
  public let ink: Ink
  public let dash: [Double]
  public let marker: Marker

  public init(ink: Ink, dash: [Double] = [], marker: Marker) {
    self.ink = ink
    self.dash = dash
    self.marker = marker
  }

  /// How many methods have a style of their own; the next ones begin again.
  public static let count = hues.count * dashes.count

  /// The style of the method with an index, counted from 0 in the order of the study.
  public init(index: Int) {
    let index = max(0, index) % Self.count
    let round = index / Self.hues.count
    let shape = Marker.Shape.allCases[index % Marker.Shape.allCases.count]
    self.init(
      ink: Self.hues[index % Self.hues.count], dash: Self.dashes[round],
      marker: Marker(shape, isFilled: round != 1))
  }

  /// The line of this series.
  public func stroke(width: Double = 1.8) -> Stroke {
    Stroke(ink, width: width, dash: dash.map { $0 * width }, cap: .butt, join: .round)
  }

  /// Ordered so that neighbours differ in lightness as well as in hue.
  private static let hues: [Ink] = [
    Ink(light: Color(0x0072b2), dark: Color(0x56b4e9)),  // blue
    Ink(light: Color(0xd55e00), dark: Color(0xee7733)),  // vermilion
    Ink(light: Color(0x117733), dark: Color(0x44bb99)),  // green
    Ink(light: Color(0xaa4499), dark: Color(0xcc79a7)),  // purple
    Ink(light: Color(0x997700), dark: Color(0xe69f00)),  // ochre
    Ink(light: Color(0x332288), dark: Color(0x99a0f0)),  // indigo
    Ink(light: Color(0x009e73), dark: Color(0x00c896)),  // bluish green
    Ink(light: Color(0xcc3366), dark: Color(0xffaabb)),  // rose
  ]

  /// In line widths.
  private static let dashes: [[Double]] = [[], [3.2, 1.6], [4, 1.4, 1, 1.4]]
}
