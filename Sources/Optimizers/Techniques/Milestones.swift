import Objectives

/// Steps at which a learning rate is multiplied by a factor, for good: written `100*0.1;300*0.5`, or `none`.
public struct Milestones: Sendable, Equatable, CustomStringConvertible {
  static let none = Milestones(steps: [], factors: [])

  /// Ascending.
  let steps: [Int]
  let factors: [Double]

  private init(steps: [Int], factors: [Double]) {
    self.steps = steps
    self.factors = factors
  }

  /// Reads `text`; nil unless its steps ascend from 0 or above and its factors are positive and finite.
  init?(parsing text: String) {
    if text == "none" {
      self = .none
      return
    }
    var steps: [Int] = []
    var factors: [Double] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "*", omittingEmptySubsequences: false)
        .map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
      guard sides.count == 2, let step = Int(sides[0]), let factor = Double(sides[1]),
        step > (steps.last ?? -1), factor > 0, factor.isFinite
      else { return nil }
      steps.append(step)
      factors.append(factor)
    }
    self.init(steps: steps, factors: factors)
  }

  /// The product of the factors of all milestones up to `step`.
  func factor(step: Int) -> Double {
    var product = 1.0
    for i in steps.indices where step >= steps[i] { product *= factors[i] }
    return product
  }

  public var description: String {
    steps.isEmpty ? "none" : zip(steps, factors).map { "\($0)*\($1.shortest)" }.joined(separator: ";")
  }
}
