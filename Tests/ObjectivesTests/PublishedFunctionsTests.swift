import Objectives
import Scalars
import Testing

/// The functions as published, against reference files that other software wrote.
struct PublishedFunctionsTests {
  @Test("the reference file covers the catalogue")
  func covered() {
    #expect(Reference.all.map(\.id).sorted() == ObjectiveCatalogue.ids.sorted())
  }

  @Test("domains are the published ones", arguments: Reference.all)
  func domain(_ reference: Reference) throws {
    let domain = try ObjectiveCatalogue.objective(reference.id).domain
    #expect(domain.lower == reference.domain.map { $0[0] })
    #expect(domain.upper == reference.domain.map { $0[1] })
  }

  @Test("minimum and minimizers are the published ones, all of them", arguments: Reference.all)
  func minimum(_ reference: Reference) throws {
    let minimum = try ObjectiveCatalogue.objective(reference.id).minimum
    let published = try #require(Double(reference.minimum))
    // The published value of Schwefel 2.26 is 7e-15, which we round to 0.
    #expect((minimum.value - published).magnitude <= 1e-14 * max(1, published.magnitude))
    #expect(minimum.listsAll == (reference.minimizerCount == nil))
    #expect(minimum.minimizers.count == reference.minimizers.count || !minimum.listsAll)
    for point in reference.minimizers {
      #expect(minimum.minimizers.contains { distance($0, point) <= 1e-15 * max(1, norm(point)) }, "\(point)")
    }
  }

  @Test("every minimizer attains the minimum", arguments: Reference.all)
  func attained(_ reference: Reference) throws {
    let objective = try ObjectiveCatalogue.objective(reference.id)
    let minimum = objective.minimum
    for point in minimum.minimizers {
      let error = objective.value(at: point) - minimum.value
      #expect(error.magnitude <= 1e-12 * max(1, minimum.value.magnitude), "at \(point)")
    }
  }

  @Test("minima of zero are exactly zero at a minimizer that is exact", arguments: Reference.all, [1, 2, 3, 7])
  func cleanZero(_ reference: Reference, _ dimension: Int) throws {
    let dimensions = try ObjectiveCatalogue.entry(named: reference.id).info.dimensions
    guard dimensions.contains(dimension) || !reference.scalable else { return }
    let objective = try ObjectiveCatalogue.objective(reference.id, dimension: reference.scalable ? dimension : nil)
    let minimizer = objective.minimum.minimizers[0]
    guard objective.minimum.value == 0, minimizer.allSatisfy({ $0 == $0.rounded() || $0 == 0.5 }) else { return }
    #expect(objective.value(at: minimizer) == 0)
  }

  @Test("values agree with 50-digit arithmetic", arguments: Reference.all)
  func values(_ reference: Reference) throws {
    for point in try #require(ReferencePoint.byObjective[reference.id]) {
      let objective = try ObjectiveCatalogue.objective(reference.id, dimension: point.x.count)
      let error = (objective.value(at: point.x) - point.value).magnitude
      #expect(error <= 1e-13 * max(1, point.value.magnitude) + 4 * point.valueConditioning, "at \(point.x)")
    }
  }

  @Test("gradients and Hessians agree with symbolic derivatives", arguments: Reference.all)
  func derivatives(_ reference: Reference) throws {
    for point in try #require(ReferencePoint.byObjective[reference.id]) {
      let objective = try ObjectiveCatalogue.objective(reference.id, dimension: point.x.count)
      let allowed = 1e-11 + 8 * 0x1p-53 * phase(reference.id, at: point.x)
      #expect(relativeError(objective.gradient(at: point.x), point.gradient) <= allowed, "at \(point.x)")
      if let hessian = point.hessian {
        #expect(relativeError(objective.hessian(at: point.x), hessian) <= allowed, "at \(point.x)")
      }
    }
  }

  @Test("gradients and Hessians agree with differences of values and of gradients", arguments: Reference.all)
  func differences(_ reference: Reference) throws {
    for point in try #require(ReferencePoint.byObjective[reference.id]) where point.x.count <= 10 {
      guard phase(reference.id, at: point.x) < 300 else { continue }
      let objective = try ObjectiveCatalogue.objective(reference.id, dimension: point.x.count)
      let n = point.x.count
      let hessian = objective.hessian(at: point.x)
      var (differences, differencesOfGradients) = ([Double](), [Double]())
      for i in 0..<n {
        // Small against the finest waves of the catalogue, and exactly what is added.
        let h = 0x1p-22
        let (plus, minus) = (point.x.adding(h, at: i), point.x.adding(-h, at: i))
        let span = plus[i] - minus[i]
        differences.append((objective.value(at: plus) - objective.value(at: minus)) / span)
        differencesOfGradients += zip(objective.gradient(at: plus), objective.gradient(at: minus)).map {
          ($0 - $1) / span
        }
      }
      #expect(relativeError(objective.gradient(at: point.x), differences) <= 1e-5, "at \(point.x)")
      #expect(relativeError(hessian, differencesOfGradients) <= 1e-5, "at \(point.x)")
    }
  }

  /// Where the gradient at a minimizer need not vanish, or the Hessian be definite: a cone or a kink, a minimizer on the
  /// boundary, a valley of minimizers, a Hessian that is singular: nine weights that fit four answers, for example.
  static let notStationary = [
    "ackley", "eggholder", "bukin-6", "salomon", "alpine-1", "adjiman", "xin-she-yang-2", "powell-singular",
    "whitley", "linear-net-saddle", "xor-network",
  ]

  @Test(
    "at smooth interior minimizers the gradient vanishes and the Hessian is positive definite",
    arguments: Reference.all.filter { !notStationary.contains($0.id) })
  func stationary(_ reference: Reference) throws {
    let objective = try ObjectiveCatalogue.objective(reference.id)
    for point in objective.minimum.minimizers {
      let hessian = objective.hessian(at: point)
      // The gradient at a minimizer rounded to double, and terms of the size of the minimum that cancel in it.
      let allowed =
        1e-15 * hessian.reduce(0) { $0 + $1.magnitude } * max(1, norm(point))
        + 1e-15 * objective.minimum.value.magnitude
      #expect(norm(objective.gradient(at: point)) <= allowed, "at \(point)")
      #expect(isPositiveDefinite(hessian, dimension: point.count), "at \(point)")
    }
  }

  @Test("the gradient at Eggholder's minimizer points out of the domain")
  func boundaryMinimizer() throws {
    let objective = try ObjectiveCatalogue.objective("eggholder")
    let gradient = objective.gradient(at: objective.minimum.minimizers[0])
    #expect(gradient[0] < -0.1)
    #expect(gradient[1].magnitude < 1e-12)
  }

  @Test("derivatives at the tip of Ackley's cone are finite, and the gradient is zero")
  func cone() throws {
    let objective = try ObjectiveCatalogue.objective("ackley")
    #expect(objective.gradient(at: [0, 0]) == [0, 0])
    #expect(objective.hessian(at: [0, 0]).allSatisfy { $0.isFinite })
  }

  @Test("Goldstein–Price has its four published local minima")
  func goldsteinPrice() throws {
    let objective = try ObjectiveCatalogue.objective("goldstein-price")
    for (point, value) in [([0, -1], 3.0), ([-0.6, -0.4], 30), ([1.8, 0.2], 84), ([1.2, 0.8], 840)] {
      #expect((objective.value(at: point) - value).magnitude < 1e-10)
      #expect(distance(objective.gradient(at: point), [0, 0]) < 1e-8)
    }
  }

  @Test("NaN in a coordinate makes the value NaN", arguments: ObjectiveCatalogue.ids)
  func notANumber(_ id: String) throws {
    let objective = try ObjectiveCatalogue.objective(id)
    for i in 0..<objective.dimension {
      var x = Array(repeating: 0.5, count: objective.dimension)
      x[i] = .nan
      #expect(objective.value(at: x).isNaN)
    }
  }
}
