import Foundation
import Objectives
import Scalars
import Testing

/// The 24 noiseless functions of BBOB against COCO's own values, and what must hold in every scalar.
struct BBOBTests {
  @Test("values agree with COCO's", arguments: 1...24)
  func values(_ function: Int) throws {
    let references = BBOBReference.all.filter { $0.function == function }
    #expect(references.reduce(0) { $0 + $1.points.count } == 80)
    for reference in references {
      let objective = try reference.objective
      for point in reference.points {
        let value = objective.value(at: point.x)
        // The cosine of f19 takes arguments up to 10⁹, whose rounding it sees.
        let allowed = function == 19 ? 1e-10 : 1e-11
        #expect((value - point.value).magnitude <= allowed * point.value.magnitude, "\(reference) at \(point.x)")
      }
    }
  }

  @Test("minima are COCO's, and attained at the minimizer", arguments: 1...24)
  func minima(_ function: Int) throws {
    for reference in BBOBReference.all where reference.function == function {
      let objective = try reference.objective
      let minimum = objective.minimum
      #expect(minimum.value == reference.minimum, "\(reference)")
      #expect(minimum.minimizers.count == 1)
      #expect(objective.domain.contains(minimum.minimizers[0]))
      let error = objective.value(at: minimum.minimizers[0]) - reference.minimum
      #expect(error.magnitude <= 1e-11 * max(1, minimum.value.magnitude), "\(reference): \(error)")
    }
  }
}
