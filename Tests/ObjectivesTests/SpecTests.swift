import Objectives
import Testing

struct SpecTests {
  @Test("a name alone, or with options in the order written")
  func parsing() throws {
    #expect(try Spec(parsing: "adam") == Spec(name: "adam"))
    let spec = try Spec(parsing: " adam [ learningRate = 0.01 , schedule=cosine ] ")
    #expect(spec.name == "adam")
    #expect(
      spec.options == [.init(key: "learningRate", value: "0.01"), .init(key: "schedule", value: "cosine")])
    #expect(spec["schedule"] == "cosine")
    #expect(spec["momentum"] == nil)
    #expect(spec.description == "adam[learningRate=0.01,schedule=cosine]")
  }

  @Test("values may be specifications with options of their own")
  func nesting() throws {
    let text = "multistart[local=l-bfgs[memory=5,search=wolfe[c=1]],starts=10]"
    let spec = try Spec(parsing: text)
    #expect(spec.options.map(\.key) == ["local", "starts"])
    #expect(spec["local"] == "l-bfgs[memory=5,search=wolfe[c=1]]")
    #expect(try Spec(parsing: spec["local"]!)["search"] == "wolfe[c=1]")
    #expect(spec.description == text)
  }

  @Test(
    "what is not a specification is answered with what is wrong with it",
    arguments: [
      ("", "expected a name, as in 'adam' or 'adam[learningRate=0.01]'"),
      ("two words", "expected a name, as in 'adam' or 'adam[learningRate=0.01]'"),
      ("..", "expected a name, as in 'adam' or 'adam[learningRate=0.01]'"),
      ("adam]", "expected a name, as in 'adam' or 'adam[learningRate=0.01]'"),
      ("[a=1]", "a name stands before the '['"),
      ("adam[a=1", "the options end with ']'"),
      ("adam[a=1]b", "the options end with ']'"),
      ("adam[a=1]]", "the brackets do not match"),
      ("adam[a=b[c=1]", "the brackets do not match"),
      ("adam[]", "options are written key=value"),
      ("adam[a]", "options are written key=value"),
      ("adam[a=]", "options are written key=value"),
      ("adam[=1]", "options are written key=value"),
      ("adam[a=1,]", "options are written key=value"),
      ("adam[a=1,a=2]", "the option 'a' stands twice"),
    ])
  func errors(_ text: String, _ allowed: String) {
    let error = #expect(throws: InvalidInput.self) { try Spec(parsing: text) }
    #expect(error == InvalidInput(key: "specification", value: text, allowed: allowed))
  }

  @Test("the slug is safe as a file name")
  func slug() throws {
    #expect(try Spec(parsing: "bbob-f3[instance=2,dimension=5]").slug == "bbob-f3-instance_2-dimension_5")
    #expect(try Spec(parsing: "adam[learningRate=1e-3]").slug == "adam-learningRate_1e-3")
    let odd = try Spec(parsing: "x[path=../é/ b]").slug
    #expect(odd == "x-path_..____b")
    #expect(odd.allSatisfy { $0.isASCII && $0 != "/" && $0 != " " })
  }
}
