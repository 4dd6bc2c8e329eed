/// Where in its run a step stands: what an update may know beside the gradient.
struct Pace: Sendable {
  /// ηₖ, with the schedule and the plateaus seen so far.
  let learningRate: Double
  /// How high the schedule of the learning rate stands, from 0 at its floor to 1 at its peak.
  let height: Double
  /// Steps completed, k.
  let step: Int
  /// Evaluations allowed.
  let budget: Int
  /// f where the gradient was taken, as the method was told.
  let value: Double
}
