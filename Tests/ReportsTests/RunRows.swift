/// `runs.csv` read by an independent parser: RFC 4180, written for these tests.
struct RunRows {
  let columns: [String]
  let rows: [[String: String]]

  init(_ csv: String) {
    var records: [[String]] = [[]]
    var field = ""
    var isQuoted = false
    var scalars = Array(csv.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch (scalar, isQuoted) {
      case ("\"", true) where scalars.first == "\"":
        field += "\""
        scalars.removeFirst()
      case ("\"", _): isQuoted.toggle()
      case (",", false):
        records[records.count - 1].append(field)
        field = ""
      case ("\n", false):
        records[records.count - 1].append(field)
        field = ""
        records.append([])
      default: field.unicodeScalars.append(scalar)
      }
    }
    columns = records[0]
    let names = columns
    rows = records.dropFirst().filter { !$0.isEmpty }.map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
  }

  func of(objective: String, method: String) -> [[String: String]] {
    rows.filter { $0["objective"] == objective && $0["method"] == method }
  }
}
