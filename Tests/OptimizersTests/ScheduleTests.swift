import Objectives
import Testing

@testable import Optimizers

@Suite("Schedules")
struct ScheduleTests {
  @Test("The catalogue names exactly what `schedule=` takes")
  func catalogueMatchesOption() throws {
    let option = try #require(Schedule.hyperparameters.first { $0.name == "schedule" })
    #expect(option.kind == .choice(ScheduleCatalogue.entries.map(\.id)))
    for entry in ScheduleCatalogue.entries {
      #expect(!entry.formula.isEmpty && !entry.source.isEmpty)
      _ = try method("adam[schedule=\(entry.id),warmupSteps=3]")
    }
  }

  @Test(
    "By default a schedule spans the budget and ends at 1 % of the learning rate", arguments: Schedule.Shape.allCases)
  func spansBudget(_ shape: Schedule.Shape) throws {
    let schedule = Schedule(shape: shape)
    let end = schedule.factor(step: 1000, budget: 1000)
    switch shape {
    case .constant, .piecewise: #expect(end == 1)
    case .oneCycle, .linearOneCycle: #expect((end - 0.0004).magnitude < 1e-15)
    default: #expect((end - 0.01).magnitude < 1e-15)
    }
    for step in 0...3000 {
      let factor = schedule.factor(step: step, budget: 1000)
      #expect(factor > 0 && factor <= 1)
    }
  }

  @Test(
    "Known points",
    arguments: [
      // Three stages of 100 steps, each a tenth of the one before: PyTorch's StepLR(100, 0.1).
      (Schedule(shape: .step, steps: 300, stages: 3), 99, 1), (Schedule(shape: .step, steps: 300, stages: 3), 100, 0.1),
      (Schedule(shape: .step, steps: 300, stages: 3), 199, 0.1),
      (Schedule(shape: .step, steps: 300, stages: 3), 200, 0.01),
      (Schedule(shape: .step, steps: 300, stages: 3), 5000, 0.01),
      // SGDR with periods of 10, 20 and 40 steps.
      (Schedule(shape: .cosineRestarts, steps: 70, finalFraction: 0, stages: 3), 5, 0.5),
      (Schedule(shape: .cosineRestarts, steps: 70, finalFraction: 0, stages: 3), 10, 1),
      (Schedule(shape: .cosineRestarts, steps: 70, finalFraction: 0, stages: 3), 20, 0.5),
      (Schedule(shape: .cosineRestarts, steps: 70, finalFraction: 0, stages: 3), 30, 1),
      (Schedule(shape: .cosineRestarts, steps: 70, finalFraction: 0, stages: 3), 50, 0.5),
      (Schedule(shape: .cosineRestarts, steps: 70, finalFraction: 0, stages: 3), 70, 0),
      // 1/(1 + 9 · 1/3) and 1/√(1 + 99 · 1/3).
      (Schedule(shape: .inverseTime, steps: 300, finalFraction: 0.1), 100, 0.25),
      (Schedule(shape: .inverseSquareRoot, steps: 300, finalFraction: 0.1), 100, 0.17149858514250885),
      (Schedule(shape: .exponential, steps: 100, finalFraction: 0.01), 50, 0.1),
      (Schedule(shape: .exponential, steps: 100, finalFraction: 0), 0, 1),
      (Schedule(shape: .exponential, steps: 100, finalFraction: 0), 1, 0),
      (Schedule(shape: .inverseTime, steps: 100, finalFraction: 0), 1, 0),
      (Schedule(shape: .triangular, steps: 40, finalFraction: 0, stages: 2), 10, 1),
      (Schedule(shape: .triangular, steps: 40, finalFraction: 0, stages: 2), 20, 0),
      (Schedule(shape: .triangular, steps: 40, finalFraction: 0, stages: 2), 25, 0.5),
      // Cycles half as high, and a warm-up in each.
      (Schedule(shape: .triangular, steps: 40, finalFraction: 0.2, stages: 2, cycleShrink: 0.5), 30, 0.6),
      (Schedule(shape: .cosineRestarts, steps: 30, finalFraction: 0, stages: 2, cycleWarmup: 2), 1, 0.5),
      (Schedule(shape: .cosineRestarts, steps: 30, finalFraction: 0, stages: 2, cycleWarmup: 2), 6, 0.5),
      (Schedule(shape: .cosineRestarts, steps: 30, finalFraction: 0, stages: 2, cycleWarmup: 2), 12, 1),
      (Schedule(shape: .constant, warmupSteps: 4, warmupStart: 0.5), 1, 0.625),
      (Schedule(shape: .linearOneCycle, steps: 100, peakPosition: 0.4), 20, 0.52),
      (Schedule(shape: .oneCycle, steps: 100), 0, 0.04), (Schedule(shape: .oneCycle, steps: 100), 30, 1),
      // A warm-up of 10 steps goes before a line from 1 at step 10 to φ at step 30.
      (Schedule(shape: .linear, steps: 30, finalFraction: 0, warmupSteps: 10), 5, 0.5),
      (Schedule(shape: .linear, steps: 30, finalFraction: 0, warmupSteps: 10), 10, 1),
      (Schedule(shape: .linear, steps: 30, finalFraction: 0, warmupSteps: 10), 20, 0.5),
    ] as [(Schedule, Int, Double)])
  func knownPoints(_ schedule: Schedule, _ step: Int, _ expected: Double) {
    #expect((schedule.factor(step: step, budget: 7) - expected).magnitude < 1e-15)
  }
}
