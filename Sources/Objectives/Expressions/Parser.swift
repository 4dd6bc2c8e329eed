/// Reads an expression by recursive descent; what binds tighter stands further down.
///
/// ```
/// sum      = product { ("+" | "-") product }
/// product  = unary { ("*" | "/") unary }
/// unary    = ("-" | "+") unary | power           -x^2 is -(x^2)
/// power    = primary [ "^" unary ]               2^3^2 is 2^(3^2), 2^-1 is 2^(-1)
/// primary  = number | name | name "(" sum { "," sum } ")" | "x" "[" sum "]" | "(" sum ")"
/// ```
struct Parser {
  /// At most so many levels of brackets, signs and exponents: recursion must end before the stack does.
  static let deepest = 100
  /// At most so many Unicode scalars.
  static let longest = 20_000

  /// What the text says of the number of coordinates.
  struct Usage {
    /// The highest coordinate named; 0 for none.
    var highest = 0
    /// Whether x, y and z are used, or x1, x2 …; nil where neither is.
    var usesLetters: Bool?
    /// Whether n or x[…] stand in the text, so that the domain decides.
    var followsDomain = false
  }

  private var lexer: Lexer
  private var token = Token(kind: .end, position: 0)
  private let parameters: [String]
  /// Whether coordinates may be named.
  private let hasCoordinates: Bool
  private var indices: [String] = []
  private var depth = 0
  private var usage = Usage()

  /// Reads `text`, in which `parameters` are known beside coordinates, constants and functions.
  static func parse(
    _ text: String, parameters: [String], hasCoordinates: Bool = true
  ) throws(ExpressionError) -> (tree: SyntaxTree, usage: Usage) {
    // Bytes are counted in no time, and a scalar has four of them at most.
    guard text.utf8.count <= 4 * longest, text.unicodeScalars.count <= longest else {
      throw ExpressionError(at: 0, "the expression is too long: at most \(longest) characters")
    }
    var parser = Parser(lexer: Lexer(text), parameters: parameters, hasCoordinates: hasCoordinates)
    try parser.advance()
    let tree = try parser.sum()
    guard parser.token.kind == .end else { throw parser.afterOperand() }
    return (tree, parser.usage)
  }

  private init(lexer: Lexer, parameters: [String], hasCoordinates: Bool) {
    self.lexer = lexer
    self.parameters = parameters
    self.hasCoordinates = hasCoordinates
  }
}

// MARK: The grammar

extension Parser {
  private mutating func sum() throws(ExpressionError) -> SyntaxTree {
    var terms = [SyntaxTree.Operand(tree: try product(), isInverse: false)]
    while let sign = try takeSymbol("+", "-") {
      terms.append(.init(tree: try product(), isInverse: sign == "-"))
    }
    return terms.count == 1 ? terms[0].tree : .sum(terms)
  }

  private mutating func product() throws(ExpressionError) -> SyntaxTree {
    var factors = [SyntaxTree.Operand(tree: try unary(), isInverse: false)]
    while let sign = try takeSymbol("*", "/") {
      if sign == "*", token.kind == .symbol("*") {
        throw ExpressionError(at: token.position - 1, "'**' is not understood; a power is written with ^")
      }
      factors.append(.init(tree: try unary(), isInverse: sign == "/"))
    }
    return factors.count == 1 ? factors[0].tree : .product(factors)
  }

  private mutating func unary() throws(ExpressionError) -> SyntaxTree {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw ExpressionError(at: token.position, "the expression nests too deep: at most \(Self.deepest) levels")
    }
    if let sign = try takeSymbol("-", "+") {
      let operand = try unary()
      return sign == "-" ? .negative(operand) : operand
    }
    let base = try primary()
    guard try takeSymbol("^") != nil else { return base }
    return .power(base: base, exponent: try unary())
  }

  private mutating func primary() throws(ExpressionError) -> SyntaxTree {
    let start = token
    switch token.kind {
    case .number(let literal):
      try advance()
      return .number(literal)
    case .name(let name):
      try advance()
      if token.kind == .symbol("(") { return try call(name, at: start.position) }
      if token.kind == .symbol("[") { return try element(of: name, at: start.position) }
      return try resolve(name, at: start.position)
    case .symbol("("):
      try advance()
      let inner = try sum()
      try expect(")")
      return inner
    default:
      throw ExpressionError(
        at: token.position, "expected a number, a name or '(', found \(token.description)")
    }
  }

  private mutating func call(_ name: String, at position: Int) throws(ExpressionError) -> SyntaxTree {
    if let kind = SyntaxTree.Series.Kind(rawValue: name) { return try series(kind, at: position) }
    guard let function = ExpressionFunction(rawValue: name) ?? ExpressionFunction(rawValue: name.lowercased()) else {
      throw Self.unknownFunction(name, at: position)
    }
    try advance()
    var arguments = [try sum()]
    while token.kind == .symbol(","), arguments.count < function.arguments.upperBound {
      try advance()
      arguments.append(try sum())
    }
    if token.kind == .symbol(",") || (token.kind == .symbol(")") && !function.arguments.contains(arguments.count)) {
      let count = function.arguments
      let wanted = count.count == 1 ? "\(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"
      throw ExpressionError(
        at: token.position,
        "\(function.signature) takes \(wanted) argument\(count.upperBound == 1 ? "" : "s")")
    }
    try expect(")")
    return .call(function, arguments)
  }

  /// sum(i, first, last, body), the name already read.
  private mutating func series(_ kind: SyntaxTree.Series.Kind, at position: Int) throws(ExpressionError) -> SyntaxTree {
    try advance()
    let form = "\(kind.rawValue)(i, first, last, formula)"
    guard case .name(let index) = token.kind else {
      throw ExpressionError(
        at: token.position, "\(form) begins with the name of its index, found \(token.description)")
    }
    if isKnown(index) {
      throw ExpressionError(
        at: token.position, "'\(index)' has a meaning already; choose another index, such as i")
    }
    try advance()
    try expect(",", in: form)
    let firstPosition = token.position
    let first = try sum()
    try expect(",", in: form)
    let lastPosition = token.position
    let last = try sum()
    try expect(",", in: form)
    indices.append(index)
    let body = try sum()
    indices.removeLast()
    try expect(")", in: form)
    return .series(
      SyntaxTree.Series(
        kind: kind, first: first, last: last, body: body, position: position, firstPosition: firstPosition,
        lastPosition: lastPosition))
  }

  private mutating func element(of name: String, at position: Int) throws(ExpressionError) -> SyntaxTree {
    guard name == "x", hasCoordinates else {
      throw ExpressionError(at: position, "only x has elements, as in x[i]; '\(name)' has none")
    }
    try noteNumbered(at: position)
    usage.followsDomain = true
    try advance()
    let index = try sum()
    try expect("]")
    return .element(index: index, position: position)
  }
}

// MARK: Names

extension Parser {
  private mutating func resolve(_ name: String, at position: Int) throws(ExpressionError) -> SyntaxTree {
    if let level = indices.lastIndex(of: name) { return .index(level: level) }
    if let parameter = parameters.firstIndex(of: name) { return .parameter(parameter) }
    if name == "pi" { return .pi }
    if name == "e" { return .e }
    if ExpressionFunction(rawValue: name) != nil || SyntaxTree.Series.Kind(rawValue: name) != nil {
      throw ExpressionError(at: token.position, "'\(name)' is a function: expected '(', found \(token.description)")
    }
    guard hasCoordinates else {
      throw ExpressionError(at: position, "'\(name)' is not known here; only numbers, pi, e and functions are")
    }
    if name == "n" {
      usage.followsDomain = true
      return .dimension
    }
    if let letter = ReservedName.letters.firstIndex(of: name) {
      if usage.usesLetters == false { throw Self.mixed(at: position) }
      usage.usesLetters = true
      usage.highest = max(usage.highest, letter + 1)
      return .coordinate(letter)
    }
    if let number = ReservedName.coordinateNumber(of: name) {
      guard (1...ExpressionDefinition.largestDimension).contains(number) else {
        throw ExpressionError(
          at: position, "coordinates are x1 to x\(ExpressionDefinition.largestDimension), this is none")
      }
      try noteNumbered(at: position)
      usage.highest = max(usage.highest, number)
      return .coordinate(number - 1)
    }
    throw ExpressionError.unknown("variable", name, at: position, choices: known)
  }

  private mutating func noteNumbered(at position: Int) throws(ExpressionError) {
    if usage.usesLetters == true { throw Self.mixed(at: position) }
    usage.usesLetters = false
  }

  private static func mixed(at position: Int) -> ExpressionError {
    ExpressionError(
      at: position, "x, y, z are other names of x1, x2, x3; use one kind of names in an expression (a power is x^2)")
  }

  private func isKnown(_ name: String) -> Bool {
    ReservedName.contains(name) || parameters.contains(name) || indices.contains(name)
  }

  private var known: [String] {
    let letters = usage.usesLetters == false ? ["x1", "x2", "x[i]"] : ReservedName.letters
    return indices + parameters + letters + ["n", "pi", "e"]
  }

  private static func unknownFunction(_ name: String, at position: Int) -> ExpressionError {
    if ReservedName.contains(name) {
      return ExpressionError(at: position, "'\(name)' is no function; a product is written with *, as in \(name)*(…)")
    }
    if name == "ln" { return ExpressionError(at: position, "the natural logarithm is written log(x)") }
    let names = ExpressionFunction.allCases.map(\.rawValue) + ["sum", "product"]
    return .unknown("function", name, at: position, choices: names)
  }
}

// MARK: Tokens

extension Parser {
  private mutating func advance() throws(ExpressionError) { token = try lexer.next() }

  /// Reads past the next token, where it is one of `symbols`, and returns it.
  private mutating func takeSymbol(_ symbols: Unicode.Scalar...) throws(ExpressionError) -> Unicode.Scalar? {
    guard case .symbol(let scalar) = token.kind, symbols.contains(scalar) else { return nil }
    try advance()
    return scalar
  }

  private mutating func expect(_ symbol: Unicode.Scalar, in form: String? = nil) throws(ExpressionError) {
    guard token.kind == .symbol(symbol) else { throw afterOperand(expected: "'\(symbol)'", in: form) }
    try advance()
  }

  /// What is wrong with the current token, which stands where an operator could.
  private func afterOperand(expected: String? = nil, in form: String? = nil) -> ExpressionError {
    switch token.kind {
    case .number, .name, .symbol("("):
      return ExpressionError(
        at: token.position,
        "expected an operator\(expected.map { " or \($0)" } ?? ""), found \(token.description);"
          + " a product is written with *")
    case .symbol(")") where expected == nil:
      return ExpressionError(at: token.position, "this ')' closes nothing")
    default:
      let wanted = expected ?? "an operator or the end"
      return ExpressionError(
        at: token.position,
        "expected \(wanted), found \(token.description)" + (form.map { "; the form is \($0)" } ?? ""))
    }
  }
}
