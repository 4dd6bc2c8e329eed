import Objectives
import Testing

@testable import Certificates

@Suite("Stationary points")
struct StationaryPointsTests {
  private func search(_ spec: String, in window: Box? = nil) throws -> StationaryPoints {
    let objective = try ObjectiveCatalogue.objective(Spec(parsing: spec))
    return try #require(StationaryPoints(of: objective, in: window))
  }

  /// Minima inside and on the boundary, as counted elsewhere: by others, by grids of local searches, or by hand.
  private static let counts: [(id: String, interior: Int, boundary: Int)] = [
    ("sphere", 1, 0), ("booth", 1, 0), ("matyas", 1, 0), ("mse-linear-2", 1, 0), ("zakharov", 1, 0),
    ("rosenbrock", 1, 0), ("rastrigin", 121, 0), ("styblinski-tang", 4, 0), ("himmelblau", 4, 0),
    ("six-hump-camel", 6, 0), ("three-hump-camel", 3, 0), ("goldstein-price", 4, 0), ("branin", 3, 0),
    ("branin-02", 10, 2), ("beale", 1, 2), ("mccormick", 2, 0), ("bird", 6, 0), ("bohachevsky-1", 25, 0),
    ("dixon-price", 2, 0), ("levy", 40, 8), ("levy-05", 494, 16), ("egg-crate", 9, 16), ("periodic", 49, 0),
    ("adjiman", 0, 3), ("ursem-1", 2, 0), ("vincent", 36, 0), ("quartic-double-well", 2, 0), ("giunta", 1, 3),
    ("sigmoid-neuron", 2, 0), ("deceptive-1d", 3, 0), ("gramacy-lee", 9, 0), ("forrester", 2, 0),
    // 38 on edges and one in the corner (−10, −10).
    ("shubert", 722, 39),
    // The three of the literature's four that there are.
    ("hartmann-3", 3, 0),
  ]

  @Test("all minima are found, each proved, with no other left", arguments: counts)
  func counts(_ id: String, _ interior: Int, _ boundary: Int) throws {
    let found = try search(id)
    #expect(found.isComplete)
    #expect(found.points.allSatisfy(\.isProved))
    #expect(found.count(.minimum, boundary: false) == interior)
    #expect(found.count(.minimum, boundary: true) == boundary)
  }

  @Test("minima less saddles plus maxima make 1, the Euler characteristic of a box", arguments: counts.map(\.id))
  func indices(_ id: String) throws {
    let found = try search(id)
    let dimension = found.points[0].x.count
    guard dimension < 3 else { return }
    #expect(found.points.reduce(0) { $0 + $1.index(dimension: dimension) } == 1)
  }
}
