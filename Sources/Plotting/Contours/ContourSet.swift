/// The boundary of {u > level} over a sampled field, as closed loops, by marching squares.
///
/// - "Above" is strictly greater. Each grid edge's crossing is computed once, always from its lower-index end, so that
///   neighbouring cells agree to the bit. A saddle follows the bilinear field exactly.
/// - The grid is padded with −∞, so every loop closes, along the frame where it has to; filling all loops with the
///   even-odd rule paints exactly {u > level}. Loops turn counter-clockwise around what is above (x right, y up).
/// - A NaN sample counts as −∞ and its quads are masked: their segments are part of the fill, never of an isoline.
/// - A loop is never dropped, however small: a minimum at a single sample keeps its ring.
///
/// Source: W. E. Lorensen and H. E. Cline, "Marching cubes", 1987, doi:10.1145/37402.37422, in two dimensions; saddles:
/// G. M. Nielson and B. Hamann, "The asymptotic decider", 1991, doi:10.1109/VISUAL.1991.175782.
public struct ContourSet: Sendable, Equatable {
  public struct Loop: Sendable, Equatable {
    /// Corners in the field's coordinates; the loop closes from the last to the first.
    public var points: [SIMD2<Double>]
    /// `isBoundary[i]`: the segment from point i to the next runs along the frame or a masked quad.
    public var isBoundary: [Bool]
  }

  public let level: Double
  public let loops: [Loop]

  /// The isoline proper: the loops without what runs along the frame or masked quads.
  public var lines: [ContourLine] { loops.flatMap(Self.lines(of:)) }

  private static func lines(of loop: Loop) -> [ContourLine] {
    let count = loop.points.count
    guard let firstBoundary = loop.isBoundary.firstIndex(of: true) else {
      return [ContourLine(points: loop.points, isClosed: true)]
    }
    var lines: [ContourLine] = []
    var current: [SIMD2<Double>] = []
    for offset in 1...count {
      let index = (firstBoundary + offset) % count
      if loop.isBoundary[index] {
        if !current.isEmpty {
          current.append(loop.points[index])
          lines.append(ContourLine(points: current, isClosed: false))
          current = []
        }
      } else {
        current.append(loop.points[index])
      }
    }
    return lines
  }
}

/// A piece of an isoline; a closed one joins its last point to its first.
public struct ContourLine: Sendable, Equatable {
  public var points: [SIMD2<Double>]
  public var isClosed: Bool
}
