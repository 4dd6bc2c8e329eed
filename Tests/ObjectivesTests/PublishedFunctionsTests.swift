import Objectives
import Scalars
import Testing

/// The functions as published, against reference files that other software wrote.
struct PublishedFunctionsTests {
  @Test("the reference file covers the catalogue")
  func covered() {
    #expect(Set(Reference.file.map(\.id)).isSuperset(of: ObjectiveCatalogue.ids))
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
    #expect(minimum.minimizers.count == reference.minimizers.count)
    for point in reference.minimizers {
      #expect(minimum.minimizers.contains { distance($0, point) <= 1e-15 * max(1, distance(point, [0, 0])) })
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

  @Test(
    "minima of zero are exactly zero at the minimizer",
    arguments: ["sphere", "rastrigin", "ackley", "rosenbrock", "griewank", "levy", "beale"], [2, 3, 7])
  func cleanZero(_ id: String, _ dimension: Int) throws {
    let dimensions = try ObjectiveCatalogue.entry(named: id).info.dimensions
    let objective = try ObjectiveCatalogue.objective(id, dimension: dimensions == .fixed(2) ? 2 : dimension)
    #expect(objective.value(at: objective.minimum.minimizers[0]) == 0)
  }

  @Test("values agree with 50-digit arithmetic", arguments: Reference.all)
  func values(_ reference: Reference) throws {
    for point in try #require(ReferencePoint.byObjective[reference.id]) {
      let objective = try ObjectiveCatalogue.objective(reference.id, dimension: point.x.count)
      let value = objective.value(at: point.x)
      #expect((value - point.value).magnitude <= 1e-13 * max(1, point.value.magnitude), "at \(point.x)")
    }
  }

  @Test("gradients and Hessians agree with symbolic derivatives", arguments: Reference.all)
  func derivatives(_ reference: Reference) throws {
    for point in try #require(ReferencePoint.byObjective[reference.id]) {
      let objective = try ObjectiveCatalogue.objective(reference.id, dimension: point.x.count)
      #expect(relativeError(objective.gradient(at: point.x), point.gradient) <= 1e-11, "at \(point.x)")
      if let hessian = point.hessian {
        #expect(relativeError(objective.hessian(at: point.x), hessian) <= 1e-11, "at \(point.x)")
      }
    }
  }

  @Test(
    "at smooth interior minimizers the gradient vanishes and the Hessian is positive definite",
    arguments: Reference.all.filter { !["ackley", "eggholder"].contains($0.id) })
  func stationary(_ reference: Reference) throws {
    let objective = try ObjectiveCatalogue.objective(reference.id)
    for point in objective.minimum.minimizers {
      let hessian = objective.hessian(at: point)
      // The gradient at a minimizer rounded to double.
      let allowed = 1e-15 * hessian.reduce(0) { $0 + $1.magnitude } * max(1, distance(point, [0, 0]))
      #expect(distance(objective.gradient(at: point), [0, 0]) <= allowed, "at \(point)")
      #expect(hessian[0] > 0 && hessian[0] * hessian[3] - hessian[1] * hessian[2] > 0, "at \(point)")
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
    #expect(objective.value(at: [.nan, 0.5]).isNaN)
    #expect(objective.value(at: [0.5, .nan]).isNaN)
  }
}
