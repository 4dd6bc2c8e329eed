import Objectives
import Scalars
import Testing

@testable import Certificates

@Suite("Random functions against dense sampling")
struct SamplingTests {
  @Test("no sampled point is below the enclosure, and the best is not far above it", arguments: 1...40)
  func plane(_ seed: UInt64) {
    let objective = RandomWaves(seed: seed, dimension: 2, waves: 1 + Int(seed % 4))
    let certificate = Certificate.certify(objective, maximumBoxes: 20_000)
    var best = (value: Double.infinity, point: [0.0, 0.0])
    // The corners and faces belong to the lattice.
    for i in 0...400 {
      for j in 0...400 {
        let point = [-2 + 0.01 * Double(i), -2 + 0.01 * Double(j)]
        let value = objective.value(at: point)
        if value < best.value { best = (value, point) }
      }
    }
    #expect(certificate.status == .certified)
    #expect(certificate.lower <= best.value + 1e-12)
    // Second derivatives are below 80: on a lattice of 0.01, 80 · 0.005² · 2 / 2 inside, and slopes below 40 on faces
    // are met exactly, since the faces are part of the lattice.
    #expect(best.value - certificate.upper < 4e-3)
    #expect(
      certificate.minimizerBoxes.contains { $0.contains(best.point, slack: 0.2) }
        || best.value - certificate.lower > 1e-6)
  }

  @Test("in one, three and four dimensions", arguments: [1, 3, 4])
  func dimensions(_ n: Int) {
    for seed in 100..<104 as Range<UInt64> {
      let objective = RandomWaves(seed: seed, dimension: n, waves: 3)
      let certificate = Certificate.certify(objective, maximumBoxes: 20_000)
      #expect(certificate.status == .certified)
      for point in GoldenSequence.points(20_000, in: objective.domain) {
        #expect(objective.value(at: point) >= certificate.lower - 1e-12)
      }
      #expect(objective.value(at: certificate.point) <= certificate.upper)
    }
  }

  @Test("the certificate is the same whenever it is asked for")
  func replay() {
    let objective = RandomWaves(seed: 7, dimension: 2, waves: 3)
    #expect(Certificate.certify(objective) == Certificate.certify(objective))
  }
}
