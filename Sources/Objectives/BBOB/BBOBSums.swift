import Scalars

// Sums that several functions are made of; generic and not inlined, like the transformations.

/// Σ w_i z_i².
@inline(never)
func weightedSquares<S: RealScalar>(_ weights: [Double], _ z: UnsafeMutableBufferPointer<S>) -> S {
  var sum: S = 0
  for i in z.indices { sum += S(weights[i]) * S.square(z[i]) }
  return sum
}

/// Σ z_i².
@inline(never)
func squares<S: RealScalar>(_ z: UnsafeMutableBufferPointer<S>) -> S {
  var sum: S = 0
  for i in z.indices { sum += S.square(z[i]) }
  return sum
}

/// 10 (n − Σ cos 2πz_i), as 20 Σ sin² πz_i, which loses nothing near 0.
@inline(never)
func cosineRipple<S: RealScalar>(_ z: UnsafeMutableBufferPointer<S>) -> S {
  var sum: S = 0
  for i in z.indices { sum += S.square(S.sinPi(z[i])) }
  return 20 * sum
}

/// 100 (a² − b)² + (a − 1)², one link of Rosenbrock's chain.
@inline(__always)
func rosenbrockLink<S: RealScalar>(_ a: S, _ b: S) -> S {
  100 * S.square(S.square(a) - b) + S.square(a - 1)
}

/// Schaffer's F7 on a vector: (1/(n−1) Σ (√s_i + √s_i sin²(50 s_i^(1/5))))², s_i = √(z_i² + z_{i+1}²).
@inline(never)
func schaffersF7<S: RealScalar>(_ z: UnsafeMutableBufferPointer<S>) -> S {
  var sum: S = 0
  for i in 0..<(z.count - 1) {
    let square = S.square(z[i]) + S.square(z[i + 1])
    // The fifth root of s = √square; at 0, where its slope is infinite and does not matter, that of 1.
    let fifthRoot = S.pow(S.select(square, square, 1), 0.1)
    sum += S.sqrt(S.sqrt(square)) * (1 + S.square(S.sin(50 * fifthRoot)))
  }
  return S.square(sum / S(Double(z.count - 1)))
}
