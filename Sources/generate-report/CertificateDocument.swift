import Certificates
import Reports

/// A certificate as JSON, with the verdict on a claim if there is one.
struct CertificateDocument {
  let certificate: Certificate
  let claim: Double?

  var json: JSON {
    let c = certificate
    let verdict = claim.map(c.verdict)
    return .object(present: [
      ("objective", .text(c.objective)),
      // "refused" where the claim is proved wrong.
      ("status", .text(verdict?.isRefusal == true ? "refused" : c.status.rawValue)),
      ("lower", .number(c.lower)), ("upper", .number(c.upper)), ("tolerance", .number(c.tolerance)),
      ("point", .numbers(c.point)), ("pointOrigin", .text(c.origin.rawValue)), ("boxes", .integer(c.boxes)),
      ("boxesLeft", .integer(c.boxesLeft)),
      (
        "minimizerBoxes",
        .array(
          c.minimizerBoxes.map { box in
            .object([
              ("lower", .numbers(box.lower)), ("upper", .numbers(box.upper)),
              ("holdsAtMostOne", .flag(box.holdsAtMostOne)),
            ])
          })
      ),
      (
        "claim",
        claim.flatMap { value in
          verdict.map { .object([("value", .number(value)), ("verdict", .text($0.rawValue))]) }
        }
      ),
    ])
  }
}
