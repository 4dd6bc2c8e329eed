import Scalars
import Testing

@testable import Objectives

/// Moved instances are the same landscape in another place.
struct InstanceTests {
  static let entries = ObjectiveCatalogue.entries

  /// The moved instances; none where the function exists only as published.
  private func instances(_ entry: ObjectiveCatalogue.Entry, dimension: Int, upTo most: Int) -> Range<Int> {
    1..<(min(most, entry.info.instanceNumbers(dimension: dimension).upperBound) + 1)
  }

  /// The dimension of a fixed function, or those of `dimensions` that a scalable one has.
  private func available(_ entry: ObjectiveCatalogue.Entry, _ dimensions: [Int]) -> [Int] {
    if case .fixed(let n) = entry.info.dimensions { return [n] }
    return dimensions.filter(entry.info.dimensions.contains)
  }

  @Test("minimizers stay in the domain, keep their distances, and attain the minimum", arguments: entries)
  func minimizers(_ entry: ObjectiveCatalogue.Entry) {
    for dimension in available(entry, [1, 2, 3, 10]) {
      let published = entry.objective(dimension: dimension).minimum
      for instance in instances(entry, dimension: dimension, upTo: published.minimizers.count < 10 ? 200 : 3) {
        let objective = entry.objective(dimension: dimension, instance: instance)
        let minimum = objective.minimum
        #expect(minimum.value == published.value && minimum.status == published.status)
        #expect(minimum.minimizers.count == published.minimizers.count)
        for (i, point) in minimum.minimizers.enumerated() {
          #expect(objective.domain.contains(point))
          let error = objective.value(at: point) - minimum.value
          #expect(error.magnitude <= 1e-12 * max(1, minimum.value.magnitude), "\(objective.id)")
          for j in 0..<i {
            let apart = distance(point, minimum.minimizers[j])
            #expect((apart - distance(published.minimizers[i], published.minimizers[j])).magnitude < 1e-13)
          }
        }
      }
    }
  }

  @Test("a moved sphere is the squared distance to its minimizer", arguments: [1, 2, 7])
  func sphere(_ dimension: Int) throws {
    let objective = try ObjectiveCatalogue.objective("sphere", dimension: dimension, instance: 3)
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<20 {
      let x = objective.domain.randomPoint(using: &generator)
      let apart = distance(x, objective.minimum.minimizers[0])
      #expect((objective.value(at: x) - apart * apart).magnitude < 1e-12)
    }
  }

  @Test("motions preserve distances, and their inverse is one", arguments: [1, 2, 5, 20])
  func rigid(_ dimension: Int) {
    let domain = Box(-5...10, dimension: dimension)
    let minimizer = Array(repeating: 1.0, count: dimension)
    var generator = SeededGenerator(seed: 2)
    for motion in [
      RigidMotion.seeded(domain: domain, minimizers: [minimizer], turning: true, axes: ["test"]),
      .seeded(domain: domain, minimizers: [minimizer], turning: false, axes: ["test"]),
      .mirroring(domain, along: Array(0..<dimension), instance: 1),
    ] {
      let points = (0..<10).map { _ in domain.randomPoint(using: &generator) }
      let images = points.map(motion.inverse)
      for i in 1..<10 {
        #expect((distance(points[i], points[0]) - distance(images[i], images[0])).magnitude < 1e-13)
        let image = images[i]
        let back = withTemporaryScalars(Double.self, count: dimension) { y in
          motion.apply(to: image.span, into: y)
          return Array(y)
        }
        #expect(distance(back, points[i]) < 1e-13)
      }
    }
  }

  @Test("curvature at a minimizer does not depend on the motion", arguments: entries)
  func invariants(_ entry: ObjectiveCatalogue.Entry) {
    let cones = ["ackley", "salomon", "xin-she-yang-2", "alpine-1", "bukin-6"]  // which have none
    guard !cones.contains(entry.info.id) else { return }
    /// The traces of the Hessian and of its square.
    func invariants(_ objective: any Objective) -> [Double] {
      let n = objective.dimension
      let h = objective.hessian(at: objective.minimum.minimizers[0])
      return [(0..<n).reduce(0) { $0 + h[$1 * n + $1] }, h.reduce(0) { $0 + $1 * $1 }]
    }
    let published = invariants(entry.objective())
    for instance in instances(entry, dimension: entry.info.dimensions.default, upTo: 3) {
      #expect(relativeError(invariants(entry.objective(instance: instance)), published) < 1e-9)
    }
  }

  @Test("gradients of instances agree with differences and with differentiation through the motion", arguments: entries)
  func gradients(_ entry: ObjectiveCatalogue.Entry) {
    var generator = SeededGenerator(seed: 3)
    for dimension in available(entry, [1, 2, 5]) where !instances(entry, dimension: dimension, upTo: 1).isEmpty {
      let objective = entry.objective(dimension: dimension, instance: 1)
      for _ in 0..<5 {
        let x = objective.domain.randomPoint(using: &generator)
        let gradient = objective.gradient(at: x)
        let through = x.indices.map { i in
          let variables = x.indices.map { Dual(variable: x[$0], lane: $0 == i ? 0 : -1) }
          return objective.dual(at: variables.span).partials[0]
        }
        #expect(relativeError(gradient, through) < 1e-12)
        let hessian = objective.hessian(at: x)
        guard phase(entry.info.id, at: x) == 0 else { continue }  // its waves are too short for differences
        for i in x.indices {
          let step = 1e-7 * objective.domain.widths[i]
          func moved(_ by: Double) -> [Double] { x.indices.map { x[$0] + ($0 == i ? by : 0) } }
          let difference = (objective.value(at: moved(step)) - objective.value(at: moved(-step))) / (2 * step)
          let scale = gradient.reduce(1) { max($0, $1.magnitude) }
          #expect((gradient[i] - difference).magnitude < 1e-4 * scale, "\(objective.id) at \(x)")
          let plus = objective.gradient(at: moved(step))
          let minus = objective.gradient(at: moved(-step))
          let row = x.indices.map { (plus[$0] - minus[$0]) / (2 * step) }
          let exact = Array(hessian[(i * dimension)..<((i + 1) * dimension)])
          #expect(relativeError(row, exact) < 1e-3, "\(objective.id) at \(x)")
        }
      }
    }
  }

  @Test("shifts keep off the centre and off the boundary", arguments: entries)
  func offCentre(_ entry: ObjectiveCatalogue.Entry) {
    guard [.shifted, .shiftedAndRotated].contains(entry.info.instances) else { return }
    for dimension in available(entry, [2, 10]) {
      for instance in 1...50 {
        let objective = entry.objective(dimension: dimension, instance: instance)
        let domain = objective.domain
        for i in 0..<dimension {
          let offset = (objective.minimum.minimizers[0][i] - domain.center[i]).magnitude / domain.widths[i]
          #expect(offset > 0.0499 && offset < 0.4001)
        }
      }
    }
  }

  @Test("mirroring keeps a minimizer on the boundary exactly there", arguments: 1...3)
  func boundary(_ instance: Int) throws {
    let point = try ObjectiveCatalogue.objective("eggholder", instance: instance).minimum.minimizers[0]
    #expect(point[0].magnitude == 512 && point[1].magnitude == 404.2318051137578)
  }

  @Test("different instances differ, the same instance has the same bits", arguments: entries)
  func different(_ entry: ObjectiveCatalogue.Entry) {
    guard entry.info.id != "easom" else { return }  // 0 in most of the domain, wherever the hole is
    for dimension in available(entry, [2, 5]) {
      var generator = SeededGenerator(seed: 4)
      let numbers = 0..<instances(entry, dimension: dimension, upTo: 40).upperBound
      let x = entry.objective(dimension: dimension).domain.randomPoint(using: &generator)
      let values = numbers.map { entry.objective(dimension: dimension, instance: $0).value(at: x).bitPattern }
      #expect(Set(values).count == numbers.count)
      #expect(values == numbers.map { entry.objective(dimension: dimension, instance: $0).value(at: x).bitPattern })
    }
  }

  @Test("a mirrored function has 2ⁿ − 1 instances beside the published one")
  func numbers() throws {
    #expect(try ObjectiveCatalogue.entry(named: "branin").info.instanceNumbers(dimension: 2) == 0...3)
    #expect(try ObjectiveCatalogue.entry(named: "schwefel").info.instanceNumbers(dimension: 100) == 0...1_000_000)
    #expect(try ObjectiveCatalogue.entry(named: "sphere").info.instanceNumbers(dimension: 1) == 0...1_000_000)
  }

  @Test("every objective says in words how it was moved")
  func words() throws {
    #expect(try ObjectiveCatalogue.objective("rastrigin").motion == "published")
    #expect(try ObjectiveCatalogue.objective("rastrigin", instance: 1).motion == "shifted and rotated")
    #expect(try ObjectiveCatalogue.objective("branin", instance: 1).motion == "mirrored")
    let line = try (1...20).map { try ObjectiveCatalogue.objective("sphere", dimension: 1, instance: $0).motion }
    #expect(Set(line) == ["shifted", "shifted and mirrored"])
  }
}
