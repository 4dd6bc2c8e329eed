/// Who is given to whom, so that the sum of what pairs cost is smallest.
///
/// Source: Kuhn, The Hungarian method for the assignment problem, Naval Res. Logist. Quart. 2 (1955), by shortest augmenting
/// paths as Jonker and Volgenant, Computing 38 (1987): n³ operations.
struct Assignment {
  /// The column of each row.
  let columns: [Int]

  /// - Parameter costs: n × n finite numbers, row-major.
  init(costs: [Double], count n: Int) {
    precondition(costs.count == n * n, "a cost for every pair")
    // Potentials and partners count from 1; column 0 stands for the row that is being placed.
    var (rowPotential, columnPotential) = ([Double](repeating: 0, count: n + 1), [Double](repeating: 0, count: n + 1))
    var rowOfColumn = [Int](repeating: 0, count: n + 1)
    for row in 1..<n + 1 {
      rowOfColumn[0] = row
      var column = 0
      var shortest = [Double](repeating: .infinity, count: n + 1)
      var previous = [Int](repeating: 0, count: n + 1)
      var isDone = [Bool](repeating: false, count: n + 1)
      repeat {
        isDone[column] = true
        let i = rowOfColumn[column]
        var (delta, nearest) = (Double.infinity, 0)
        for j in 1..<n + 1 where !isDone[j] {
          let reduced = costs[(i - 1) * n + j - 1] - rowPotential[i] - columnPotential[j]
          if reduced < shortest[j] { (shortest[j], previous[j]) = (reduced, column) }
          if shortest[j] < delta { (delta, nearest) = (shortest[j], j) }
        }
        precondition(nearest > 0, "costs are finite")
        for j in 0..<n + 1 {
          if isDone[j] {
            rowPotential[rowOfColumn[j]] += delta
            columnPotential[j] -= delta
          } else {
            shortest[j] -= delta
          }
        }
        column = nearest
      } while rowOfColumn[column] != 0
      while column != 0 {
        rowOfColumn[column] = rowOfColumn[previous[column]]
        column = previous[column]
      }
    }
    var columns = [Int](repeating: 0, count: n)
    for j in 1..<n + 1 { columns[rowOfColumn[j] - 1] = j - 1 }
    self.columns = columns
  }
}
