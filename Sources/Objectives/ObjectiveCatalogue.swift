/// Every objective that a study can name.
public enum ObjectiveCatalogue {
  /// One line per file of `Functions/`, in the order in which `list objectives` prints them.
  public static let entries: [Entry] = [
    Entry(Sphere.self),
    Entry(Rastrigin.self),
  ]

  /// One published function: what is said of it, and how to make it.
  public struct Entry: Sendable {
    public let info: ObjectiveInfo
    private let make: @Sendable (_ dimension: Int, _ instance: Int) -> any Objective

    init<F: CatalogueFunction>(_ type: F.Type) {
      info = F.info
      make = { dimension, instance in
        let published = F(dimension: dimension)
        return instance == 0 ? published : MovedObjective(published, instance: instance)
      }
    }

    /// The objective in a dimension that `info.dimensions` contains.
    public func objective(dimension: Int? = nil, instance: Int = 0) -> any Objective {
      make(dimension ?? info.dimensions.default, instance)
    }
  }

  /// The catalogue's entry for an objective's name.
  public static func entry(named name: String) throws(InvalidInput) -> Entry {
    guard let entry = entries.first(where: { $0.info.id == name }) else {
      throw .unknown("objective", name, choices: entries.map(\.info.id))
    }
    return entry
  }

  /// The objective that `spec` names; throws every mistake in it at once.
  public static func objective(_ spec: Spec) throws(InvalidInputs) -> any Objective {
    let entry: Entry
    do { entry = try self.entry(named: spec.name) } catch { throw InvalidInputs([error]) }
    var mistakes: [InvalidInput] = []
    var dimension: Int?
    var instance = 0
    for option in spec.options {
      let key = "\(spec.name).\(option.key)"
      switch option.key {
      case "dimension":
        dimension = Int(option.value)
        if dimension.map(entry.info.dimensions.contains) != true {
          mistakes.append(
            InvalidInput(key: key, value: option.value, allowed: entry.info.dimensions.sentence(for: spec.name)))
        }
      case "instance":
        if let number = Int(option.value), (0...1_000_000).contains(number) {
          instance = number
        } else {
          mistakes.append(
            InvalidInput(key: key, value: option.value, allowed: "expected a whole number from 0 to 1000000"))
        }
      default:
        mistakes.append(.unknown("\(spec.name) option", option.key, choices: ["dimension", "instance"]))
      }
    }
    guard mistakes.isEmpty else { throw InvalidInputs(mistakes) }
    return entry.objective(dimension: dimension, instance: instance)
  }
}

extension ObjectiveInfo.Dimensions {
  func sentence(for name: String) -> String {
    switch self {
    case .fixed(let n): "\(name) exists in dimension \(n) only"
    case .scalable(let range): "expected a whole number from \(range.lowerBound) to \(range.upperBound)"
    }
  }
}
