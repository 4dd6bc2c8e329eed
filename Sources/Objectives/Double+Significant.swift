extension Double {
  /// The double nearest to the number's shortest decimal, rounded to so many significant digits; itself where it is 0 or
  /// not finite.
  ///
  /// Digits are rounded, and not multiples of a power of ten, which is a double between 10⁻²² and 10²² only.
  package func rounded(toSignificant digits: Int) -> Double {
    guard self != 0, isFinite else { return self }
    let parts = magnitude.description.split(separator: "e")
    let (whole, fraction) = {
      let halves = parts[0].split(separator: ".")
      return (halves[0], halves.count > 1 ? halves[1] : "")
    }()
    var figures = (whole + fraction).compactMap(\.wholeNumberValue)
    // Of the first figure.
    var exponent = whole.count - 1 + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    let zeros = figures.prefix { $0 == 0 }.count
    figures.removeFirst(zeros)
    exponent -= zeros
    guard figures.count > digits else { return self }
    let roundsUp = figures[digits] >= 5
    figures.removeSubrange(digits...)
    if roundsUp {
      var place = digits - 1
      while place >= 0, figures[place] == 9 {
        figures[place] = 0
        place -= 1
      }
      if place >= 0 {
        figures[place] += 1
      } else {
        figures.insert(1, at: 0)
        exponent += 1
      }
    }
    let text = figures.map(String.init).joined()
    // Next to the largest double, what is rounded up is none.
    let rounded = Double("\(text)e\(exponent - text.count + 1)").flatMap { $0.isFinite ? $0 : nil } ?? magnitude
    return self < 0 ? -rounded : rounded
  }
}
