import Certificates

/// A certificate as JSON, with the verdict on a claim if there is one.
struct CertificateDocument: Encodable {
  let objective: String
  /// certified, unfinished, or refused: the claim is proved wrong.
  let status: String
  let lower: JSON.Number
  let upper: JSON.Number
  let tolerance: JSON.Number
  let point: [JSON.Number]
  let pointOrigin: Certificate.Origin
  let boxes: Int
  let boxesLeft: Int
  let minimizerBoxes: [Box]
  let claim: Claim?

  struct Box: Encodable {
    let lower: [JSON.Number]
    let upper: [JSON.Number]
    let holdsAtMostOne: Bool
  }

  struct Claim: Encodable {
    let value: JSON.Number
    let verdict: Certificate.Verdict
  }

  init(_ certificate: Certificate, claim: Double?) {
    let verdict = claim.map(certificate.verdict)
    objective = certificate.objective
    status = verdict?.isRefusal == true ? "refused" : certificate.status.rawValue
    lower = JSON.Number(certificate.lower)
    upper = JSON.Number(certificate.upper)
    tolerance = JSON.Number(certificate.tolerance)
    point = certificate.point.map(JSON.Number.init)
    pointOrigin = certificate.origin
    boxes = certificate.boxes
    boxesLeft = certificate.boxesLeft
    minimizerBoxes = certificate.minimizerBoxes.map {
      Box(
        lower: $0.lower.map(JSON.Number.init), upper: $0.upper.map(JSON.Number.init),
        holdsAtMostOne: $0.holdsAtMostOne)
    }
    self.claim = claim.flatMap { value in verdict.map { Claim(value: JSON.Number(value), verdict: $0) } }
  }
}
