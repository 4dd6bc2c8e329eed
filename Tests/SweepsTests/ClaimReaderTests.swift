import Objectives
import Testing

@testable import Sweeps

@Suite("Claims in a study")
struct ClaimReaderTests {
  private func study(_ claims: String) throws -> Study {
    try StudyReader.study(
      from: """
        objectives: [sphere, "rastrigin[instance=1]"]
        methods: [adam, {name: momentum, learningRate: [0.001, 0.01]}, newton]
        claims:
        \(claims)
        """, file: "study.yaml", figureKinds: [])
  }

  @Test("a claim names methods and objectives as the study does; a bare name stands for all variants")
  func read() throws {
    let study = try study(
      """
        - {id: a, statement: Adam wins, rule: more-often, methods: [adam], against: ["momentum[learningRate=0.01]"]}
        - {id: b, statement: All arrive, rule: share-at-least, share: 0.9, methods: [momentum, newton], objectives: ["rastrigin[instance=1]"]}
        - {id: c, statement: None leaves, rule: share-at-most, outcome: outsideDomain, share: 0.01, methods: [adam]}
        - {id: d, statement: Stop early, rule: experiment, experiment: early-stopping, replications: 40}
      """)
    let claims = study.claims
    #expect(claims.map(\.id) == ["a", "b", "c", "d"])
    #expect(claims[0].rule == .moreOften(.reached) && claims[0].methods == [0] && claims[0].against == [2])
    #expect(claims[0].objectives == [0, 1] && claims[1].objectives == [1])
    #expect(claims[1].rule == .shareAtLeast(0.9, .reached) && claims[1].methods.contains(3))
    #expect(claims[2].rule == .shareAtMost(0.01, .outsideDomain))
    #expect(claims[3].rule == .experiment("early-stopping", replications: 40) && claims[3].methods.isEmpty)
    let again = try StudyReader.study(from: study.yaml, file: "again.yaml", figureKinds: [])
    #expect(again.claims == claims)
  }

  @Test(
    "what is wrong with a claim is said, with its line",
    arguments: [
      ("{id: a, statement: S, rule: better, methods: [adam]}", "expected one of more-often"),
      ("{id: a, statement: S, rule: more-often, methods: [adam]}", "needs the methods to compare with"),
      ("{id: a, statement: S, rule: basin-share, methods: [adam], against: [newton]}", "compares with no other"),
      ("{id: a, statement: S, rule: more-often, methods: [lion], against: [adam]}", "'lion'"),
      ("{id: a, statement: S, rule: share-at-least, methods: [adam]}", "needs this key"),
      ("{id: a, statement: S, rule: share-at-least, share: 2, methods: [adam]}", "from 0 to 1"),
      ("{id: a, statement: S, rule: basin-share, share: 0.5, methods: [adam]}", "takes no such key"),
      ("{id: a, statement: S, rule: experiment, experiment: alchemy, replications: 50}", "'alchemy'"),
      ("{id: a, statement: S, rule: experiment, experiment: early-stopping}", "needs this key"),
      ("{id: a, statement: S, rule: experiment, experiment: early-stopping, replications: 5}", "from 20 to"),
      (
        "{id: a, statement: S, rule: experiment, experiment: early-stopping, replications: 50, methods: [adam]}",
        "has its own"
      ),
      ("{id: a b, statement: S, rule: basin-share, methods: [adam]}", "letters, digits and hyphens"),
      ("{id: a, rule: basin-share, methods: [adam]}", "needs the key 'statement'"),
      ("{id: a, statement: S, rule: basin-share, methods: [adam], sure: yes}", "'sure'"),
      ("{id: a, statement: S, rule: more-often, outcome: won, methods: [adam], against: [newton]}", "'won'"),
      ("{id: a, statement: S, rule: basin-share, methods: [adam], objectives: [ackley]}", "'ackley'"),
    ])
  func mistakes(claim: String, part: String) throws {
    let error = #expect(throws: StudyMistakes.self) { try study("  - " + claim) }
    let text = "\(try #require(error))"
    #expect(text.contains(part) && text.contains("study.yaml:4"), "\(text)")
  }

  @Test("two claims with one name are refused, for they would share their files")
  func twice() throws {
    let claim = "  - {id: a, statement: S, rule: basin-share, methods: [adam]}"
    #expect(throws: StudyMistakes.self) { try study(claim + "\n" + claim) }
  }
}
