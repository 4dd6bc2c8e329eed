/// A name of its own for a method with certain hyper-parameters: AMSGrad is Adam with a running maximum.
///
/// All options of the method can still be set; only their defaults differ.
protocol MethodPreset: SendableMetatype {
  associatedtype Base: Optimizer
  static var info: MethodInfo { get }
}
