import Objectives
import Testing

/// What holds in every dimension of a scalable function.
struct DimensionTests {
  static let dimensions = [1, 2, 5, 10, 50]

  @Test("domain, minimizers and minimum scale with the dimension", arguments: Reference.scalable, dimensions)
  func contract(_ reference: Reference, _ dimension: Int) throws {
    let info = try ObjectiveCatalogue.entry(named: reference.id).info
    guard info.dimensions.contains(dimension) else {
      #expect(reference.id == "rosenbrock" && dimension == 1)
      return
    }
    let objective = try ObjectiveCatalogue.objective(reference.id, dimension: dimension)
    #expect(objective.dimension == dimension)
    #expect(objective.domain.lower == Array(repeating: reference.domain[0][0], count: dimension))
    #expect(objective.domain.upper == Array(repeating: reference.domain[0][1], count: dimension))

    let minimum = objective.minimum
    #expect(minimum.minimizers == [Array(repeating: reference.minimizers[0][0], count: dimension)])
    let attained = objective.value(at: minimum.minimizers[0])
    #expect((attained - minimum.value).magnitude <= 1e-12 * max(1, minimum.value.magnitude))
    #expect(objective.gradient(at: minimum.minimizers[0]).count == dimension)
    #expect(objective.hessian(at: minimum.minimizers[0]).count == dimension * dimension)
    #expect(objective.id == (dimension == 2 ? reference.id : "\(reference.id)[dimension=\(dimension)]"))
  }

  @Test("minima that depend on the dimension are the published ones, rounded once")
  func published() throws {
    for (dimension, digits) in try #require(Reference.of("styblinski-tang").minimumByDimension) {
      let objective = try ObjectiveCatalogue.objective("styblinski-tang", dimension: Int(dimension))
      #expect(objective.minimum.value == Double(digits))
    }
    for reference in Reference.scalable where reference.id != "styblinski-tang" {
      #expect(try ObjectiveCatalogue.objective(reference.id, dimension: 7).minimum.value == 0)
    }
  }

  @Test("the dimensions that exist", arguments: Reference.all)
  func range(_ reference: Reference) throws {
    let dimensions = try ObjectiveCatalogue.entry(named: reference.id).info.dimensions
    let first = reference.id == "rosenbrock" ? 2 : 1
    #expect(dimensions == (reference.scalable ? .scalable(first...100) : .fixed(2)))
    #expect(dimensions.default == 2)
  }
}
