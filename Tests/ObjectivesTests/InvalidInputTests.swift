import Objectives
import Testing

struct InvalidInputTests {
  @Test(
    "the nearest choice is suggested",
    arguments: [
      ("rastrgin", "rastrigin"), ("RASTRIGIN", "rastrigin"), ("adm", "adam"), ("rosen", "rosenbrock"),
      ("momentun", "momentum"),
    ])
  func nearest(_ word: String, _ choice: String) {
    #expect(InvalidInput.nearest(to: word, among: ["adam", "momentum", "rastrigin", "rosenbrock"]) == choice)
  }

  @Test("nothing is suggested where nothing is near", arguments: ["", "x", "om", "simulated-annealing"])
  func far(_ word: String) {
    #expect(InvalidInput.nearest(to: word, among: ["adam", "momentum", "rastrigin"]) == nil)
    #expect(InvalidInput.nearest(to: word, among: []) == nil)
  }

  @Test("an unknown value is answered with a suggestion, or with what there is")
  func unknown() {
    let near = InvalidInput.unknown("method", "adm", choices: ["adam", "sgd"])
    #expect(near.description == "method: 'adm' is not allowed; did you mean 'adam'?")
    let far = InvalidInput.unknown("method", "simplex", choices: ["adam", "sgd"])
    #expect(far.description == "method: 'simplex' is not allowed; expected one of adam, sgd")
    #expect(InvalidInput(key: "seed", value: "", allowed: "is missing").description == "seed: is missing")
  }
}
