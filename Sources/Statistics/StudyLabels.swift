import Objectives
import Optimizers
import Sweeps

/// How a study's objectives and methods are called in print: short, and distinct within the study.
public struct StudyLabels: Sendable {
  public let objectives: [String]
  public let methods: [String]

  public init(_ study: Study) {
    objectives = Self.distinct(
      study.objectives.map { Self.name(ofObjective: $0.id) }, options: study.objectives.map { Self.options(of: $0.id) })
    methods = Self.distinct(
      study.methods.map(\.info.name),
      options: study.methods.map { method in
        let options = method.specification.options.map { "\($0.key) \($0.value)" }
        // Beside variants of it, the method as it comes.
        return options.isEmpty && study.methods.count { $0.info.id == method.info.id } > 1 ? ["default"] : options
      })
  }

  /// The name in print, without options: `Rastrigin` of `rastrigin[instance=1]`.
  public static func name(ofObjective id: String) -> String {
    guard let spec = try? Spec(parsing: id) else { return id }
    return ObjectiveCatalogue.info(named: spec.name)?.name ?? spec.name
  }

  /// Options in print: "10-D", "instance 2".
  public static func options(of id: String) -> [String] {
    ((try? Spec(parsing: id))?.options ?? []).map { option in
      switch option.key {
      case "dimension": "\(option.value)-D"
      case "instance": "instance \(option.value)"
      case "gradientNoise": "gradient noise \(option.value)"
      case "valueNoise": "value noise \(option.value)"
      case "batch": "batches of \(option.value)"
      default: "\(option.key) \(option.value)"
      }
    }
  }

  /// Adds the options to those names that stand more than once.
  private static func distinct(_ names: [String], options: [[String]]) -> [String] {
    names.indices.map { index in
      let isShared = names.indices.contains { $0 != index && names[$0] == names[index] }
      let shown = options[index].joined(separator: ", ")
      return isShared && !shown.isEmpty ? "\(names[index]) (\(shown))" : names[index]
    }
  }
}
