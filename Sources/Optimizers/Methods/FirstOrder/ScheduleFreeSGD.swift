/// z ← z − η∇f(y), x ← (1 − c)x + cz, y = (1 − β)z + βx: SGD whose averaging replaces the schedule.
///
/// State: y, where gradients are taken; z, which moves by them; and their weighted average x, the iterate. The weight of a
/// step is the square of the largest learning rate so far, so that c = 1/k while η is constant. Defaults: β = 0.9, the
/// authors'; η = 10⁻³ as for gradient descent (theirs is 1.0, tuned for networks). Coupled weight decay is taken at y, as
/// theirs; decoupled decay pulls z by its share of y. Only the last x is evaluated, when the run has ended.
struct ScheduleFreeSGD: FirstOrderMethod {
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

  struct Memory: FirstOrderMemory {
    var fast: [Double]
    var average: [Double]
    var largestRate = 0.0
    var weights = 0.0

    func iterate(at point: [Double]) -> [Double] { average }
    mutating func move(from point: [Double], to other: [Double]) {
      fast.assign(other)
      average.assign(other)
    }
  }

  let shaping: GradientShaping
  private let beta: Double

  init(_ hyperparameters: Hyperparameters) {
    shaping = GradientShaping(hyperparameters)
    beta = hyperparameters.real("beta")
  }

  func memory(at x: [Double]) -> Memory { Memory(fast: x, average: x) }

  func decay(_ x: inout [Double], _ memory: inout Memory, by share: Double) {
    for i in x.indices { memory.fast[i] -= share * x[i] }
  }

  func update(_ x: inout [Double], _ memory: inout Memory, gradient: [Double], pace: Pace) {
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
