/// What a template may see: a page as dictionaries by property name, lists, and leaves.
///
/// The template engine would reflect a whole structure for each name that it looks up. Reflecting it once is ten times
/// faster, and is the one place that all text of a page passes through, so that none of it escapes being made plain.
enum TemplateContext {
  static func make(_ value: Any) -> Any {
    if let text = value as? String { return text.plainText }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .struct:
      var properties: [String: Any] = [:]
      for child in mirror.children { if let name = child.label { properties[name] = make(child.value) } }
      return properties
    case .collection: return mirror.children.map { make($0.value) }
    default: return value
    }
  }
}
