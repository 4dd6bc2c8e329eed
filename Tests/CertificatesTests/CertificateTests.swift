import Objectives
import Scalars
import Testing

@testable import Certificates

@Suite("Certificates of the catalogue")
struct CatalogueCertificateTests {
  @Test("every function's minimum is enclosed to 1e-6 within 20,000 boxes", arguments: Published.all)
  func enclosure(_ published: Published) throws {
    let certificate = Certificate.certify(try published.objective(), maximumBoxes: 20_000)
    #expect(certificate.status == .certified)
    #expect(certificate.gap <= 1e-6 && certificate.boxes <= 20_000)
    // The nearest double to the published digits may lie one place outside.
    #expect(certificate.lower.nextDown <= published.value && published.value <= certificate.upper.nextUp)
    for point in published.minimizers {
      let slack = 1e-9 * (1 + point.reduce(0) { max($0, $1.magnitude) })
      #expect(certificate.minimizerBoxes.contains { $0.contains(point, slack: slack) }, "\(point) was lost")
    }
  }

  @Test(
    "each minimizer of a smooth function is proved to be alone in its box", arguments: Published.all.filter(\.isSmooth))
  func uniqueness(_ published: Published) throws {
    // The Hessian is singular at their minimizers.
    if ["linear-net-saddle", "powell-singular", "drop-wave", "weierstrass", "whitley"].contains(published.id) {
      return
    }
    let certificate = Certificate.certify(try published.objective())
    #expect(certificate.minimizerBoxes.allSatisfy { $0.holdsAtMostOne && ($0.radii.max() ?? 1) < 1e-6 })
    if published.minimizerCount == nil { #expect(certificate.minimizerBoxes.count == published.minimizers.count) }
  }

  @Test(
    "the search finds its own upper bound where no minimizer is known", arguments: Published.all.filter(\.isSmooth))
  func anonymous(_ published: Published) throws {
    let certificate = Certificate.certify(Anonymous(base: try published.objective()), maximumBoxes: 20_000)
    #expect(certificate.status == .certified)
    #expect(certificate.lower.nextDown <= published.value && published.value <= certificate.upper.nextUp)
  }

  @Test(
    "scalable functions are certified in more dimensions",
    arguments: [
      // Value per dimension, in units of the last digit given.
      ("styblinski-tang[dimension=4]", -156.66466281508571), ("rastrigin[dimension=4]", 0), ("levy[dimension=3]", 0),
      ("ackley[dimension=3]", 0), ("rosenbrock[dimension=4]", 0), ("sphere[dimension=12]", 0),
      ("sphere[dimension=1]", 0),
    ])
  func dimensions(_ spec: String, _ minimum: Double) throws {
    let certificate = Certificate.certify(try ObjectiveCatalogue.objective(Spec(parsing: spec)), maximumBoxes: 20_000)
    #expect(certificate.status == .certified)
    #expect(certificate.lower <= minimum + 1e-13 && minimum - 1e-13 <= certificate.upper)
  }

  @Test(
    "shifted and rotated instances are certified",
    arguments: ["rastrigin", "ackley", "griewank", "levy", "styblinski-tang", "himmelblau", "rosenbrock", "eggholder"])
  func instances(_ id: String) throws {
    for instance in 1...2 {
      let objective = try ObjectiveCatalogue.objective(Spec(parsing: "\(id)[instance=\(instance)]"))
      let certificate = Certificate.certify(objective)
      #expect(certificate.status == .certified, "instance \(instance)")
      #expect(certificate.lower <= objective.minimum.value + 1e-12)
      #expect(objective.minimum.value <= certificate.upper + 1e-12)
    }
  }
}

@Suite("Claims")
struct ClaimTests {
  @Test(
    "a value that is wrong by 1e-4 is refused in both directions, and the right one accepted",
    arguments: ["six-hump-camel", "goldstein-price", "eggholder", "shubert", "trefethen", "hartmann-3", "mccormick"])
  func wrong(_ id: String) throws {
    let published = try #require(Published.all.first { $0.id == id })
    let certificate = Certificate.certify(try published.objective())
    #expect(certificate.verdict(on: published.value) == .accepted)
    #expect(certificate.verdict(on: published.value - 1e-4) == .tooLow)
    #expect(certificate.verdict(on: published.value + 1e-4) == .tooHigh)
    // The exhibit: its value is what the certificate says, and below the claim.
    let value = try published.objective().value(at: certificate.point)
    #expect(value <= certificate.upper && value < published.value + 1e-4)
  }

  @Test(
    "values that were published and are wrong are refused",
    arguments: [
      ("bird", -106.7645367198034, Certificate.Verdict.tooHigh), ("carrom-table", -24.15681551650653, .tooHigh),
      ("alpine-2", -6.1295, .tooHigh), ("langermann", -5.1621259, .tooHigh), ("michalewicz", -1.8013, .tooHigh),
      ("schaffer-n4", 0.292579, .tooHigh), ("shubert", -186.7309, .tooHigh), ("six-hump-camel", -1.031628, .tooHigh),
      ("giunta", 0.0604, .tooLow),
    ])
  func publishedErrors(_ id: String, _ claim: Double, _ verdict: Certificate.Verdict) throws {
    let certificate = Certificate.certify(try ObjectiveCatalogue.objective(Spec(name: id)), tolerance: 1e-9)
    #expect(certificate.verdict(on: claim) == verdict)
    #expect(certificate.verdict(on: claim).isRefusal)
  }

  @Test("an unfinished search refuses what it has disproved, and is undecided on the rest")
  func unfinished() throws {
    let objective = try ObjectiveCatalogue.objective(Spec(parsing: "styblinski-tang[dimension=6,instance=1]"))
    let certificate = Certificate.certify(objective, maximumBoxes: 100)
    #expect(certificate.status == .unfinished)
    #expect(certificate.boxes <= 100)
    let minimum = objective.minimum.value
    #expect(certificate.lower <= minimum && minimum <= certificate.upper + 1e-12)
    #expect(certificate.lower.isFinite && certificate.gap > 1e-3)
    #expect(certificate.verdict(on: minimum) == .undecided)
    #expect(certificate.verdict(on: minimum + 1e-4) == .tooHigh)
    #expect(certificate.verdict(on: certificate.lower - 1e-4) == .tooLow)
    for point in objective.minimum.minimizers {
      #expect(certificate.minimizerBoxes.contains { $0.contains(point, slack: 1e-9) })
    }
  }
}
