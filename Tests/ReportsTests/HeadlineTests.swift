import Objectives
import Statistics
import Testing

@testable import Reports

@Suite("The headline")
struct HeadlineTests {
  private static func sentence(_ all: [(String, Int, Int)], failed: Int = 0) -> String {
    Headline(
      contestants: all.map { .init(label: $0.0, success: Proportion(count: $0.1, of: $0.2)) }, failed: failed
    ).sentence.replacing("\u{A0}", with: " ")
  }

  @Test("names the best with its interval, and the last")
  func best() {
    #expect(
      Self.sentence([("Adam", 700, 1400), ("Multistart", 1302, 1400), ("Gradient descent", 294, 1400)])
        == "Multistart reached the global minimum most often: in 93 % of its 1,400 runs (92–94 %);"
        + " least often, Gradient descent, in 21 %.")
  }

  @Test("says that a lead is not settled where intervals overlap")
  func overlap() {
    let text = Self.sentence([("A", 37, 50), ("B", 35, 50), ("C", 0, 50)])
    #expect(
      text == "A reached the global minimum most often: in 74 % of its 50 runs (60–84 %); least often, C, never."
        + " The interval of A overlaps with that of B, so the lead is not settled.")
  }

  @Test("with two methods, compares the two")
  func two() {
    #expect(
      Self.sentence([("A", 50, 50), ("B", 0, 50)])
        == "A reached the global minimum most often: in all of its 50 runs (93–100 %); B, never.")
  }

  @Test(
    "with one method, reports on it alone",
    arguments: [
      (37, 50, "in 74 % of its 50 runs (60–84 %)."), (0, 50, "in none of its 50 runs (0–7 %)."),
      (50, 50, "in all of its 50 runs (93–100 %)."), (1, 1, "in its only run (21–100 %)."),
    ])
  func one(count: Int, total: Int, ending: String) {
    #expect(Self.sentence([("Adam", count, total)]) == "Adam reached the global minimum " + ending)
  }

  @Test("one run that missed is not called none of its runs")
  func oneMiss() {
    #expect(Self.sentence([("Adam", 0, 1)]) == "Adam did not reach the global minimum in its only run (0–79 %).")
  }

  @Test("with ties, names all who lead")
  func ties() {
    let text = Self.sentence([("A", 25, 50), ("B", 25, 50), ("C", 1, 50)])
    #expect(text.hasPrefix("A and B reached the global minimum equally often, in 50 % of their runs (37–63 %);"))
    #expect(text.hasSuffix("least often, C, in 2 %."))
    #expect(
      Self.sentence([("A", 50, 50), ("B", 50, 50)]).hasPrefix("Both methods reached the global minimum in every"))
    #expect(Self.sentence([("A", 5, 50), ("B", 5, 50), ("C", 5, 50)]).hasPrefix("All 3 methods reached"))
  }

  @Test("says so when nobody arrives, and what remains possible")
  func nobody() {
    #expect(
      Self.sentence([("A", 0, 50), ("B", 0, 50)])
        == "None of the 2 methods reached the global minimum in any of the 100 runs; true rates up to 7 % remain possible."
    )
  }

  @Test("counts failed runs, and says when nothing has run")
  func failed() {
    #expect(Self.sentence([("A", 1, 50)], failed: 2).hasSuffix("2 runs failed and count as not reaching it."))
    #expect(Self.sentence([("A", 1, 50)], failed: 1).hasSuffix("One run failed and counts as not reaching it."))
    #expect(Self.sentence([("A", 0, 0)]) == "No run has finished yet.")
  }

  @Test("never rounds to certainty")
  func rounding() {
    #expect(Self.sentence([("A", 299, 300)]).contains(">99 % of its 300 runs"))
    #expect(Self.sentence([("A", 1, 300)]).contains("<1 % of its 300 runs"))
    #expect(Self.sentence([("A", 1400, 1400)]).contains("(99.7–100 %)"))
  }
}

@Suite("Numbers for people")
struct PhraseTests {
  @Test(
    "quantities have two digits and true superscripts",
    arguments: [
      (0.00012, "1.2×10⁻⁴"), (1e-4, "10⁻⁴"), (0.52, "0.52"), (12.34, "12"), (1234.4, "1,234"), (0, "0"), (-0.5, "−0.5"),
      (4.2e-17, "4.2×10⁻¹⁷"), (99999, "10⁵"), (1.5e300, "1.5×10³⁰⁰"), (.infinity, "∞"), (-.infinity, "−∞"), (.nan, "–"),
      (0.999, "1"), (0.00123, "0.0012"),
    ] as [(Double, String)])
  func quantities(number: Double, text: String) { #expect(Phrase.quantity(number) == text) }

  @Test("37 of 50 is 74 %, 60 to 84 %")
  func rates() {
    let share = Proportion(count: 37, of: 50)
    #expect(Words.share(share) == "37\u{A0}of\u{A0}50")
    #expect(Words.percent(share) == "74\u{A0}%")
    #expect(Words.interval(share) == "60–84\u{A0}%")
    let precise = Proportion(count: 12_345, of: 1_000_000)
    #expect(Words.percent(precise) == "1.23\u{A0}%" && Words.interval(precise) == "1.21–1.26\u{A0}%")
    #expect(Words.percent(Proportion(count: 3, of: 1_000_000)) == "<0.001\u{A0}%")
  }

  @Test("points beyond four coordinates are shortened")
  func points() {
    #expect(Phrase.point([-0.9949586, 0]) == "(−0.995, 0)")
    #expect(Phrase.point([1, 2, 3, 4, 5]) == "(1, 2, 3, …)")
    #expect(Phrase.point([0, 0, 0, 0, 0]) == "(0, …, 0)")
  }
}
