import ArgumentParser
import Figures
import Objectives
import Optimizers
import Sweeps

/// Options that the commands without a study file share with it.
struct SweepOptions: ParsableArguments {
  @Option(help: "Evaluations per run.")
  var budget = 2000

  @Option(help: "The seed of every random draw.")
  var seed: UInt64 = 0

  @Option(help: "f − f* at which a run has reached the global minimum.")
  var target = 1e-4

  /// A study without runs, for figures that need its seed alone.
  var emptyStudy: Study {
    Study(
      title: "Command line", seed: seed, objectives: [], methods: [], starts: 1, budget: budget, target: target,
      figures: [])
  }

  /// The study that the options describe; throws every mistake at once.
  func study(objectives options: ObjectiveOptions, methods: [String], starts: Int) throws -> Study {
    var mistakes: [InvalidInput] = []
    func collect<T>(_ make: () throws -> T) -> T? {
      do { return try make() } catch let error as InvalidInputs { mistakes += error.all } catch {
        if let input = error as? InvalidInput { mistakes.append(input) }
      }
      return nil
    }
    let objectives = collect { try options.objectives(establishing: true) } ?? []
    let methods = methods.compactMap { text in collect { try MethodCatalogue.method(Spec(parsing: text)) } }
    func check(_ key: String, _ value: Int, in range: ClosedRange<Int>) {
      guard !range.contains(value) else { return }
      mistakes.append(
        InvalidInput(
          key: key, value: String(value),
          allowed: "expected a whole number from \(range.lowerBound) to \(range.upperBound)"))
    }
    check("--budget", budget, in: 1...1_000_000_000)
    check("--starts", starts, in: 1...1_000_000)
    if !(target > 0 && target.isFinite) {
      mistakes.append(InvalidInput(key: "--target", value: target.shortest, allowed: "expected a number above 0"))
    }
    guard mistakes.isEmpty else { throw InvalidInputs(mistakes) }
    return Study(
      title: "Command line", seed: seed, objectives: objectives, methods: methods, starts: starts, budget: budget,
      target: target, figures: [])
  }
}
