import Scalars

/// f21: T_osz(10 − max_i w_i exp(−1/(2n) (x − y_i)ᵀ Rᵀ C_i R (x − y_i)))² + f_pen(x) + f_opt: 101 peaks, one highest.
///
/// Peak 1 has height 10 and condition √1000; the others have heights from 1.1 to 9.1 and conditions up to 1000, all at
/// random places. Multimodal without any global structure; minimizer y_1, kinks where two peaks meet.
/// Source: INRIA RR-6829 (2009), f21.
struct BBOBGallagher101: BBOBFunction {
  static let number = 21
  static let info = describe(
    "BBOB Gallagher 101 Peaks",
    formula: "T_osz(10 − max_i w_i exp(−1/(2n) (x − y_i)ᵀ Rᵀ C_i R (x − y_i)))² + f_pen(x), i = 1 … 101",
    character: "multimodal, non-separable; 101 random peaks without global structure")

  let instance: BBOBInstance
  let minimizer: [Double]
  private let peaks: GallagherPeaks

  init(_ instance: BBOBInstance) {
    self.instance = instance
    peaks = GallagherPeaks(instance, count: 101, firstCondition: 31.622776601683793, reach: 5.0)
    minimizer = peaks.highest
  }

  func excess<S: RealScalar>(_ x: Span<S>) -> S {
    S.square(oscillated(peaks.depth(x))) + boundaryPenalty(x)
  }
}
