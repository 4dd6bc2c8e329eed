import Scalars

/// Hidden units left out at random, the others scaled by 1/(1 − rate), so that means stay.
///
/// Source: Srivastava et al., Dropout: A Simple Way to Prevent Neural Networks from Overfitting, JMLR 15 (2014), in the
/// inverted form, which leaves evaluation as it is.
struct Dropout {
  /// The probability of being left out, from 0 to below 1.
  let rate: Double
  var generator: SeededGenerator

  static var none: Dropout { Dropout(rate: 0, generator: SeededGenerator(seed: 0)) }

  var isActive: Bool { rate > 0 }

  mutating func drawMasks(count: Int, in workspace: Workspace) {
    guard isActive else { return }
    let kept = 1 / (1 - rate)
    for memory in workspace.layers.dropLast() {
      for i in 0..<count {
        let mask = memory.mask.base + i * memory.mask.row
        for j in 0..<memory.layer.outputs { mask[j] = generator.uniform() < rate ? 0 : kept }
      }
    }
  }
}
