import ArgumentParser
import Foundation
import Reports

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Writes a commented study to start from.")

  @Argument(help: "The file to write; one that exists is left as it is.")
  var study = "study.yaml"

  func run() throws {
    guard !FileManager.default.fileExists(atPath: study) else {
      throw UsageFailure(message: "'\(study)' exists and was left as it is; name another file.")
    }
    do { try WholeFile.write(Data(Self.text.utf8), to: URL(fileURLWithPath: study)) } catch {
      throw FileFailure(message: "'\(study)' cannot be written: \(WholeFile.problem(error))")
    }
    Terminal.result("Wrote \(study). Run it with: generate-report \(study)")
  }

  static let text = """
    # A study: every method runs on every objective from the same starts.
    # 'generate-report list objectives' and 'list methods' print what can be named here.
    title: Which methods leave a local minimum?
    seed: 42                  # every random draw follows from it

    objectives:
      - himmelblau
      - rastrigin[instance=1] # moved by a seeded shift and rotation, so that no centre helps
      - rosenbrock[dimension=5]

    methods:
      - gradient-descent
      - adam[learningRate=0.05]
      - name: momentum
        learningRate: [1e-4, 1e-3]  # a list is swept: two variants
        schedule: cosine
      - l-bfgs
      - multistart[local=l-bfgs]
      - simulated-annealing

    starts: 50                # per objective, the same for every method
    budget: 2000              # evaluations a run: a value, a value with its gradient, or a Hessian is one each
    target: 1e-4              # f - f* at which a run has reached the global minimum

    figures: [success-matrix, contour, surface, loss-curve]

    """
}
