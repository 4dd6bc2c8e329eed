import Objectives
import Statistics

/// What the models that runs ended with are worth, method by method: a table of an objective's page.
struct ModelTable {
  let rows: [Row]
  /// "1,497 rows that no run saw".
  let caption: String

  struct Row {
    let link: Link
    let trainingLoss: Number
    let trainingAccuracy: Number
    let testLoss: Number
    let testAccuracy: Number
    let curvature: Number
    /// "then 8.1 · 5.2 · 3 · 2.2": medians; empty where there is but one.
    let nextCurvatures: String
    let trace: Number
    let rise: Number
  }

  /// A median with its spread; "–" where there is nothing to measure.
  struct Number {
    let text: String
    /// Empty where runs do not differ.
    let spread: String
    let sortKey: String

    init(_ spread: ModelQuality.Spread?, _ phrase: (Double) -> String) {
      guard let spread else {
        (text, self.spread, sortKey) = ("–", "", "inf")
        return
      }
      let (low, high) = (phrase(spread.q10), phrase(spread.q90))
      text = phrase(spread.median)
      self.spread = low == high ? "" : "\(low)–\(high)"
      sortKey = spread.median.isNaN ? "inf" : spread.median.numeral
    }
  }

  /// Nil where the objective is not the loss of a model.
  init?(_ objective: Int, _ material: ReportMaterial) {
    let summary = material.summary
    guard let model = summary.study.objectives[objective].withoutNoise as? NetworkObjective else { return nil }
    func loss(_ value: Double) -> String { Phrase.quantity(value, digits: 3) }
    func share(_ value: Double) -> String { Words.percent(value) }
    func next(_ quality: ModelQuality) -> String {
      let medians = quality.curvatures.dropFirst().map { Phrase.quantity($0.median, digits: 2) }
      return medians.isEmpty ? "" : "then " + medians.joined(separator: " · ")
    }
    rows = summary.study.methods.indices.compactMap { method in
      guard let quality = summary.model(objective: objective, method: method) else { return nil }
      return Row(
        link: Link(material.names.methods[method]), trainingLoss: Number(quality.trainingLoss, loss),
        trainingAccuracy: Number(quality.trainingAccuracy, share), testLoss: Number(quality.testLoss, loss),
        testAccuracy: Number(quality.testAccuracy, share), curvature: Number(quality.leadingCurvature, loss),
        nextCurvatures: next(quality), trace: Number(quality.curvatureTrace, loss), rise: Number(quality.rise, loss))
    }
    let trained = "trained with \(Phrase.count(model.termCount, "row"))"
    let aside = model.validation.map { ", stopped by \(Phrase.count($0.dataset.count, "row")) set aside" } ?? ""
    let test = model.test.map { ", tested on \(Phrase.count($0.dataset.count, "row")) that no run saw" } ?? ""
    caption =
      "Medians over runs at the last iterate, 10–90\u{A0}% of runs beneath; \(trained)\(aside)\(test)."
      + " Curvatures are eigenvalues of the training loss’s Hessian; the rise is the largest found within 5\u{A0}% of the"
      + " parameters’ length."
  }
}
