import Objectives
import Testing

@Suite("The network that learns the exclusive or")
struct XorNetworkTests {
  private let network = XorNetwork()

  @Test("it answers 1 where the signs differ at the minimizer, and nothing at the origin")
  func values() {
    #expect(network.value(at: network.minimum.minimizers[0]) < 1e-30)
    #expect(network.value(at: [Double](repeating: 0, count: 9)) == 1)
    // The answer is c alone: two errors of c − 1, two of c + 1.
    #expect(network.value(at: [0, 0, 0, 0, 0, 0, 0, 0, 3]) == 10)
  }

  @Test("exchanging the units, or the signs of one, changes nothing")
  func symmetries() {
    let x = [0.3, -1.2, 0.5, 2, 0.7, -0.4, 1.1, -0.6, 0.2]
    let exchanged = Array(x[3..<6] + x[0..<3]) + [x[7], x[6], x[8]]
    let turned = x[0..<3].map { -$0 } + Array(x[3..<6]) + [-x[6], x[7], x[8]]
    #expect(abs(network.value(at: x) - network.value(at: exchanged)) < 1e-15)
    #expect(abs(network.value(at: x) - network.value(at: turned)) < 1e-15)
  }

  @Test("with one unit's output the other way, it is a straight computation")
  func byHand() {
    // tanh(0.5 p + 0.25 q) v₁ + c − y, with only the first unit at work: values of tanh from tables.
    let x = [0.5, 0.25, 0, 0, 0, 0, 2, 0, 0.1]
    let (sum, difference) = (0.63514895238728733, 0.24491866240370913)  // tanh 0.75, tanh 0.25
    let errors = [0.1 - 2 * sum + 1, 0.1 + 2 * difference - 1, 0.1 - 2 * difference - 1, 0.1 + 2 * sum + 1]
    #expect(abs(network.value(at: x) - errors.reduce(0) { $0 + $1 * $1 } / 4) < 1e-14)
  }
}
