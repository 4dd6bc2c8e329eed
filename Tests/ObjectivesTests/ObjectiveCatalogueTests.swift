import Foundation
import Objectives
import Testing

/// Names and specifications, as users write them.
struct ObjectiveCatalogueTests {
  @Test("the catalogue lists exactly the files of Functions/")
  func folder() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Objectives/Functions")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
    let expected = ObjectiveCatalogue.ids.map { id in
      id.split(separator: "-").joined() + ".swift"
    }
    // A type's name may have capitals inside a word: McCormick, MSELinear2.
    #expect(files.map { $0.lowercased() }.sorted() == expected.sorted())
  }

  @Test("every entry is described", arguments: ObjectiveCatalogue.entries)
  func described(_ entry: ObjectiveCatalogue.Entry) {
    let info = entry.info
    #expect(!info.name.isEmpty && !info.formula.isEmpty && !info.character.isEmpty)
    #expect(info.source.contains(/\b(19|20)\d\d\b/), "a source has a year")
  }

  @Test(
    "a specification gives the objective it names",
    arguments: [
      ("rastrigin", 2, "rastrigin"),
      ("rastrigin[dimension=10]", 10, "rastrigin[dimension=10]"),
      ("rastrigin[instance=2,dimension=5]", 5, "rastrigin[dimension=5,instance=2]"),
      ("branin[dimension=2,instance=3]", 2, "branin[instance=3]"),
      ("sphere[instance=0]", 2, "sphere"),
    ])
  func resolved(_ text: String, _ dimension: Int, _ id: String) throws {
    let objective = try ObjectiveCatalogue.objective(Spec(parsing: text))
    #expect(objective.dimension == dimension)
    #expect(objective.id == id)
    #expect(try ObjectiveCatalogue.objective(Spec(parsing: objective.id)).id == id)
  }

  @Test(
    "mistakes are all reported at once, in the order of the text",
    arguments: [
      ("rastrgin", "objective: 'rastrgin' is not allowed; did you mean 'rastrigin'?"),
      ("Camel", "objective: 'Camel' is not allowed; did you mean 'six-hump-camel'?"),
      (
        "rosenbrock[dimension=1]",
        "rosenbrock.dimension: '1' is not allowed; expected a whole number from 2 to 100"
      ),
      ("eggholder[dimension=3]", "eggholder.dimension: '3' is not allowed; eggholder exists in dimension 2 only"),
      ("branin[instance=4]", "branin.instance: '4' is not allowed; expected a whole number from 0 to 3"),
      (
        "sphere[instance=-1,dimensoin=3,dimension=ten]",
        """
        sphere.instance: '-1' is not allowed; expected a whole number from 0 to 1000000
        sphere option: 'dimensoin' is not allowed; did you mean 'dimension'?
        sphere.dimension: 'ten' is not allowed; expected a whole number from 1 to 100
        """
      ),
    ])
  func mistakes(_ text: String, _ message: String) throws {
    let spec = try Spec(parsing: text)
    let error = #expect(throws: InvalidInputs.self) { try ObjectiveCatalogue.objective(spec) }
    #expect(error?.description == message)
  }

  @Test("a name that resembles none is answered with all names")
  func unknown() throws {
    let error = #expect(throws: InvalidInput.self) { try ObjectiveCatalogue.entry(named: "quadratic-assignment") }
    #expect(error?.allowed == "expected one of " + ObjectiveCatalogue.infos.map(\.id).joined(separator: ", "))
  }
}
