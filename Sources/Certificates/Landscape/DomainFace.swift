import Objectives
import Scalars

/// One face of a domain: the domain itself, an edge, a corner; in three dimensions also its sides.
struct DomainFace: Sendable {
  enum Side: Sendable, CaseIterable { case free, lower, upper }

  let sides: [Side]
  /// Intervals of width 0 where a coordinate is held.
  let box: [Interval]
  /// Coordinates that may vary on it.
  let free: [Int]
  /// Coordinates that are held at a bound.
  let held: [Int]

  private init(_ domain: Box, sides: [Side]) {
    self.sides = sides
    box = sides.indices.map { i in
      switch sides[i] {
      case .free: Interval(lower: domain.lower[i], upper: domain.upper[i])
      case .lower: Interval(domain.lower[i])
      case .upper: Interval(domain.upper[i])
      }
    }
    free = sides.indices.filter { sides[$0] == .free }
    held = sides.indices.filter { sides[$0] != .free }
  }

  /// All 3ⁿ faces, the domain itself first and the corners last.
  static func all(of domain: Box) -> [DomainFace] {
    var sides: [[Side]] = [[]]
    for _ in 0..<domain.dimension { sides = sides.flatMap { start in Side.allCases.map { start + [$0] } } }
    let faces = sides.map { DomainFace(domain, sides: $0) }
    return (0...domain.dimension).reversed().flatMap { m in faces.filter { $0.free.count == m } }
  }

  /// What is known of whether f rises from the face into the domain, from an enclosure of its gradient.
  ///
  /// - Returns: true if it rises across every held bound, false if it falls across one, nil if that is open.
  func risesInward(_ gradient: [Interval]) -> Bool? {
    var isSure = true
    for i in held {
      let slope = sides[i] == .lower ? gradient[i] : -gradient[i]
      if slope.isNegative { return false }
      if !slope.isPositive { isSure = false }
    }
    return isSure ? true : nil
  }
}
