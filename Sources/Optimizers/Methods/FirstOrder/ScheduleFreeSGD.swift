import Scalars

/// z ← z − η∇f(y), x ← (1 − c)x + cz, y = (1 − β)z + βx: SGD whose averaging replaces the schedule.
///
/// State: y, where gradients are taken; z, which moves by them; and their weighted average x, the iterate. The weight of a
/// step is the square of the largest learning rate so far, so that c = 1/k while η is constant. Defaults: β = 0.9, the
/// authors'; η = 10⁻³ as for gradient descent (theirs is 1.0, tuned for networks). Coupled weight decay is taken at y, as
/// theirs; decoupled decay pulls z by its share of y. Only the last x is evaluated, when the run has ended.
struct ScheduleFreeSGD: LockstepMethod {
  static let info = MethodInfo(
    id: "schedule-free-sgd", name: "Schedule-free SGD", order: .first,
    hyperparameters: GradientShaping.hyperparameters(
      learningRate: 0.001,
      [
        .real(
          "beta", default: 0.9, .init(atLeast: 0, atMost: 1),
          meaning: "share β of the average where gradients are taken")
      ]),
    source: "Defazio et al., The Road Less Scheduled, NeurIPS 2024")

  struct Memory<Number: LockstepNumber>: FirstOrderMemory {
    var fast: [Number]
    var average: [Number]
    var largestRate = 0.0
    var weights = 0.0

    func iterate(at point: [Number]) -> [Number] { average }
    mutating func move(from point: [Number], to other: [Number]) {
      fast.assign(other)
      average.assign(other)
    }
    mutating func decay(_ point: inout [Number], by share: Double) {
      for i in point.indices { fast[i] -= share * point[i] }
    }
  }

  typealias ScalarMemory = Memory<Double>
  typealias LanesMemory = Memory<Lanes>
  let shaping: GradientShaping
  private let beta: Double

  init(_ hyperparameters: Hyperparameters) {
    shaping = GradientShaping(hyperparameters)
    beta = hyperparameters.real("beta")
  }

  func memory<Number>(at x: [Number]) -> Memory<Number> { Memory(fast: x, average: x) }

  func update<Number>(_ x: inout [Number], _ memory: inout Memory<Number>, gradient: [Number], pace: Pace) {
    memory.largestRate = max(memory.largestRate, pace.learningRate)
    let weight = memory.largestRate * memory.largestRate
    memory.weights += weight
    let share = memory.weights > 0 ? weight / memory.weights : 0
    for i in x.indices {
      memory.fast[i] -= pace.learningRate * gradient[i]
      memory.average[i] = (1 - share) * memory.average[i] + share * memory.fast[i]
      x[i] = beta * memory.average[i] + (1 - beta) * memory.fast[i]
    }
  }
}
