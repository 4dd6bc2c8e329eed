import Optimizers
import Scalars

/// How hyper-parameters are chosen before a study: by runs of their own, as many for every method, on starts of their own.
public struct Tuning: Sendable {
  /// Runs per method and objective, shared equally among the variants of the method.
  public let runs: Int
  /// Evaluations a run.
  public let budget: Int
  /// The variants of each method of the study; one where there is nothing to choose.
  public let variants: [[Method]]
  /// Of each objective and method, the position of the variant chosen; empty until it is.
  public var choices: [[Int]] = []

  public init(runs: Int, budget: Int, variants: [[Method]]) {
    self.runs = runs
    self.budget = budget
    self.variants = variants
  }
}

extension Study {
  /// The method with a number as it runs on an objective.
  public func method(_ method: Int, onObjective objective: Int) -> Method {
    guard let tuning, !tuning.choices.isEmpty else { return methods[method] }
    return tuning.variants[method][tuning.choices[objective][method]]
  }

  /// The studies whose runs decide, one for each method that has variants: the same objectives, another seed.
  public var tuningStudies: [(method: Int, study: Study)] {
    guard let tuning else { return [] }
    return tuning.variants.enumerated().filter { $0.element.count > 1 }.map { method, variants in
      let study = Study(
        title: title, seed: SeededGenerator.streamSeed(seed, axes: ["tune"]), objectives: objectives, methods: variants,
        starts: tuning.runs / variants.count, budget: tuning.budget, target: target, figures: [])
      return (method, study)
    }
  }
}
