/// The evaluation counts at which the best value of a run is noted.
public enum Checkpoints {
  /// Ascending from 1 to `budget`: every count up to 8, then 12 a doubling, so that a log axis is covered evenly.
  ///
  /// Powers 2^(k/12) by repeated multiplication from a table of the twelfths, to 16 digits.
  public static func evaluations(budget: Int) -> [Int] {
    let twelfths = [
      1.0, 1.0594630943592953, 1.122462048309373, 1.189207115002721, 1.2599210498948732, 1.3348398541700344,
      1.4142135623730951, 1.4983070768766815, 1.5874010519681994, 1.681792830507429, 1.7817974362806785,
      1.8877486253633868,
    ]
    var counts: [Int] = []
    var octave = 1.0
    while Int(octave) <= budget {
      for factor in twelfths {
        let count = Int((octave * factor).rounded())
        if count <= budget, count > counts.last ?? 0 { counts.append(count) }
      }
      octave *= 2
    }
    if counts.last != budget { counts.append(budget) }
    return counts
  }
}
