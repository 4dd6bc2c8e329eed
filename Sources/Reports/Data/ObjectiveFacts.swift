import Objectives

/// What a report says of an objective beyond its numbers.
struct ObjectiveFacts {
  let objective: any Objective
  /// The catalogue's entry; nil for an objective that the study defines itself.
  let info: ObjectiveInfo?
  private let specification: Spec?

  init(_ objective: any Objective) {
    self.objective = objective
    let specification = try? Spec(parsing: objective.id)
    self.specification = specification
    info = specification.flatMap { try? ObjectiveCatalogue.entry(named: $0.name).info }
  }

  /// 0 is the published function.
  var instance: Int {
    (specification?.options.first { $0.key == "instance" }).flatMap { Int($0.value) } ?? 0
  }

  /// How the objective differs from the published function; nil where it does not.
  var motion: String? {
    guard instance > 0 else { return nil }
    return "instance \(instance): the published function, \(objective.motion) at random, so that no"
      + " method profits from a centre or an axis; its minimum keeps its value"
  }

  /// The domain in print: "[−5.12, 5.12]²", "[−3, 3] × [−2, 2]".
  var domain: String {
    let box = objective.domain
    let sides = zip(box.lower, box.upper).map {
      "[\(Phrase.quantity($0, digits: 6)), \(Phrase.quantity($1, digits: 6))]"
    }
    if let side = sides.first, sides.allSatisfy({ $0 == side }) {
      return sides.count == 1 ? side : side + Phrase.superscript(sides.count)
    }
    return sides.count <= 4 ? sides.joined(separator: " × ") : sides.prefix(3).joined(separator: " × ") + " × …"
  }

  /// What vouches for the minimum, in words.
  var status: String {
    switch objective.minimum.status {
    case .known: "known: published and checked again"
    case .certified: "certified: enclosed by interval branch and bound"
    case .bestKnown: "best known, not proved"
    }
  }
}
