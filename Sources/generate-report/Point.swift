import Foundation
import Objectives

/// A point as users write it: coordinates separated by commas.
enum Point {
  static func parse(_ text: String, option: String, dimension: Int) throws(InvalidInput) -> [Double] {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    var point: [Double] = []
    for part in parts {
      let trimmed = part.trimmingCharacters(in: .whitespaces)
      guard let value = Double(trimmed), value.isFinite else {
        throw InvalidInput(key: option, value: text, allowed: "expected finite numbers separated by commas")
      }
      point.append(value)
    }
    guard point.count == dimension else {
      throw InvalidInput(
        key: option, value: text,
        allowed: "the objective has \(dimension) dimension\(dimension == 1 ? "" : "s"), the point has \(point.count)")
    }
    return point
  }
}
