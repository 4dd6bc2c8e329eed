import CCairo

/// Measures text with a context of its own, so that every format is laid out alike.
///
/// Not `Sendable`: each drawing, and each computation of a size, makes one.
public final class Typesetter {
  private let surface: OpaquePointer?
  private let context: OpaquePointer?
  private var resolvedFamilies: [String: String] = [:]
  private(set) var warnings: [CanvasWarning] = []

  public init() {
    surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1)
    context = cairo_create(surface)
    Self.setOptions(context)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// The room that a line of text takes; nothing for a size that cannot be drawn.
  public func measure(_ text: RichText, font: Font) -> TextExtent {
    guard font.isDrawable else { return TextExtent(width: 0, ascent: 0, descent: 0, capHeight: 0) }
    let width = text.runs.reduce(0) { $0 + advance($1, font: font) }
    Self.select(font, in: context)
    var extents = cairo_font_extents_t()
    cairo_font_extents(context, &extents)
    var capital = cairo_text_extents_t()
    cairo_text_extents(context, "H", &capital)
    return TextExtent(
      width: width, ascent: extents.ascent, descent: extents.descent, capHeight: -capital.y_bearing)
  }

  /// The text broken into lines no wider than `width`, at spaces and as ids allow: after `-`, `,` and before `[`.
  ///
  /// What cannot be broken keeps a line of its own, however wide.
  public func wrapped(_ string: String, font: Font, width: Double) -> [String] {
    var lines: [String] = []
    for piece in Self.pieces(string) {
      if let last = lines.last, measure(RichText(last + piece), font: font).width <= width {
        lines[lines.count - 1] += piece
      } else {
        lines.append(piece)
      }
    }
    return lines.map { $0.hasSuffix(" ") ? String($0.dropLast()) : $0 }
  }

  /// The stretches of text between which a line may end.
  private static func pieces(_ string: String) -> [String] {
    var pieces: [String] = [""]
    for character in string {
      if character == "[", pieces[pieces.count - 1] != "" { pieces.append("") }
      pieces[pieces.count - 1].append(character)
      if character == " " || character == "-" || character == "," { pieces.append("") }
    }
    return pieces.filter { !$0.isEmpty }
  }

  func check() throws(CanvasError) { try CanvasError.check(cairo_status(context)) }

  /// How far the pen moves over a run of characters.
  func advance(_ run: RichText.Run, font: Font) -> Double {
    Self.select(Self.font(for: run, in: font), in: context)
    noteSubstitution(of: font.family)
    var extents = cairo_text_extents_t()
    cairo_text_extents(context, run.string, &extents)
    return extents.x_advance
  }

  /// Records the characters that the font cannot show.
  func noteMissingGlyphs(_ run: RichText.Run, font: Font) {
    guard !run.string.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) else { return }
    Self.select(font, in: context)
    for character in run.string.unicodeScalars where !hasGlyph(character) {
      note(.missingGlyph(character: String(character), family: resolvedFamilies[font.family] ?? font.family))
    }
  }

  private func hasGlyph(_ character: Unicode.Scalar) -> Bool {
    var glyphs: UnsafeMutablePointer<cairo_glyph_t>?
    var count: Int32 = 0
    let status = cairo_scaled_font_text_to_glyphs(
      cairo_get_scaled_font(context), 0, 0, String(character), -1, &glyphs, &count, nil, nil, nil)
    guard status == CAIRO_STATUS_SUCCESS, let glyphs, count > 0 else { return false }
    defer { cairo_glyph_free(glyphs) }
    return glyphs[0].index != 0
  }

  /// Records when the system silently put another family in the place of the one that was asked for.
  private func noteSubstitution(of family: String) {
    guard resolvedFamilies[family] == nil else { return }
    let actual = actualFamily() ?? "a built-in font"
    resolvedFamilies[family] = actual
    if actual.lowercased() != family.lowercased() {
      note(.missingFont(family: family, substitute: actual))
    }
  }

  private func note(_ warning: CanvasWarning) {
    if !warnings.contains(warning) { warnings.append(warning) }
  }

  /// The name that the selected font's file gives itself; `nil` where the system does not use FreeType.
  private func actualFamily() -> String? {
    guard let font = cairo_get_scaled_font(context), cairo_scaled_font_get_type(font) == CAIRO_FONT_TYPE_FT,
      let face = cairo_ft_scaled_font_lock_face(font)
    else { return nil }
    defer { cairo_ft_scaled_font_unlock_face(font) }
    return face.pointee.family_name.map { String(cString: $0) }
  }

  /// The font that a run is set in: smaller when raised or lowered, slanted when italic.
  static func font(for run: RichText.Run, in font: Font) -> Font {
    var font = font
    if run.baseline != .normal { font.size *= 0.7 }
    if run.isItalic { font.slant = .italic }
    return font
  }

  /// How far above the line's baseline a run sits.
  static func rise(of run: RichText.Run, font: Font) -> Double {
    switch run.baseline {
    case .normal: 0
    case .raised: 0.38 * font.size
    case .lowered: -0.18 * font.size
    }
  }

  static func select(_ font: Font, in context: OpaquePointer?) {
    cairo_select_font_face(
      context, font.family,
      font.slant == .italic ? CAIRO_FONT_SLANT_ITALIC : CAIRO_FONT_SLANT_NORMAL,
      font.weight == .bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL)
    cairo_set_font_size(context, font.size)
  }

  /// No hinting: otherwise glyphs advance by whole pixels, and a PNG is laid out differently from an SVG.
  static func setOptions(_ context: OpaquePointer?) {
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    cairo_set_font_options(context, options)
    cairo_font_options_destroy(options)
  }
}
