/// Why a report was not written. The report that was there before is untouched.
public enum ReportError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A page's template is not among the templates.
  case missingTemplate(path: String)
  /// A template, or a file beside the templates, that cannot be read or is not a template.
  case brokenTemplate(path: String, problem: String)
  /// The folder to write holds something that is not a report.
  case notAReport(path: String)
  /// A file or folder could not be written or moved into place.
  case notWritten(path: String, problem: String)

  public var description: String {
    switch self {
    case .missingTemplate(let path): "the template \(path) is missing"
    case .brokenTemplate(let path, let problem): "the template \(path) cannot be used: \(problem)"
    case .notAReport(let path):
      "\(path) holds files and is not a report of this program; choose another folder, or empty it"
    case .notWritten(let path, let problem): "\(path) cannot be written: \(problem)"
    }
  }
}
