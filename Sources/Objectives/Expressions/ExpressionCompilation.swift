/// Turns a definition into a program, collecting every mistake on the way.
struct ExpressionCompilation {
  private(set) var program: Program?
  private(set) var ranges: [ClosedRange<Double>] = []
  private(set) var mistakes: [InvalidInput] = []
  private let definition: ExpressionDefinition

  init(_ definition: ExpressionDefinition) {
    self.definition = definition
    checkName()
    let parameters = self.parameters()
    do throws(ExpressionError) {
      let (tree, usage) = try Parser.parse(definition.expression, parameters: definition.parameters.map(\.name))
      guard let dimension = dimension(usage) else { return }
      ranges =
        definition.domain.count == 1
        ? Array(repeating: definition.domain[0], count: dimension) : definition.domain
      checkDomain(dimension)
      checkMinimum(dimension)
      guard let parameters else { return }
      let (graph, root) = try Lowering.graph(of: tree, parameters: parameters, dimension: dimension)
      program = try Program(graph, root: root, inputs: dimension)
    } catch {
      mistakes.append(error.input(key: key("expression"), text: definition.expression))
    }
  }

  /// `my-valley.domain`; `domain` alone of an expression without a name of its own.
  private func key(_ name: String) -> String {
    definition.name == ExpressionDefinition.defaultName ? name : "\(definition.name).\(name)"
  }

  private mutating func note(_ key: String, _ value: String, _ allowed: String) {
    mistakes.append(InvalidInput(key: self.key(key), value: value, allowed: allowed))
  }

  private mutating func checkName() {
    let name = definition.name
    if (try? Spec(parsing: name))?.name != name || name.utf8.count > 100 {
      mistakes.append(
        InvalidInput(
          key: "name", value: name, allowed: "a name has letters, digits, '-', '_' and '.', 100 of them at most"))
    } else if (try? ObjectiveCatalogue.entry(named: name)) != nil {
      mistakes.append(
        InvalidInput(key: "name", value: name, allowed: "the catalogue has an objective of this name; choose another"))
    }
  }

  /// The parameters' values as trees; nil where one is wrong.
  private mutating func parameters() -> [SyntaxTree]? {
    var trees: [SyntaxTree] = []
    for (index, parameter) in definition.parameters.enumerated() {
      let name = parameter.name
      if !ReservedName.isWellFormed(name) {
        note("parameters", name, "a parameter's name has letters, digits and '_', a letter first")
      } else if ReservedName.contains(name) {
        note("parameters", name, "this name has a meaning in every expression; choose another")
      } else if definition.parameters[..<index].contains(where: { $0.name == name }) {
        note("parameters", name, "this parameter stands twice")
      }
      do throws(ExpressionError) {
        trees.append(try Parser.parse(parameter.value, parameters: [], hasCoordinates: false).tree)
      } catch {
        mistakes.append(error.input(key: key("parameters.\(name)"), text: parameter.value))
      }
    }
    return mistakes.isEmpty ? trees : nil
  }

  /// How many coordinates there are; nil, with the mistake noted, where that is not clear.
  private mutating func dimension(_ usage: Parser.Usage) -> Int? {
    let most = ExpressionDefinition.largestDimension
    if let dimension = definition.dimension, !(1...most).contains(dimension) {
      note("dimension", String(dimension), "expected a whole number from 1 to \(most)")
      return nil
    }
    guard definition.domain.count <= most else {
      note("domain", "\(definition.domain.count) ranges", "at most \(most) are allowed")
      return nil
    }
    let ranges = definition.domain.count
    // A single range says nothing: it may be meant for every coordinate.
    let dimension = definition.dimension ?? (usage.followsDomain && ranges > 1 ? ranges : usage.highest)
    if dimension == 0 {
      if !usage.followsDomain { return Swift.max(ranges, 1) }
      note(
        "domain", "",
        "the expression is for any number of coordinates: give a range for each, or the key 'dimension'")
      return nil
    }
    if dimension < usage.highest {
      let what = definition.dimension == nil ? "the domain" : "the dimension"
      note(
        definition.dimension == nil ? "domain" : "dimension", String(dimension),
        "the expression uses \(Self.coordinates(usage.highest)), more than \(what) has")
      return nil
    }
    return dimension
  }

  private mutating func checkDomain(_ dimension: Int) {
    let ranges = definition.domain
    guard ranges.count == 1 || ranges.count == dimension else {
      note(
        "domain", "",
        ranges.isEmpty
          ? "expected a range such as [-5, 5], or one per coordinate"
          : "there are \(Self.coordinates(dimension)) and \(ranges.count) ranges;"
            + " expected one range for all, or one for each")
      return
    }
    for range in ranges
    where
      !(range.lowerBound.isFinite && range.upperBound.isFinite && range.lowerBound < range.upperBound
      && (range.upperBound - range.lowerBound).isFinite)
    {
      note(
        "domain", "\(range.lowerBound), \(range.upperBound)", "the bounds are finite numbers, the lower one first")
      return
    }
  }

  private mutating func checkMinimum(_ dimension: Int) {
    if let minimum = definition.minimum, !minimum.isFinite {
      note("minimum", "\(minimum)", "expected a finite number")
    }
    if definition.minimum == nil, !definition.minimizers.isEmpty {
      note("minimizers", "", "minimizers are stated together with the key 'minimum'")
    }
    for point in definition.minimizers {
      let shown = point.map { "\($0)" }.joined(separator: ", ")
      if point.count != dimension {
        note("minimizers", shown, "there are \(Self.coordinates(dimension)), the point has \(point.count)")
      } else if ranges.count == dimension, !Box(ranges).contains(point) {
        note("minimizers", shown, "the point lies outside the domain")
      }
    }
  }

  private static func coordinates(_ count: Int) -> String { count == 1 ? "1 coordinate" : "\(count) coordinates" }
}
