/// A word of an expression and where it begins, counted in Unicode scalars.
struct Token: Equatable {
  enum Kind: Equatable {
    case number(Literal)
    case name(String)
    case symbol(Unicode.Scalar)
    case end
  }

  let kind: Kind
  let position: Int

  /// The token as an error message quotes it.
  var description: String {
    switch kind {
    case .number: "a number"
    case .name(let name): "'\(name.unicodeScalars.count > 40 ? name.prefix(40) + "…" : name)'"
    case .symbol(let scalar): "'\(scalar)'"
    case .end: "the end"
    }
  }
}
