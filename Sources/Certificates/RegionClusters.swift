import Objectives
import Scalars

/// Joins regions that touch, and proves where it can that a group holds at most one minimizer.
struct RegionClusters {
  let objective: any Objective
  let widths: [Double]

  /// Above this many, regions are joined by the cells of a grid first: the boxes are coarser then, and hold no less.
  private static let most = 4096

  func boxes(_ regions: [Region]) -> [MinimizerBox] {
    let hulls = joined(regions.count > Self.most ? binned(regions.map(\.box)) : regions.map(\.box))
    return hulls.map(proved).sorted { $0.lower.lexicographicallyPrecedes($1.lower) }
  }

  /// Groups of touching boxes, each as the smallest box around it.
  private func joined(_ boxes: [[Interval]]) -> [[Interval]] {
    let order = boxes.indices.sorted { (boxes[$0][0].lower, $0) < (boxes[$1][0].lower, $1) }
    var parent = Array(boxes.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parent[index] != index {
        parent[index] = parent[parent[index]]
        index = parent[index]
      }
      return index
    }
    var active: [Int] = []
    for i in order {
      active.removeAll { boxes[$0][0].upper < boxes[i][0].lower }
      for j in active where Self.touch(boxes[i], boxes[j]) { parent[root(j)] = root(i) }
      active.append(i)
    }
    var hulls: [Int: [Interval]] = [:]
    for i in boxes.indices { hulls[root(i)] = hulls[root(i)].map { Self.hull($0, boxes[i]) } ?? boxes[i] }
    let result = hulls.sorted { $0.key < $1.key }.map(\.value)
    // A hull may touch what its parts do not.
    return result.count < boxes.count && result.count > 1 ? joined(result) : result
  }

  private static func touch(_ a: [Interval], _ b: [Interval]) -> Bool {
    a.indices.allSatisfy { a[$0].lower <= b[$0].upper && b[$0].lower <= a[$0].upper }
  }

  private static func hull(_ a: [Interval], _ b: [Interval]) -> [Interval] {
    zip(a, b).map { Interval.hull($0, $1) }
  }

  /// Boxes whose centres share a cell of a grid, each group as the smallest box around it.
  private func binned(_ boxes: [[Interval]]) -> [[Interval]] {
    var side = 1
    func cells(_ side: Int) -> Double { widths.reduce(1) { product, _ in product * Double(side) } }
    while cells(side + 1) <= Double(Self.most) { side += 1 }
    var bins: [[Int]: [Interval]] = [:]
    for box in boxes {
      let cell = box.indices.map { i in
        Int(Double(side) * (box[i].midpoint - objective.domain.lower[i]) / widths[i])
      }
      bins[cell] = bins[cell].map { Self.hull($0, box) } ?? box
    }
    return bins.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }

  /// Contracts a box around the one stationary point that it is proved to hold, if it is.
  ///
  /// The proof needs a point well inside, so a somewhat larger box is searched; along coordinates in which that would
  /// leave the domain there is no proof, but on a face of the domain only the others are unknown.
  private func proved(_ hull: [Interval]) -> MinimizerBox {
    func box(_ sides: [Interval], _ isProved: Bool) -> MinimizerBox {
      MinimizerBox(lower: sides.map(\.lower), upper: sides.map(\.upper), holdsAtMostOne: isProved)
    }
    let domain = objective.domain
    let onFace = hull.indices.map { i in
      hull[i].lower == hull[i].upper && (hull[i].lower == domain.lower[i] || hull[i].lower == domain.upper[i])
    }
    if onFace.allSatisfy({ $0 }) { return box(hull, true) }
    for factor in [0.1, 1, 10] {
      let larger = hull.indices.map { i in
        let margin = factor * Swift.max(hull[i].width, 1e-7 * widths[i])
        return onFace[i] ? hull[i] : Interval(lower: hull[i].lower - margin, upper: hull[i].upper + margin)
      }
      let isInside = hull.indices.allSatisfy {
        onFace[$0] || (larger[$0].lower > domain.lower[$0] && larger[$0].upper < domain.upper[$0])
      }
      guard isInside else { break }
      guard case .unique(let tight) = IntervalNewton(objective).stationaryPoints(in: larger) else { continue }
      // The minimizer, if there is one, is in the hull and in what Newton's method left.
      let both = zip(hull, tight).map { $0.intersection($1) ?? $0 }
      return box(both, true)
    }
    return box(hull, false)
  }
}
