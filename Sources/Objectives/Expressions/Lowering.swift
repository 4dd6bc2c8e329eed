/// Writes a syntax tree out as a graph: sums and products over an index become their terms.
struct Lowering {
  /// At most so many operations, every term of every sum counted, before common ones are shared.
  static let mostOperations = 100_000

  private(set) var graph = ExpressionGraph()
  private let dimension: Int
  private var parameters: [ExpressionGraph.ID] = []
  /// The current values of the enclosing sums' indices, outermost first.
  private var indices: [Int] = []
  private var operations = 0
  /// Where the outermost sum that is being written out stands.
  private var outermost: Int?

  /// The graph of `tree` over `dimension` coordinates, and the node that is its value.
  static func graph(
    of tree: SyntaxTree, parameters: [SyntaxTree], dimension: Int
  ) throws(ExpressionError) -> (graph: ExpressionGraph, root: ExpressionGraph.ID) {
    var lowering = Lowering(dimension: dimension)
    for parameter in parameters { lowering.parameters.append(try lowering.lower(parameter)) }
    let root = try lowering.lower(tree)
    return (lowering.graph, root)
  }

  private init(dimension: Int) { self.dimension = dimension }

  private mutating func lower(_ tree: SyntaxTree) throws(ExpressionError) -> ExpressionGraph.ID {
    operations += 1
    guard operations <= Self.mostOperations else { throw tooMany(at: outermost ?? 0) }
    switch tree {
    case .number(let literal): return graph.literal(literal)
    case .pi: return graph.pi()
    case .e: return graph.e()
    case .dimension: return graph.whole(dimension)
    case .coordinate(let index): return graph.coordinate(index)
    case .element(let index, let position): return try element(index, at: position)
    case .parameter(let number): return parameters[number]
    case .index(let level): return graph.whole(indices[level])
    case .negative(let operand):
      let value = try lower(operand)
      return graph.negate(value)
    case .sum(let terms): return try sum(terms)
    case .product(let factors): return try product(factors)
    case .power(let base, let exponent):
      let (a, b) = (try lower(base), try lower(exponent))
      return graph.power(a, b)
    case .call(let function, let arguments): return try call(function, arguments)
    case .series(let series): return try self.series(series)
    }
  }

  private mutating func sum(_ terms: [SyntaxTree.Operand]) throws(ExpressionError) -> ExpressionGraph.ID {
    var result = try lower(terms[0].tree)
    for term in terms.dropFirst() {
      let next = try lower(term.tree)
      result = term.isInverse ? graph.subtract(result, next) : graph.add(result, next)
    }
    return result
  }

  private mutating func product(_ factors: [SyntaxTree.Operand]) throws(ExpressionError) -> ExpressionGraph.ID {
    var result = try lower(factors[0].tree)
    for factor in factors.dropFirst() {
      let next = try lower(factor.tree)
      result = factor.isInverse ? graph.divide(result, next) : graph.multiply(result, next)
    }
    return result
  }

  private mutating func call(
    _ function: ExpressionFunction, _ arguments: [SyntaxTree]
  ) throws(ExpressionError) -> ExpressionGraph.ID {
    var values: [ExpressionGraph.ID] = []
    for argument in arguments { values.append(try lower(argument)) }
    switch function {
    case .pow: return graph.power(values[0], values[1], multipliesOut: false)
    case .min: return values.dropFirst().reduce(values[0]) { graph.minimum($0, $1) }
    case .max: return values.dropFirst().reduce(values[0]) { graph.maximum($0, $1) }
    case .select: return graph.select(values[0], values[1], values[2])
    case .sqrt, .abs, .exp, .expm1, .log, .log1p, .sin, .cos, .tan, .sinpi, .cospi, .tanh, .atan, .logistic, .floor:
      return graph.function(function.operation, values[0])
    }
  }

  private mutating func element(_ index: SyntaxTree, at position: Int) throws(ExpressionError) -> ExpressionGraph.ID {
    // First: `graph` would be read before it grows.
    let id = try lower(index)
    guard let number = graph.ratio(id)?.whole else {
      throw ExpressionError(at: position, "the index of x is not a whole number here")
    }
    guard (1...dimension).contains(number) else {
      let range = dimension == 1 ? "there is only x[1]" : "the elements are x[1] to x[\(dimension)]"
      throw ExpressionError(at: position, "there is no x[\(number)]: \(range)")
    }
    return graph.coordinate(number - 1)
  }

  private mutating func series(_ series: SyntaxTree.Series) throws(ExpressionError) -> ExpressionGraph.ID {
    let first = try bound(series.first, at: series.firstPosition)
    let last = try bound(series.last, at: series.lastPosition)
    let isSum = series.kind == .sum
    guard first <= last else { return graph.whole(isSum ? 0 : 1) }
    // Neither bound is beyond 2⁵³, so that their difference cannot overflow.
    guard last - first < Self.mostOperations else { throw tooMany(at: series.position) }
    let isOutermost = outermost == nil
    if isOutermost { outermost = series.position }
    defer { if isOutermost { outermost = nil } }
    indices.append(first)
    var result = try lower(series.body)
    for index in first..<last {
      indices[indices.count - 1] = index + 1
      let next = try lower(series.body)
      result = isSum ? graph.add(result, next) : graph.multiply(result, next)
    }
    indices.removeLast()
    return result
  }

  private mutating func bound(_ tree: SyntaxTree, at position: Int) throws(ExpressionError) -> Int {
    let id = try lower(tree)
    guard let whole = graph.ratio(id)?.whole else {
      throw ExpressionError(at: position, "the bounds of a sum or product are whole numbers that do not depend on x")
    }
    return whole
  }

  private func tooMany(at position: Int) -> ExpressionError {
    ExpressionError(
      at: position, "written out, the expression has more than \(Self.mostOperations) operations")
  }
}

extension ExpressionFunction {
  /// The operation of a function of one argument; of the others, the one that combines two.
  fileprivate var operation: Operation {
    switch self {
    case .sqrt: .sqrt
    case .abs: .abs
    case .exp: .exp
    case .expm1: .expm1
    case .log: .log
    case .log1p: .log1p
    case .sin: .sin
    case .cos: .cos
    case .tan: .tan
    case .sinpi: .sinPi
    case .cospi: .cosPi
    case .tanh: .tanh
    case .atan: .atan
    case .logistic: .logistic
    case .floor: .floor
    case .pow: .pow
    case .min: .min
    case .max: .max
    case .select: .select
    }
  }
}
