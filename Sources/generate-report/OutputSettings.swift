import ArgumentParser
import Canvas
import Foundation
import Objectives

extension OutputFormat: ExpressibleByArgument {}
extension Theme: ExpressibleByArgument {}
extension Progress.Style: ExpressibleByArgument {}

/// The formats of `--formats`, in the order of pages: vector first.
enum Formats {
  static func parse(_ text: String) throws(InvalidInput) -> [FigureFormat] {
    var formats: Set<FigureFormat> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let name = part.trimmingCharacters(in: .whitespaces).lowercased()
      guard let format = FigureFormat(rawValue: name) else {
        throw .unknown("--formats", name, choices: ["svg", "png", "pdf"])
      }
      formats.insert(format)
    }
    return [.svg, .png, .pdf].filter(formats.contains)
  }

  /// The format that the extension of `file` names.
  static func of(_ file: String) throws(InvalidInput) -> FigureFormat {
    guard let format = FigureFormat(rawValue: URL(fileURLWithPath: file).pathExtension.lowercased()) else {
      throw InvalidInput(key: "--output", value: file, allowed: "the file name ends in .svg, .png or .pdf")
    }
    return format
  }
}

/// A figure's size as users write it, 1200x900, in CSS pixels.
enum FigureSize {
  static func parse(_ text: String) throws(InvalidInput) -> Size {
    let parts = text.lowercased().split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let width = Double(parts[0]), let height = Double(parts[1]),
      (300...6000).contains(width), (200...6000).contains(height)
    else {
      throw InvalidInput(
        key: "--size", value: text,
        allowed: "expected WIDTHxHEIGHT, the width from 300, the height from 200, both to 6000, such as 1200x900")
    }
    return Size(width, height)
  }
}
