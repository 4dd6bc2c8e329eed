import Scalars

/// A function of BBOB that is a formula in z, the vector into which a chain of published transformations turns x.
protocol TransformedBBOBFunction: BBOBFunction {
  var transform: BBOBTransform { get }
  /// f − f_opt in terms of z, which may be overwritten; x is for penalties outside the domain.
  func formula<S: RealScalar>(_ z: UnsafeMutableBufferPointer<S>, _ x: Span<S>) -> S
}

extension TransformedBBOBFunction {
  var instance: BBOBInstance { transform.instance }
  var minimizer: [Double] { transform.minimizer }

  func excess<S: RealScalar>(_ x: Span<S>) -> S {
    withTwoVectors(of: S.self, count: x.count) { z, spare in formula(transform.apply(to: x, z, spare), x) }
  }
}
