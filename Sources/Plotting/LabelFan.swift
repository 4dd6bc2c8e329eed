/// Moves labels apart along a line, each as little as possible, so that none touches its neighbour.
///
/// The least-squares solution: labels that would overlap form a block, and a block lies where the squares of its
/// labels' displacements sum to least (pool adjacent violators; Barlow and others, Statistical Inference under Order
/// Restrictions, 1972).
public enum LabelFan {
  /// Where the labels' centres go, in the order in which they were given.
  ///
  /// - Parameters:
  ///   - wanted: where they would be best; must be finite. Equal wishes keep their order.
  ///   - spacing: from one centre to the next at least.
  ///   - limits: the first and last centre allowed; if the labels need more, they start at the first limit and run over.
  public static func positions(
    wanted: [Double], spacing: Double, within limits: (lower: Double, upper: Double)
  ) -> [Double] {
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    var blocks: [Block] = []
    for index in order {
      blocks.append(Block(wish: wanted[index]))
      while blocks.count > 1 {
        let upper = blocks[blocks.count - 1]
        let lower = blocks[blocks.count - 2]
        guard lower.start(spacing, limits) + Double(lower.count) * spacing > upper.start(spacing, limits) else { break }
        blocks.removeLast(2)
        blocks.append(lower.joined(with: upper, spacing: spacing))
      }
    }
    var result = wanted
    var place = 0
    for block in blocks {
      let start = block.start(spacing, limits)
      for offset in 0..<block.count {
        result[order[place]] = start + Double(offset) * spacing
        place += 1
      }
    }
    return result
  }

  private struct Block {
    var count = 1
    /// The sum of where each label would have the block's first one be.
    var wish: Double

    init(wish: Double) { self.wish = wish }

    func start(_ spacing: Double, _ limits: (lower: Double, upper: Double)) -> Double {
      let highest = limits.upper - Double(count - 1) * spacing
      return max(min(wish / Double(count), highest), limits.lower)
    }

    func joined(with next: Block, spacing: Double) -> Block {
      var result = self
      result.wish += next.wish - Double(next.count * count) * spacing
      result.count += next.count
      return result
    }
  }
}
