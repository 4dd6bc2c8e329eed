import Scalars

// The transformations that the functions share, in place on a vector. They are generic and not inlined: one copy for
// each scalar serves all 24 functions, which keeps the time to compile them short.
//
// Source: Hansen, Finck, Ros and Auger, INRIA RR-6829 (2009), section 0.2.
extension UnsafeMutableBufferPointer where Element: RealScalar {
  /// z = x − `origin`.
  @inline(never)
  func assign(_ x: Span<Element>, minus origin: [Double]) {
    for i in indices { self[i] = x[i] - Element(origin[i]) }
  }

  @inline(never)
  func assign(_ x: Span<Element>) {
    for i in indices { self[i] = x[i] }
  }

  /// z_i ← `factors`_i z_i.
  @inline(never)
  func scale(by factors: [Double]) {
    for i in indices { self[i] *= Element(factors[i]) }
  }

  /// T_osz: ripples that are the same at every scale, so that a quadratic is none any more.
  @inline(never)
  func oscillate() {
    for i in indices { self[i] = oscillated(self[i]) }
  }

  /// T_asy^β: bends the positive half-axes, the last the most. z_i ← z_i^(1 + `bends`_i √z_i) where z_i > 0.
  @inline(never)
  func bend(_ bends: [Double]) {
    for i in indices {
      let size = Element.select(self[i], self[i], 1)
      let bent = Element.pow(size, 1 + Element(bends[i]) * Element.sqrt(size))
      self[i] = Element.select(self[i], bent, self[i])
    }
  }
}

extension BBOBInstance {
  /// β (i−1)/(n−1), the exponents of T_asy^β.
  func bends(_ beta: Double) -> [Double] { (0..<dimension).map { beta * Double($0) / Double(dimension - 1) } }
}

/// T_osz(x) = sign(x) exp(x̂ + 0.049 (sin c₁x̂ + sin c₂x̂)) with x̂ = ln |x|, and T_osz(0) = 0.
@inline(never)
func oscillated<S: RealScalar>(_ x: S) -> S {
  let size = S.abs(x)
  let logarithm = S.log(S.select(size, size, 1))
  let first = S.sin(S.select(x, 10, 5.5) * logarithm)
  let second = S.sin(S.select(x, 7.9, 3.1) * logarithm)
  return x * S.exp(0.049 * (first + second))
}

/// f_pen(x) = Σ max(0, |x_i| − 5)², which keeps searches near the domain.
@inline(never)
func boundaryPenalty<S: RealScalar>(_ x: Span<S>) -> S {
  var sum: S = 0
  // NaN, as the first argument, passes through max.
  for i in x.indices { sum += S.square(S.max(S.abs(x[i]) - 5, 0)) }
  return sum
}

/// Lends two vectors of `count` scalars, to be written before they are read.
@inline(__always)
func withTwoVectors<S: RealScalar, R>(
  of type: S.Type, count: Int, _ body: (UnsafeMutableBufferPointer<S>, UnsafeMutableBufferPointer<S>) -> R
) -> R {
  withTemporaryScalars(S.self, count: count) { first in
    withTemporaryScalars(S.self, count: count) { second in body(first, second) }
  }
}
