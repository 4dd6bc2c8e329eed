import Foundation
import Testing

@Suite("certify")
struct CertifyCommandTests {
  private func certify(_ arguments: [String]) throws -> Tool {
    try Tool.run(["certify"] + arguments, in: FileManager.default.temporaryDirectory)
  }

  @Test("a minimum is enclosed, and its minimizers are in boxes")
  func json() throws {
    let run = try certify(["--objective", "six-hump-camel", "--format", "json"])
    #expect(run.status == 0)
    let document = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    // Published: −1.03162845348987735 at ±(0.08984201310031806, −0.7126564030207396).
    let (lower, upper) = try (#require(document["lower"] as? Double), #require(document["upper"] as? Double))
    #expect(lower <= -1.0316284534898773 && -1.0316284534898774 <= upper && upper - lower <= 1e-6)
    #expect(document["status"] as? String == "certified" && document["objective"] as? String == "six-hump-camel")
    #expect(try #require(document["boxes"] as? Int) > 0)
    let boxes = try #require(document["minimizerBoxes"] as? [[String: Any]])
    #expect(boxes.count == 2)
    let low = try #require(boxes[1]["lower"] as? [Double])
    let high = try #require(boxes[1]["upper"] as? [Double])
    for (i, x) in [0.08984201310031806, -0.7126564030207396].enumerated() { #expect(low[i] <= x && x <= high[i]) }
  }

  @Test("an expression is certified like a function of the catalogue")
  func expression() throws {
    let run = try certify(["--expression", "(x - 1)^2 + abs(y)", "--domain", "-3,4;-1,2"])
    #expect(run.status == 0)
    #expect(run.output.contains("expression: certified"))
  }

  @Test("the right claim is accepted; one that is off by 1e-4 is refused on either side, and the text says why")
  func claims() throws {
    let accepted = try certify(["--objective", "branin", "--claim", "0.397887357729738"])
    #expect(accepted.status == 0 && accepted.output.contains("is accepted"))
    let low = try certify(["--objective", "branin", "--claim", "0.3977"])
    #expect(
      low.status == 1 && low.output.contains("refused: too low, no point of the domain has a value below 0.39788"))
    let high = try certify(["--objective", "branin", "--claim", "0.398"])
    #expect(high.status == 1 && high.output.contains("refused: too high, f("))
    let json = try certify(["--objective", "branin", "--claim", "0.398", "--format", "json"])
    #expect(json.status == 1 && json.output.contains("\"status\": \"refused\""))
  }

  @Test("a search that does not finish says how far it got, and decides nothing that it has not proved")
  func unfinished() throws {
    let run = try certify(["--objective", "goldstein-price", "--max-boxes", "30", "--claim", "3"])
    #expect(run.status == 1)
    #expect(run.output.contains("goldstein-price: unfinished") && run.output.contains("claim       3 is undecided"))
    #expect(run.output.contains("30 enclosed"))
  }

  @Test("a search that cannot be finished gives no advice that would not help")
  func exhausted() throws {
    let jump = try certify(["--expression", "floor(3*x)+y^2", "--domain", "-1,1"])
    #expect(jump.status == 1 && jump.output.contains("more would not help: what is left cannot be divided"))
    #expect(jump.output.contains("the formula jumps there") && !jump.output.contains("--max-boxes"))
    let pole = try certify(["--expression", "tan(x)", "--domain", "0,3"])
    #expect(pole.status == 1 && pole.output.contains("the formula has a pole there"))
    let nothing = try certify(["--expression", "0/0+x", "--domain", "0,3"])
    #expect(nothing.status == 1 && nothing.output.contains("none: the formula is defined nowhere"))
    let short = try certify(["--objective", "goldstein-price", "--max-boxes", "30"])
    #expect(short.output.contains("--max-boxes or a larger --tolerance would let it finish"))
  }

  @Test("mistakes are named all at once, with exit code 64")
  func mistakes() throws {
    let run = try certify([
      "--objective", "branin", "--tolerance", "0", "--max-boxes", "0", "--claim", "nan",
    ])
    #expect(run.status == 64 && run.output.isEmpty)
    for text in ["--tolerance: '0'", "--max-boxes: '0'", "--claim: 'nan'"] { #expect(run.errors.contains(text)) }
  }
}
