import Certificates
import Objectives

// Encloses the minimum of every function of the catalogue, and of a few in more dimensions, to 1e-6: how many boxes,
// and how many milliseconds (median of five). Known minimizers serve as the upper bound, as in `generate-report certify`.

let specs =
  ObjectiveCatalogue.entries.map(\.info.id).filter { !$0.hasPrefix("bbob") } + [
    "styblinski-tang[dimension=4]", "rastrigin[dimension=4]", "rastrigin[instance=1]", "himmelblau[instance=1]",
  ]
for spec in CommandLine.arguments.count > 1 ? Array(CommandLine.arguments.dropFirst()) : specs {
  let objective = try ObjectiveCatalogue.objective(Spec(parsing: spec))
  var certificate = Certificate.certify(objective)
  let times = (0..<5).map { _ in
    let begin = ContinuousClock.now
    certificate = Certificate.certify(objective)
    let elapsed = ContinuousClock.now - begin
    return Double(elapsed.components.seconds) * 1e3 + Double(elapsed.components.attoseconds) * 1e-15
  }.sorted()
  print("| \(spec) | \(certificate.status) | \(certificate.boxes) | \((times[2] * 10).rounded() / 10) |")
}
