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
      for child in mirror.children {
        let value = make(child.value)
        if child.value is any IncludedFields, let fields = value as? [String: Any] {
          properties.merge(fields) { own, _ in own }
        } else if let name = child.label {
          properties[name] = value
        }
      }
      return properties
    case .collection: return mirror.children.map { make($0.value) }
    default: return value
    }
  }
}

/// Properties that several pages share: a template sees each as the page's own.
protocol IncludedFields {}
