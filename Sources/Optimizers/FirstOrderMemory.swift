/// What a first-order method carries from step to step beside the point where it takes gradients: of one run, or of a
/// batch of runs in lockstep. Plain numbers in it are the same for all of them.
protocol FirstOrderMemory: Sendable {
  associatedtype Number: LockstepNumber = Double

  /// What the method says is its iterate, while gradients are taken at `point`: that point, unless it averages.
  func iterate(at point: [Number]) -> [Number]
  /// Hears that another method has taken the point elsewhere.
  mutating func move(from point: [Number], to other: [Number])
  /// Pulls `point` toward the origin by the fraction `share`: decoupled weight decay.
  mutating func decay(_ point: inout [Number], by share: Double)
}

extension FirstOrderMemory {
  func iterate(at point: [Number]) -> [Number] { point }
  mutating func move(from point: [Number], to other: [Number]) {}
  mutating func decay(_ point: inout [Number], by share: Double) {
    for i in point.indices { point[i] = (1 - share) * point[i] }
  }
}

/// The memory of a method that forgets.
struct NoMemory<Number: LockstepNumber>: FirstOrderMemory {}
