import Canvas
import Figures
import Objectives
import Reports
import Sweeps

/// The one place where errors become text and exit codes.
struct Failure {
  let message: String
  let code: Int32

  static let usage: Int32 = 64
  static let incomplete: Int32 = 1
  static let software: Int32 = 70
  static let interrupted: Int32 = 130

  /// Nil for errors that the argument parser words itself.
  init?(_ error: any Error) {
    switch error {
    case let mistakes as StudyMistakes: self.init(message: mistakes.description, code: Self.usage)
    case let inputs as InvalidInputs: self.init(message: inputs.description, code: Self.usage)
    case let input as InvalidInput: self.init(message: input.description, code: Self.usage)
    case let usage as UsageFailure: self.init(message: usage.message, code: Self.usage)
    case let store as StoreError: self.init(message: store.description, code: Self.software)
    case let report as ReportError:
      let isUsage: Bool
      switch report {
      case .missingTemplate, .brokenTemplate, .notAReport: isUsage = true
      case .notWritten: isUsage = false
      }
      self.init(message: report.description, code: isUsage ? Self.usage : Self.software)
    case let canvas as CanvasError: self.init(message: canvas.description, code: Self.software)
    case let file as FileFailure: self.init(message: file.message, code: Self.software)
    default: return nil
    }
  }

  private init(message: String, code: Int32) {
    self.message = message
    self.code = code
  }
}

/// A mistake of the user's that is neither an option's nor a study's: a file that is not there, for example.
struct UsageFailure: Error {
  let message: String
}

/// A file that could not be written.
struct FileFailure: Error {
  let message: String
}
