import Objectives
import Testing

/// What holds in every dimension of a scalable function.
struct DimensionTests {
  static let dimensions = [1, 2, 5, 10, 50]

  @Test("domain, minimizers and minimum scale with the dimension", arguments: Reference.scalable, dimensions)
  func contract(_ reference: Reference, _ dimension: Int) throws {
    guard try ObjectiveCatalogue.entry(named: reference.id).info.dimensions.contains(dimension) else { return }
    let objective = try ObjectiveCatalogue.objective(reference.id, dimension: dimension)
    #expect(objective.dimension == dimension)
    #expect(objective.domain.lower == Array(repeating: reference.domain[0][0], count: dimension))
    #expect(objective.domain.upper == Array(repeating: reference.domain[0][1], count: dimension))
    #expect(objective.id == (dimension == 2 ? reference.id : "\(reference.id)[dimension=\(dimension)]"))

    let minimum = objective.minimum
    if let first = reference.minimizers[0].first, reference.minimizers == [[first, first]] {
      #expect(minimum.minimizers == [Array(repeating: first, count: dimension)])
    }
    for point in minimum.minimizers {
      #expect(point.count == dimension && objective.domain.contains(point))
      #expect((objective.value(at: point) - minimum.value).magnitude <= 1e-12 * max(1, minimum.value.magnitude))
    }
    #expect(objective.gradient(at: minimum.minimizers[0]).count == dimension)
    #expect(objective.hessian(at: minimum.minimizers[0]).count == dimension * dimension)
  }

  @Test("minima that depend on the dimension are the published ones, rounded once; the others are 0")
  func published() throws {
    for reference in Reference.scalable {
      for (dimension, digits) in reference.minimumByDimension ?? ["7": "0"] {
        let objective = try ObjectiveCatalogue.objective(reference.id, dimension: Int(dimension))
        #expect(objective.minimum.value == Double(digits), "\(objective.id)")
      }
    }
  }

  @Test(
    "all minimizers are listed while they are few",
    arguments: [
      ("dixon-price", 1, 1), ("dixon-price", 2, 2), ("dixon-price", 7, 2), ("alpine-1", 1, 8), ("alpine-1", 3, 512),
    ])
  func allListed(_ id: String, _ dimension: Int, _ count: Int) throws {
    let minimum = try ObjectiveCatalogue.objective(id, dimension: dimension).minimum
    #expect(minimum.listsAll)
    #expect(Set(minimum.minimizers).count == count && minimum.minimizers.count == count)
  }

  @Test("a list of some minimizers of many says so")
  func someListed() throws {
    let minimum = try ObjectiveCatalogue.objective("alpine-1", dimension: 10).minimum
    #expect(!minimum.listsAll)
    #expect(minimum.minimizers.count == 8)
  }

  @Test("the dimensions that exist", arguments: Reference.all)
  func range(_ reference: Reference) throws {
    let dimensions = try ObjectiveCatalogue.entry(named: reference.id).info.dimensions
    #expect(dimensions.default == reference.dimension)
    guard reference.scalable else {
      #expect(dimensions == .fixed(reference.dimension))
      return
    }
    let first = reference.id == "rosenbrock" ? 2 : 1
    let last = ["michalewicz": 20, "xin-she-yang-2": 10][reference.id] ?? 100
    #expect(dimensions == .scalable(first...last))
  }
}
