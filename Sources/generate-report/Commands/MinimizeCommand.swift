import ArgumentParser
import Objectives
import Optimizers
import Sweeps

struct MinimizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "minimize", abstract: "Runs one method on one objective; prints where it ended and why.")

  @OptionGroup var objective: ObjectiveOptions

  @Option(help: "The method, for example 'adam[learningRate=0.01]'.")
  var method: String

  @Option(parsing: .unconditional, help: "The start: coordinates separated by commas.")
  var start: String?

  @Option(help: "Random starts in the domain, where no start is given.")
  var starts: Int?

  @OptionGroup var sweep: SweepOptions

  @Flag(help: "Print every iterate, step 0 being the start.")
  var trace = false

  @Option(help: "How to print: text or json.")
  var format: OutputFormat = .text

  func validate() throws {
    if start != nil, starts != nil { throw ValidationError("--start and --starts exclude each other.") }
  }

  func run() throws {
    let study = try sweep.study(objectives: objective, methods: [method], starts: starts ?? 1)
    guard study.objectives.count == 1 else {
      throw InvalidInput(
        key: "--objective", value: objective.objective.joined(separator: " "), allowed: "expected exactly one")
    }
    let objective = study.objectives[0]
    let plan = Plan(study)
    let executor = RunExecutor(plan)
    let given = try start.map { try Point.parse($0, option: "--start", dimension: objective.dimension) }
    let runs = (0..<study.starts).map { index in
      var steps: [Document.Step] = []
      let record = executor.record(
        of: RunKey(objective: 0, method: 0, start: index), from: given ?? plan.start(index, on: objective),
        observe: trace
          ? { step, x in
            steps.append(.init(step: step, x: x.map(JSON.Number.init), value: JSON.Number(objective.value(at: x))))
          } : nil)
      return Document.Run(record, trace: trace ? steps : nil)
    }
    let document = Document(objective: objective.id, method: study.methods[0].id, runs: runs)
    switch format {
    case .json: Terminal.result(try JSON.text(document))
    case .text: Terminal.result(document.text)
    }
  }
}

extension MinimizeCommand {
  fileprivate struct Document: Encodable {
    let objective: String
    let method: String
    let runs: [Run]

    struct Step: Encodable {
      let step: Int
      let x: [JSON.Number]
      let value: JSON.Number
    }

    struct Run: Encodable {
      let start: [JSON.Number]
      let xBest: [JSON.Number]
      let xLast: [JSON.Number]
      let fBest: JSON.Number
      let fLast: JSON.Number
      let outcome: Outcome
      let reason: String
      let evaluations: EvaluationCounts
      let evaluationsToTarget: Int?
      let trace: [Step]?

      init(_ record: RunRecord, trace: [Step]?) {
        start = record.x0.map(JSON.Number.init)
        xBest = record.xBest.map(JSON.Number.init)
        xLast = record.xLast.map(JSON.Number.init)
        fBest = JSON.Number(record.fBest)
        fLast = JSON.Number(record.fLast)
        outcome = record.outcome
        reason = record.reason
        evaluations = record.counts
        evaluationsToTarget = record.evaluationsToTarget
        self.trace = trace
      }
    }

    var text: String {
      func point(_ x: [JSON.Number]) -> String { "(\(x.map { $0.value.shortest }.joined(separator: ", ")))" }
      return runs.map { run in
        var lines = (run.trace ?? []).map { "step \($0.step)  x = \(point($0.x))  f = \($0.value.value.shortest)" }
        lines += [
          "\(method) on \(objective), from \(point(run.start))",
          "  outcome      \(run.outcome.rawValue); \(run.reason)",
          "  best         f = \(run.fBest.value.shortest) at \(run.xBest.isEmpty ? "no point inside the domain" : point(run.xBest))",
          "  last         f = \(run.fLast.value.shortest) at \(point(run.xLast))",
          "  evaluations  \(run.evaluations.value) values, \(run.evaluations.gradient) gradients,"
            + " \(run.evaluations.hessian) Hessians"
            + (run.evaluationsToTarget.map { "; target reached after \($0)" } ?? ""),
        ]
        return lines.joined(separator: "\n")
      }.joined(separator: "\n")
    }
  }
}
