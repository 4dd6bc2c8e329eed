import Foundation

extension Dataset {
  /// 1,797 handwritten digits, 8 × 8 pixels from 0 to 1, in ten classes.
  ///
  /// Source: Alpaydin and Kaynak, Optical Recognition of Handwritten Digits, UCI Machine Learning Repository (1998),
  /// DOI 10.24432/C50P49, CC BY 4.0. Throws `InvalidModel` where the file is missing or damaged.
  public static func digits() throws(InvalidModel) -> Dataset {
    guard let url = Bundle.module.url(forResource: "Data/digits", withExtension: "csv"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { throw InvalidModel("digits.csv", "", allowed: "the file that comes with this program") }
    return try digits(csv: text)
  }

  /// Rows of 64 pixels from 0 to 16 and a label from 0 to 9, separated by commas.
  static func digits(csv text: String) throws(InvalidModel) -> Dataset {
    var features: [Double] = []
    var labels: [Int] = []
    for (number, line) in text.utf8.split(separator: UInt8(ascii: "\n")).enumerated() {
      let cells = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { Int(Substring($0)) }
      let pixels = cells.dropLast().compactMap(\.self)
      guard cells.count == 65, pixels.count == 64, pixels.allSatisfy((0...16).contains), let label = cells.last ?? nil
      else {
        throw InvalidModel(
          "line \(number + 1)", String(Substring(line)), allowed: "64 pixels from 0 to 16 and a label")
      }
      features += pixels.map { Double($0) / 16 }
      labels.append(label)
    }
    return try Dataset(features: features, featureCount: 64, target: .labels(labels, classCount: 10))
  }
}
