import ArgumentParser
import Objectives
import Optimizers
import Reports
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
      let run = executor.run(
        of: RunKey(objective: 0, method: 0, start: index), from: given ?? plan.start(index, on: objective),
        observe: trace
          ? { step, x in
            steps.append(.init(step: step, x: x, value: objective.value(at: x)))
          } : nil)
      return Document.Run(record: run.record, trace: trace ? steps : nil)
    }
    let document = Document(objective: objective.id, method: study.methods[0].id, runs: runs)
    format.print(text: document.text, json: document.json)
  }
}

extension MinimizeCommand {
  fileprivate struct Document {
    let objective: String
    let method: String
    let runs: [Run]

    struct Step {
      let step: Int
      let x: [Double]
      let value: Double
    }

    struct Run {
      let record: RunRecord
      let trace: [Step]?
    }

    var json: JSON {
      .object([
        ("objective", .text(objective)), ("method", .text(method)), ("runs", .array(runs.map(Self.json))),
      ])
    }

    private static func json(_ run: Run) -> JSON {
      let record = run.record
      return .object(present: [
        ("start", .numbers(record.x0)), ("xBest", .numbers(record.xBest)), ("xLast", .numbers(record.xLast)),
        ("fBest", .number(record.fBest)), ("fLast", .number(record.fLast)),
        ("outcome", .text(record.outcome.rawValue)), ("reason", .text(record.reason)),
        ("evaluations", record.counts.json),
        ("evaluationsToTarget", record.evaluationsToTarget.map { .integer($0) }),
        (
          "trace",
          run.trace.map { steps in
            .array(
              steps.map {
                .object([("step", .integer($0.step)), ("x", .numbers($0.x)), ("value", .number($0.value))])
              })
          }
        ),
      ])
    }

    var text: String {
      // All of them with --format json.
      func point(_ x: [Double]) -> String {
        let shown = x.prefix(x.count > 12 ? 4 : 12).map(\.shortest) + (x.count > 12 ? ["… \(x.count) coordinates"] : [])
        return "(\(shown.joined(separator: ", ")))"
      }
      return runs.map { run in
        let record = run.record
        var lines = (run.trace ?? []).map { "step \($0.step)  x = \(point($0.x))  f = \($0.value.shortest)" }
        lines += [
          "\(method) on \(objective), from \(point(record.x0))",
          "  outcome      \(record.outcome.rawValue); \(record.reason)",
          "  best         f = \(record.fBest.shortest) at \(record.xBest.isEmpty ? "no point inside the domain" : point(record.xBest))",
          "  last         f = \(record.fLast.shortest) at \(point(record.xLast))",
          "  evaluations  \(record.counts.value) values, \(record.counts.gradient) gradients,"
            + " \(record.counts.hessian) Hessians"
            + (record.evaluationsToTarget.map { "; target reached after \($0)" } ?? ""),
        ]
        return lines.joined(separator: "\n")
      }.joined(separator: "\n")
    }
  }
}
