import Scalars

/// From x to z: x − x_opt, then one step after the other.
///
/// Source: Hansen, Finck, Ros and Auger, INRIA RR-6829 (2009), section 0.2.
struct BBOBTransform: Sendable {
  enum Step: Sendable {
    case multiply(SquareMatrix)
    case scale([Double])
    /// T_osz.
    case oscillate
    /// T_asy with these exponents, `BBOBInstance.bends`.
    case bend([Double])
  }

  let instance: BBOBInstance
  /// x_opt.
  let minimizer: [Double]
  private let isShifted: Bool
  private let steps: [Step]

  /// - Parameter minimizer: the one that the instance draws, unless given.
  init(_ instance: BBOBInstance, minimizer: [Double]? = nil, _ steps: [Step]) {
    self.instance = instance
    self.minimizer = minimizer ?? instance.minimizer()
    self.steps = steps
    isShifted = true
  }

  /// z = `map` x, without a shift.
  init(_ instance: BBOBInstance, map: SquareMatrix, minimizer: [Double]) {
    self.instance = instance
    self.minimizer = minimizer
    steps = [.multiply(map)]
    isShifted = false
  }

  /// Writes z into one of two vectors and returns that one.
  @inline(never)
  func apply<S: RealScalar>(
    to x: Span<S>, _ first: UnsafeMutableBufferPointer<S>, _ second: UnsafeMutableBufferPointer<S>
  ) -> UnsafeMutableBufferPointer<S> {
    var (z, spare) = (first, second)
    if isShifted { z.assign(x, minus: minimizer) } else { z.assign(x) }
    for step in steps {
      switch step {
      case .multiply(let matrix):
        matrix.multiply(z, into: spare)
        swap(&z, &spare)
      case .scale(let factors): z.scale(by: factors)
      case .oscillate: z.oscillate()
      case .bend(let bends): z.bend(bends)
      }
    }
    return z
  }
}
