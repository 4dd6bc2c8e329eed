import Scalars

/// What a network's answers z cost, a mean over rows.
public enum Loss: String, Sendable, Hashable, CaseIterable {
  /// −log of the softmax probability of the right class.
  case crossEntropy
  /// (z − y)², a mean over outputs too; of classes, y is 1 for the right one and 0 for the others.
  case meanSquaredError
}

/// Sums over rows.
struct LossSum {
  var loss = 0.0
  /// Rows whose largest answer is that of the right class.
  var correct = 0
}

/// The answers of a chunk of rows, to be turned into the loss's derivatives.
struct Answers {
  let units: UnsafeMutablePointer<Double>
  /// Where derivatives go; may be `units`.
  let derivatives: UnsafeMutablePointer<Double>
  /// From row to row, a multiple of 8.
  let stride: Int
  let count: Int
  let width: Int
  /// Derivatives are divided by it: the rows of the whole mean.
  let meanCount: Int
}

/// −log softmax and its derivative (p − y)/n. Padding after the last class becomes 0.
@inline(never)
func crossEntropy(_ answers: Answers, labels: UnsafePointer<Int>, rows: UnsafePointer<Int>) -> LossSum {
  var sum = LossSum()
  let weight = 1 / Double(answers.meanCount)
  for i in 0..<answers.count {
    let z = answers.units + i * answers.stride
    let p = answers.derivatives + i * answers.stride
    let label = labels[rows[i]]
    var best = 0
    for j in 1..<answers.width where z[j] > z[best] { best = j }
    if best == label { sum.correct += 1 }
    let shifted = z[label] - z[best]
    let largest = Lanes(z[best])
    for j in stride(from: 0, to: answers.stride, by: Lanes.width) {
      store(Elementary.exp(load(z + j) - largest), at: p + j)
    }
    var total = 0.0
    for j in 0..<answers.width { total += p[j] }
    sum.loss += Elementary.log(total) - shifted
    let factor = Lanes(weight / total)
    for j in stride(from: 0, to: answers.stride, by: Lanes.width) { store(load(p + j) * factor, at: p + j) }
    for j in answers.width..<answers.stride { p[j] = 0 }
    p[label] -= weight
  }
  return sum
}

/// The squared error and its derivative 2(z − y)/(n·k), where `wanted` gives y.
@inline(__always)
private func squaredError(_ answers: Answers, _ i: Int, wanted: (Int) -> Double) -> Double {
  let z = answers.units + i * answers.stride
  let derivative = answers.derivatives + i * answers.stride
  let weight = 2 / (Double(answers.meanCount) * Double(answers.width))
  var sum = 0.0
  for j in 0..<answers.width {
    let error = z[j] - wanted(j)
    sum += error * error
    derivative[j] = weight * error
  }
  for j in answers.width..<answers.stride { derivative[j] = 0 }
  return sum / Double(answers.width)
}

/// The squared error against classes.
@inline(never)
func squaredError(_ answers: Answers, labels: UnsafePointer<Int>, rows: UnsafePointer<Int>) -> LossSum {
  var sum = LossSum()
  for i in 0..<answers.count {
    let z = answers.units + i * answers.stride
    let label = labels[rows[i]]
    var best = 0
    for j in 1..<answers.width where z[j] > z[best] { best = j }
    if best == label { sum.correct += 1 }
    sum.loss += squaredError(answers, i) { $0 == label ? 1 : 0 }
  }
  return sum
}

/// The squared error against real targets.
@inline(never)
func squaredError(_ answers: Answers, values: UnsafePointer<Double>, rows: UnsafePointer<Int>) -> LossSum {
  var sum = LossSum()
  for i in 0..<answers.count {
    let wanted = values + rows[i] * answers.width
    sum.loss += squaredError(answers, i) { wanted[$0] }
  }
  return sum
}
