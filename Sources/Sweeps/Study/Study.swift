import Objectives
import Optimizers

/// What to run: objectives × methods × starts, under one budget and one target. A value; resolved and valid.
public struct Study: Sendable {
  public var title: String
  /// Every random draw of the study comes from a stream of this seed.
  public var seed: UInt64
  public var objectives: [any Objective]
  public var methods: [Method]
  /// Starts per objective, the same ones for every method.
  public var starts: Int
  /// Evaluations per run: a value, a value with its gradient, or a Hessian is one each.
  public var budget: Int
  /// f − f* at or below which a run has reached the global minimum.
  public var target: Double
  /// Kinds of figure to draw.
  public var figures: [String]

  public init(
    title: String, seed: UInt64, objectives: [any Objective], methods: [Method], starts: Int, budget: Int,
    target: Double, figures: [String]
  ) {
    self.title = title
    self.seed = seed
    self.objectives = objectives
    self.methods = methods
    self.starts = starts
    self.budget = budget
    self.target = target
    self.figures = figures
  }

  public var plannedRuns: Int { objectives.count * methods.count * starts }
}

extension Study {
  /// The resolved study as YAML: reading it gives this study again.
  public var yaml: String {
    var lines = [
      "title: \(Self.quoted(title))", "seed: \(seed)", "starts: \(starts)", "budget: \(budget)",
      "target: \(target.shortest)", "objectives:",
    ]
    lines += objectives.map { "  - \(Self.quoted($0.id))" }
    lines.append("methods:")
    lines += methods.map { "  - \(Self.quoted($0.id))" }
    lines.append("figures: [\(figures.joined(separator: ", "))]")
    return lines.joined(separator: "\n") + "\n"
  }

  /// `text` as a double-quoted YAML scalar.
  private static func quoted(_ text: String) -> String {
    func hex(_ value: UInt32, digits: Int) -> String {
      let text = String(value, radix: 16)
      return String(repeating: "0", count: Swift.max(0, digits - text.count)) + text
    }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        result += "\\x" + hex(scalar.value, digits: 2)
      case "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}":
        result += "\\u" + hex(scalar.value, digits: 4)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
