import Objectives
import Testing

@testable import Sweeps

@Suite("Ranges of hyper-parameters")
struct SweepRangeTests {
  private func values(_ text: String) throws -> [Double]? { try SweepRange(parsing: text, key: "k")?.values }

  @Test("log has equal ratios: decades and their geometric means; its ends are exact")
  func log() throws {
    #expect(try values("log(1e-4, 1, 5)") == [1e-4, 1e-3, 1e-2, 0.1, 1])
    // √10 · 10⁻⁴ … in six digits.
    #expect(try values("log(1e-4, 1, 9)") == [1e-4, 0.000316228, 1e-3, 0.00316228, 1e-2, 0.0316228, 0.1, 0.316228, 1])
    #expect(try values("log(1, 1e-2, 3)") == [1, 0.1, 0.01])
    #expect(try values("log(0.123456789012, 3, 2)") == [0.123456789012, 3])
    #expect(try values("log(1, 1024, 11)") == (0...10).map { Double(1 << $0) })
  }

  @Test("linear has equal distances, without the dust of binary fractions")
  func linear() throws {
    #expect(try values("linear(0, 0.9, 4)") == [0, 0.3, 0.6, 0.9])
    #expect(try values("linear(4, 20, 5)") == [4, 8, 12, 16, 20])
    #expect(try values("linear( 1 ,-1, 3)") == [1, 0, -1])
  }

  @Test("what is no range is left alone; what is a wrong one is named with what is allowed")
  func mistakes() throws {
    for text in ["0.1", "adam", "100*0.1;300*0.1", "l-bfgs[memory=5]", "exp(1, 2, 3)"] {
      #expect(try values(text) == nil)
    }
    for (text, words) in [
      ("log(0, 1, 3)", "above 0"), ("log(-1, 1, 3)", "above 0"), ("linear(0, 1, 1)", "from 2 to 1000"),
      ("linear(0, 1, 1001)", "from 2 to 1000"), ("linear(1, 1, 3)", "different"), ("log(1, 2)", "how many"),
      ("log(1, x, 3)", "how many"), ("log(1, inf, 3)", "how many"), ("log(1e-4", "quotes"),
    ] {
      let error = #expect(throws: InvalidInput.self) { try values(text) }
      #expect(error?.description.contains(words) == true && error?.value == text && error?.key == "k", "\(text)")
    }
  }

  @Test("in a study every combination is a variant, from text and from mappings, and the resolved study says the same")
  func study() throws {
    let text = """
      objectives: [sphere]
      methods:
        - 'momentum[learningRate=log(1e-4, 1e-2, 3)]'
        - name: nesterov
          learningRate: log(0.01, 1, 2)
          momentum: [0.5, 'linear(0.6, 0.8, 3)']
      """
    let study = try StudyReader.study(from: text, file: "s.yaml", figureKinds: [])
    let ids = study.methods.map(\.id)
    #expect(ids.count == 3 + 2 * 4 && Set(ids).count == ids.count)
    #expect(ids[0] == "momentum[learningRate=0.0001]" && ids[3] == "nesterov[learningRate=0.01,momentum=0.5]")
    let again = try StudyReader.study(from: study.yaml, file: "s.yaml", figureKinds: [])
    #expect(again.yaml == study.yaml && again.methods.map(\.id) == ids)
  }

  @Test("a range that is wrong is named with its line; too many variants too, and a fraction where whole numbers stand")
  func studyMistakes() {
    func problem(_ method: String) -> String {
      do {
        _ = try StudyReader.study(
          from: "objectives: [sphere]\nmethods:\n  - \(method)\n", file: "s.yaml", figureKinds: [])
        return ""
      } catch { return "\(error)" }
    }
    #expect(problem("adam[learningRate=log(0,1,3)]").contains("adam.learningRate"))
    #expect(
      problem("{name: adam, learningRate: 'linear(0, 1, 3)', beta1: 'linear(0.1, 0.9, 900)'}").contains("at most 1000"))
    #expect(problem("'l-bfgs[memory=linear(1, 4, 5)]'").contains("1.75"))
    #expect(problem("{name: adam, learningRate: log(1e-4, 1, 9)}").contains("quotes"))
  }
}
