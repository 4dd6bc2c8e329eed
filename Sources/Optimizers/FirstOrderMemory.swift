/// What a first-order method carries from step to step beside the point where it takes gradients.
protocol FirstOrderMemory: Sendable {
  /// What the method says is its iterate, while gradients are taken at `point`: that point, unless it averages.
  func iterate(at point: [Double]) -> [Double]
  /// Hears that another method has taken the point elsewhere.
  mutating func move(from point: [Double], to other: [Double])
}

extension FirstOrderMemory {
  func iterate(at point: [Double]) -> [Double] { point }
  mutating func move(from point: [Double], to other: [Double]) {}
}

/// The memory of a method that forgets.
struct NoMemory: FirstOrderMemory {}
