import ArgumentParser
import Foundation
import Objectives
import Sweeps

/// What a command works on: objectives of the catalogue, or one that is written as an expression.
struct ObjectiveOptions: ParsableArguments {
  @Option(help: "An objective, for example 'rastrigin[dimension=3]'; figures of a whole study take several.")
  var objective: [String] = []

  @Option(parsing: .unconditional, help: "A formula instead, for example 'x^2/20 - cos(2*pi*x)'.")
  var expression: String?

  @Option(
    parsing: .unconditional,
    help: "The expression's domain: '-5,5' for every coordinate, or '-5,5;0,1' with one range for each.")
  var domain: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: "A parameter of the expression, such as a=3; repeat the option for several.")
  var parameter: [String] = []

  @Option(help: "The expression's number of coordinates, where neither it nor its domain says so.")
  var dimension: Int?

  @Option(help: "What the expression is called in files.")
  var name: String?

  @Option(parsing: .unconditional, help: "The expression's global minimum, if you know it; else it is searched.")
  var minimum: String?

  @Option(parsing: .unconditional, help: "Where that minimum is: points such as '0,0;1,1'.")
  var minimizers: String?

  @Option(parsing: .unconditional, help: "Standard deviation of noise on each partial derivative that methods see.")
  var gradientNoise: String?

  @Option(parsing: .unconditional, help: "Standard deviation of noise on the values that methods see.")
  var valueNoise: String?

  func validate() throws {
    if !objective.isEmpty, expression != nil {
      throw ValidationError("--objective and --expression exclude each other.")
    }
    let ofExpressions: [(String, Bool)] = [
      ("--domain", domain != nil), ("--parameter", !parameter.isEmpty), ("--dimension", dimension != nil),
      ("--name", name != nil), ("--minimum", minimum != nil), ("--minimizers", minimizers != nil),
      ("--gradient-noise", gradientNoise != nil), ("--value-noise", valueNoise != nil),
    ]
    if expression == nil, let option = ofExpressions.first(where: \.1)?.0 {
      throw ValidationError("\(option) describes an expression, and goes with --expression.")
    }
  }

  /// Whether no objective is named or written.
  var isEmpty: Bool { objective.isEmpty && expression == nil }

  /// The one objective of a command that takes one, the minimum of an expression as far as it was stated.
  func single() throws -> any Objective {
    let all = try objectives()
    guard all.count == 1 else {
      throw InvalidInput(
        key: "--objective", value: objective.joined(separator: " "), allowed: "this command takes exactly one objective"
      )
    }
    return all[0]
  }

  /// All objectives, in the order given; throws every mistake at once.
  ///
  /// - Parameter establishing: whether the minimum of an expression is searched, or checked where it is stated.
  func objectives(establishing: Bool = false) throws(InvalidInputs) -> [any Objective] {
    if isEmpty {
      throw InvalidInputs([
        InvalidInput(key: "--objective", value: "", allowed: "name an objective, or write one with --expression")
      ])
    }
    if let definition = try definition() {
      let objective = try ExpressionObjective(definition)
      let noise = try noise(on: definition.name)
      guard establishing else { return [try noise.applied(to: objective)] }
      let established: ExpressionObjective
      do throws(InvalidInput) { established = try objective.establishingMinimum() } catch {
        throw InvalidInputs([error])
      }
      return [try noise.applied(to: established)]
    }
    var mistakes: [InvalidInput] = []
    var objectives: [any Objective] = []
    for text in objective {
      do { objectives.append(try ObjectiveCatalogue.objective(Spec(parsing: text))) } catch {
        mistakes += (error as? InvalidInputs)?.all ?? (error as? InvalidInput).map { [$0] } ?? []
      }
    }
    guard mistakes.isEmpty else { throw InvalidInputs(mistakes) }
    return objectives
  }

  /// The noise on an expression; an objective of the catalogue has it in its brackets.
  private func noise(on name: String) throws(InvalidInputs) -> StochasticOptions {
    let options = [("gradientNoise", gradientNoise), ("valueNoise", valueNoise)].compactMap { key, value in
      value.map { Spec.Option(key: key, value: $0) }
    }
    let noise = StochasticOptions(of: Spec(name: name, options: options))
    guard noise.mistakes.isEmpty else { throw InvalidInputs(noise.mistakes) }
    return noise
  }

  private func definition() throws(InvalidInputs) -> ExpressionDefinition? {
    guard let expression else { return nil }
    do throws(InvalidInput) {
      return ExpressionDefinition(
        name: name ?? ExpressionDefinition.defaultName, expression: expression, domain: try ranges(),
        parameters: try parameter.map { (text) throws(InvalidInput) in try Self.parameter(text) },
        dimension: dimension, minimum: try statedMinimum(),
        minimizers: try minimizers.map { (text) throws(InvalidInput) in try Self.points(text, "--minimizers") } ?? [])
    } catch { throw InvalidInputs([error]) }
  }

  private func ranges() throws(InvalidInput) -> [ClosedRange<Double>] {
    guard let domain else {
      throw InvalidInput(key: "--domain", value: "", allowed: "an expression needs its domain, such as --domain '-5,5'")
    }
    return try Self.points(domain, "--domain").map { (bounds) throws(InvalidInput) in
      guard bounds.count == 2, bounds[0] < bounds[1] else {
        throw InvalidInput(
          key: "--domain", value: domain,
          allowed: "expected '-5,5', the lower bound first, or one range per coordinate as in '-5,5;0,1'")
      }
      return bounds[0]...bounds[1]
    }
  }

  /// What `--minimum` says.
  func statedMinimum() throws(InvalidInput) -> Double? {
    guard let minimum else { return nil }
    guard let value = Double(minimum), value.isFinite else {
      throw InvalidInput(key: "--minimum", value: minimum, allowed: "expected a finite number")
    }
    return value
  }

  private static func parameter(_ text: String) throws(InvalidInput) -> ExpressionDefinition.Parameter {
    guard let equals = text.firstIndex(of: "=") else {
      throw InvalidInput(key: "--parameter", value: text, allowed: "parameters are written name=value")
    }
    return .init(
      name: text[..<equals].trimmingCharacters(in: .whitespaces), value: String(text[text.index(after: equals)...]))
  }

  /// Points separated by semicolons, coordinates by commas.
  private static func points(_ text: String, _ option: String) throws(InvalidInput) -> [[Double]] {
    var points: [[Double]] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      var point: [Double] = []
      for number in part.split(separator: ",", omittingEmptySubsequences: false) {
        guard let value = Double(number.trimmingCharacters(in: .whitespaces)), value.isFinite else {
          throw InvalidInput(key: option, value: text, allowed: "expected finite numbers separated by commas")
        }
        point.append(value)
      }
      points.append(point)
    }
    return points
  }
}
