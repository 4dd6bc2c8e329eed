/// A published test function: one file in `Functions/`, one line in `ObjectiveCatalogue`.
public protocol CatalogueFunction: Objective {
  static var info: ObjectiveInfo { get }
  /// The published function; `dimension` is one that `info.dimensions` contains.
  init(dimension: Int)
}

extension CatalogueFunction {
  public var id: String { Self.specification(dimension: dimension, instance: 0).description }

  /// The resolved specification: what differs from the defaults, in a fixed order.
  static func specification(dimension: Int, instance: Int) -> Spec {
    var options: [Spec.Option] = []
    if dimension != info.dimensions.default { options.append(.init(key: "dimension", value: String(dimension))) }
    if instance != 0 { options.append(.init(key: "instance", value: String(instance))) }
    return Spec(name: info.id, options: options)
  }
}
