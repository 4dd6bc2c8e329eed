import ArgumentParser
import Certificates
import Objectives

struct CertifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certify",
    abstract: "Encloses the global minimum with a proof, and lists boxes that hold every minimizer.",
    discussion: """
      Interval branch and bound. Exit codes: 0 certified, and the claim accepted if there is one; 1 refused or \
      unfinished; 64 bad usage.
      """)

  @OptionGroup var objective: ObjectiveOptions

  @Option(parsing: .unconditional, help: "How wide the enclosure of the minimum may be.")
  var tolerance = 1e-6

  @Option(parsing: .unconditional, help: "Boxes that may be enclosed before the search gives up.")
  var maxBoxes = 100_000

  @Option(
    parsing: .unconditional,
    help: "A value that is said to be the global minimum: is it? Unless given, what --minimum states.")
  var claim: Double?

  @Option(help: "How to print: text or json.")
  var format: OutputFormat = .text

  func run() throws {
    let mistakes = self.mistakes
    guard mistakes.isEmpty else { throw InvalidInputs(mistakes) }
    let certificate = Certificate.certify(
      try objective.single(), tolerance: tolerance, maximumBoxes: maxBoxes)
    let claim = try claim ?? objective.statedMinimum()
    let verdict = claim.map(certificate.verdict)
    format.print(
      text: CertificateText(certificate: certificate, claim: claim).description,
      json: CertificateDocument(certificate: certificate, claim: claim).json)
    guard certificate.status == .certified, verdict ?? .accepted == .accepted else {
      throw ExitCode(Failure.incomplete)
    }
  }

  private var mistakes: [InvalidInput] {
    var mistakes: [InvalidInput] = []
    if !(tolerance > 0 && tolerance.isFinite) {
      mistakes.append(InvalidInput(key: "--tolerance", value: tolerance.shortest, allowed: "expected a number above 0"))
    }
    if !(1...10_000_000).contains(maxBoxes) {
      mistakes.append(
        InvalidInput(
          key: "--max-boxes", value: String(maxBoxes), allowed: "expected a whole number from 1 to 10000000"))
    }
    if let claim, !claim.isFinite {
      mistakes.append(InvalidInput(key: "--claim", value: claim.shortest, allowed: "expected a finite number"))
    }
    return mistakes
  }
}
