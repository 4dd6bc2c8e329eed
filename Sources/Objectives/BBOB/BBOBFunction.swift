import Scalars

/// One of the 24 noiseless functions of BBOB: one file in `Functions/`, one line in `ObjectiveCatalogue.bbob`.
///
/// What a formula needs of its instance (rotations, scalings) is drawn once, in `init`; tables are rounded doubles, and
/// the function is the one that these doubles define. f(x_opt) = f_opt; outside [−5, 5]ⁿ the functions go on, and some
/// add a penalty. NaN in a coordinate makes the value NaN.
protocol BBOBFunction: Objective {
  /// 1 … 24.
  static var number: Int { get }
  static var info: ObjectiveInfo { get }
  var instance: BBOBInstance { get }
  /// x_opt.
  var minimizer: [Double] { get }
  /// Whether f_opt is attained at x_opt alone.
  static var hasOneMinimizer: Bool { get }
  init(_ instance: BBOBInstance)
  /// f(x) − f_opt.
  func excess<S: RealScalar>(_ x: Span<S>) -> S
}

extension BBOBFunction {
  func evaluate<S: RealScalar>(_ x: Span<S>) -> S { excess(x) + S(instance.minimum) }
  var domain: Box { instance.domain }
  static var hasOneMinimizer: Bool { true }
  var minimum: KnownMinimum {
    KnownMinimum(value: instance.minimum, minimizers: [minimizer], listsAll: Self.hasOneMinimizer)
  }

  /// The resolved specification: what differs from dimension 2 and instance 1, in a fixed order.
  var id: String {
    var options: [Spec.Option] = []
    if instance.dimension != Self.info.dimensions.default {
      options.append(.init(key: "dimension", value: String(instance.dimension)))
    }
    if instance.number != 1 { options.append(.init(key: "instance", value: String(instance.number))) }
    return Spec(name: Self.info.id, options: options).description
  }

  /// What the catalogue says of this function.
  static func describe(_ name: String, formula: String, character: String) -> ObjectiveInfo {
    ObjectiveInfo(
      id: "bbob-f\(number)", name: name, formula: formula + " + f_opt", dimensions: .scalable(2...40),
      character: character, instances: .numbered, source: "Hansen, Finck, Ros and Auger, INRIA RR-6829 (2009)")
  }
}
