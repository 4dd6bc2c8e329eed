/// A name with options in brackets, as users write objectives and methods: `adam[learningRate=0.01,schedule=cosine]`.
///
/// An option's value may itself be a specification, so brackets nest: `multistart[local=l-bfgs[memory=5]]`.
public struct Spec: Sendable, Equatable, CustomStringConvertible {
  public struct Option: Sendable, Equatable {
    public let key: String
    public let value: String
    public init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }

  public let name: String
  /// In the order written; keys are unique.
  public let options: [Option]

  public init(name: String, options: [Option] = []) {
    self.name = name
    self.options = options
  }

  /// Reads `text`; throws `InvalidInput` with what is wrong with it.
  public init(parsing text: String) throws(InvalidInput) {
    let trimmed = text.trimmingSpaces()
    func wrong(_ what: String) -> InvalidInput {
      InvalidInput(key: "specification", value: text, allowed: what)
    }
    guard let open = trimmed.firstIndex(of: "[") else {
      guard Self.isName(trimmed) else { throw wrong("expected a name, as in 'adam' or 'adam[learningRate=0.01]'") }
      self.init(name: trimmed)
      return
    }
    let name = String(trimmed[..<open]).trimmingSpaces()
    guard Self.isName(name) else { throw wrong("a name stands before the '['") }
    guard trimmed.last == "]" else { throw wrong("the options end with ']'") }
    let inside = trimmed[trimmed.index(after: open)...].dropLast()
    guard let parts = Self.split(inside) else { throw wrong("the brackets do not match") }
    var options: [Option] = []
    for part in parts {
      guard let equals = part.firstIndex(of: "=") else { throw wrong("options are written key=value") }
      let key = String(part[..<equals]).trimmingSpaces()
      let value = String(part[part.index(after: equals)...]).trimmingSpaces()
      guard Self.isName(key), !value.isEmpty else { throw wrong("options are written key=value") }
      guard !options.contains(where: { $0.key == key }) else { throw wrong("the option '\(key)' stands twice") }
      options.append(Option(key: key, value: value))
    }
    self.init(name: name, options: options)
  }

  /// The value of the option `key`, as written; nil where it is not given.
  public subscript(_ key: String) -> String? { options.first { $0.key == key }?.value }

  public var description: String {
    options.isEmpty ? name : "\(name)[\(options.map { "\($0.key)=\($0.value)" }.joined(separator: ","))]"
  }

  /// The specification as a file name: letters, digits, dots and hyphens only.
  public var slug: String { Self.slug(of: description) }

  /// A resolved specification's text as a file name.
  public static func slug(of id: String) -> String {
    var slug = ""
    for character in id {
      switch character {
      case "a"..."z", "A"..."Z", "0"..."9", ".", "-": slug.append(character)
      case "[", ",": slug.append("-")
      case "=": slug.append("_")
      case "]": break
      default: slug.append("_")
      }
    }
    return slug
  }

  private static func isName(_ text: String) -> Bool {
    guard let first = text.first, first.isLetter || first.isNumber else { return false }
    return text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "." }
  }

  /// The parts between commas outside inner brackets and parentheses; nil where brackets do not match.
  private static func split(_ text: Substring) -> [Substring]? {
    var parts: [Substring] = []
    var depth = 0
    var start = text.startIndex
    for index in text.indices {
      switch text[index] {
      case "[", "(": depth += 1
      case "]", ")": depth -= 1
      case "," where depth == 0:
        parts.append(text[start..<index])
        start = text.index(after: index)
      default: break
      }
      if depth < 0 { return nil }
    }
    guard depth == 0 else { return nil }
    parts.append(text[start...])
    return parts
  }
}

extension StringProtocol {
  /// Without the white space around it.
  func trimmingSpaces() -> String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
