/// The n × n inverse Hessian H of BFGS, learnt from steps s and changes of the gradient y.
///
/// Source: Nocedal and Wright, Numerical Optimization, 2nd ed., 2006, (6.17) and (6.20).
struct InverseHessian: CurvatureModel {
  private let dimension: Int
  /// Row-major, symmetric to the bit.
  private var matrix: [Double]
  private var step: [Double]
  private var change: [Double]
  /// H y.
  private var image: [Double]
  private(set) var isEmpty = true

  init(dimension: Int) {
    self.dimension = dimension
    matrix = Array(repeating: 0, count: dimension * dimension)
    step = Array(repeating: 0, count: dimension)
    change = step
    image = step
  }

  mutating func removeAll() { isEmpty = true }

  mutating func append(from x: [Double], _ gradient: [Double], to newX: [Double], _ newGradient: [Double]) {
    for i in 0..<dimension {
      step[i] = newX[i] - x[i]
      change[i] = newGradient[i] - gradient[i]
    }
    let product = step.dot(change)
    let square = change.dot(change)
    let threshold = 0x1p-52 * square.squareRoot() * step.norm
    guard product > threshold, product.isFinite, square.isFinite else { return }
    if isEmpty { reset(to: product / square) }
    for i in 0..<dimension {
      image[i] = 0
      for j in 0..<dimension { image[i] += matrix[i * dimension + j] * change[j] }
    }
    // H − ρ(s(Hy)ᵀ + (Hy)sᵀ) + ρ(1 + ρ yᵀHy) ssᵀ.
    let stretch = 1 + change.dot(image) / product
    for i in 0..<dimension {
      for j in i..<dimension {
        let update = (stretch * step[i] * step[j] - (step[i] * image[j] + image[i] * step[j])) / product
        matrix[i * dimension + j] += update
        matrix[j * dimension + i] = matrix[i * dimension + j]
      }
    }
    isEmpty = false
  }

  mutating func aim(_ direction: inout [Double], gradient: [Double]) {
    for i in 0..<dimension {
      direction[i] = isEmpty ? -gradient[i] : 0
      if isEmpty { continue }
      for j in 0..<dimension { direction[i] -= matrix[i * dimension + j] * gradient[j] }
    }
  }

  private mutating func reset(to scale: Double) {
    for k in matrix.indices { matrix[k] = k % (dimension + 1) == 0 ? scale : 0 }
  }
}
