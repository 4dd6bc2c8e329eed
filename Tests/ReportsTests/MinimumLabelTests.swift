import Certificates
import Objectives
import Statistics
import Sweeps
import Testing

@testable import Reports

@Suite("How each global minimum is known")
struct MinimumLabelTests {
  private func expression(
    _ text: String, _ range: ClosedRange<Double> = -2...2, minimum: Double? = nil, dimension: Int? = nil
  ) throws -> any Objective {
    var definition = ExpressionDefinition(name: "mine", expression: text, domain: [range])
    definition.minimum = minimum
    definition.dimension = dimension
    return try ExpressionObjective(definition).establishingMinimum()
  }

  private func words(_ objective: any Objective) -> (label: String, status: String) {
    let certificate = Survey(of: objective).certificate
    let facts = ObjectiveFacts(objective)
    return (facts.label(certificate), facts.status(certificate))
  }

  @Test("a published minimum is known, and proved where branch and bound encloses it")
  func known() throws {
    let branin = words(try ObjectiveCatalogue.objective(Spec(parsing: "branin")))
    #expect(branin.label == "known and proved")
    #expect(branin.status.contains("published") && branin.status.contains("encloses it to"))
    let large = words(try ObjectiveCatalogue.objective(Spec(parsing: "rastrigin[dimension=30]")))
    #expect(large.label == "known" && !large.status.contains("branch and bound"))
  }

  @Test("an expression's minimum is certified, and the certified value is the true one")
  func certified() throws {
    // x⁴ − 2x² + 0.3x: at the root of 4x³ − 4x + 0.3 near −1.035, found by hand with Newton's method.
    let objective = try expression("x^4 - 2*x^2 + 0.3*x")
    #expect(objective.minimum.status == .certified)
    #expect((objective.minimum.value - -1.3054284837439164).magnitude < 1e-9)
    #expect(objective.minimum.listsAll && objective.minimum.minimizers.count == 1)
    #expect(words(objective).label == "certified")
  }

  @Test("without a proof, the minimum is best known, and no word says more")
  func bestKnown() throws {
    let objective = try expression("sum(i, 1, n, x[i]^2 - 10*cos(2*pi*x[i]))", -5...5, dimension: 8)
    #expect(objective.minimum.status == .bestKnown)
    let words = words(objective)
    #expect(words.label == "best known" && !words.status.contains("proved"))
  }

  @Test("a minimum that a study states is called stated, and a claim that proofs contradict is said to be so")
  func stated() throws {
    #expect(words(try expression("(x - 0.5)^2", minimum: 0)).label == "stated and proved")
    let facts = ObjectiveFacts(try expression("(x - 0.5)^2 + 1e-7", minimum: 0))
    let proof = Certificate.certify(facts.objective, tolerance: 1e-9)
    #expect(facts.label(proof) == "stated" && facts.status(proof).contains("contradicted"))
  }
}
