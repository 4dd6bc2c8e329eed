import Canvas

/// The colour of each transformed value, as a table, with the distance to the nearest isoline.
struct SurfacePalette {
  static let count = 4096
  let lower: Float
  let upper: Float
  /// Red, green and blue, 0 … 255.
  var colors: [SIMD4<Float>] = []
  /// In units of u.
  var distances: [Float] = []
  /// To the next isoline on the other side, so that crowded lines can fade.
  var spacings: [Float] = []

  /// `color` gives the colour of a band.
  init(_ scale: LevelScale, over range: ClosedRange<Double>, color: (Int) -> Color) {
    lower = Float(range.lowerBound)
    upper = Float(range.upperBound)
    let bands = (0..<scale.bandCount).map { band -> SIMD4<Float> in
      let c = color(band)
      return [Float(c.red), Float(c.green), Float(c.blue), 0]
    }
    let span = range.upperBound - range.lowerBound
    for index in 0..<Self.count {
      let u = range.lowerBound + span * (Double(index) + 0.5) / Double(Self.count)
      let band = scale.band(ofU: u)
      colors.append(bands[band])
      let below = band > 0 ? u - scale.levels[band - 1].u : .infinity
      let above = band < scale.levels.count ? scale.levels[band].u - u : .infinity
      distances.append(Float(min(below, above)))
      spacings.append(Float(below + above))
    }
  }
}
