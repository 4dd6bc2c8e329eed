import Reports

/// How a small command prints its result.
enum OutputFormat: String, CaseIterable {
  case text, json

  func print(text: @autoclosure () -> String, json: @autoclosure () -> JSON) {
    switch self {
    case .text: Terminal.result(text())
    case .json: Terminal.result(json().text)
    }
  }
}
