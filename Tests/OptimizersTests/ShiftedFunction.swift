import Objectives
import Scalars

/// Rastrigin's and Rosenbrock's functions, moved for each run as the fixture's script moves them.
struct ShiftedFunction: Objective {
  enum Formula: String, Decodable { case rastrigin, rosenbrock }
  let formula: Formula
  let shift: [Double]
  let start: [Double]
  let id = "shifted"
  let domain: Box
  var minimum: KnownMinimum { KnownMinimum(value: 0, minimizers: [shift]) }

  private static let primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71]

  /// The function and the start of run `run`.
  init(_ formula: Formula, dimension n: Int, run: Int) {
    func point(_ i: Int) -> Double {
      let turns = Double(run + 1) * Double(Self.primes[i]).squareRoot()
      return -5.12 + 10.24 * (turns - turns.rounded(.down))
    }
    self.formula = formula
    start = (0..<n).map { point($0) }
    shift = (0..<n).map { 0.8 * point(n + $0) }
    domain = Box(-5.12...5.12, dimension: n)
  }

  func evaluate<S: RealScalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    switch formula {
    case .rastrigin:
      for i in x.indices {
        let y = x[i] - S(shift[i])
        sum += 10 + S.square(y) - 10 * S.cosPi(2 * y)
      }
    case .rosenbrock:
      for i in 1..<x.count {
        let (y, next) = (x[i - 1] - S(shift[i - 1]) + 1, x[i] - S(shift[i]) + 1)
        sum += 100 * S.square(next - S.square(y)) + S.square(1 - y)
      }
    }
    return sum
  }
}
