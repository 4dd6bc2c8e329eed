/// The options of a specification that make an objective stochastic: `batch`, `sampling`, `gradientNoise`, `valueNoise`.
public struct StochasticOptions {
  public static let keys = ["batch", "sampling", "gradientNoise", "valueNoise"]

  /// The specification without them.
  public let rest: Spec
  private let noise: AdditiveNoise
  private let batchSize: Int?
  private let sampling: BatchSampling
  private let name: String
  public private(set) var mistakes: [InvalidInput] = []

  /// Takes the options out of `spec`; what is wrong with them is in `mistakes`.
  public init(of spec: Spec) {
    name = spec.name
    rest = Spec(name: spec.name, options: spec.options.filter { !Self.keys.contains($0.key) })
    var mistakes: [InvalidInput] = []
    func read<T>(_ key: String, _ allowed: String, _ parse: (String) -> T?) -> T? {
      guard let text = spec[key] else { return nil }
      guard let value = parse(text) else {
        mistakes.append(InvalidInput(key: "\(spec.name).\(key)", value: text, allowed: allowed))
        return nil
      }
      return value
    }
    func deviation(_ key: String) -> Double {
      read(key, "expected a standard deviation, a number of at least 0") { text in
        Double(text).flatMap { $0 >= 0 && $0.isFinite ? $0 : nil }
      } ?? 0
    }
    noise = AdditiveNoise(gradientDeviation: deviation("gradientNoise"), valueDeviation: deviation("valueNoise"))
    batchSize = read("batch", "expected a whole number of terms, at least 1") { text in
      Int(text).flatMap { $0 >= 1 ? $0 : nil }
    }
    sampling =
      read("sampling", "expected one of \(BatchSampling.allCases.map(\.rawValue).joined(separator: ", "))") {
        BatchSampling(rawValue: $0)
      } ?? .epochs
    if spec["sampling"] != nil, spec["batch"] == nil {
      mistakes.append(
        InvalidInput(
          key: "\(spec.name).sampling", value: spec["sampling"] ?? "",
          allowed: "it says how mini-batches are drawn, and stands beside 'batch'"))
    }
    self.mistakes = mistakes
  }

  /// `objective` seen as the options say; itself where they say nothing.
  public func applied(to objective: any Objective) throws(InvalidInputs) -> any Objective {
    var result = objective
    if let batchSize {
      func wrong(_ allowed: String) -> InvalidInputs {
        InvalidInputs([InvalidInput(key: "\(name).batch", value: String(batchSize), allowed: allowed)])
      }
      guard let sum = objective as? any FiniteSum else { throw wrong("\(objective.id) is not a finite sum") }
      guard batchSize <= sum.termCount else { throw wrong("\(objective.id) has \(sum.termCount) terms") }
      result = MiniBatchObjective(sum, batchSize: batchSize, sampling: sampling)
    } else if let sum = objective as? any FiniteSum, sum.disturbance != nil {
      result = MiniBatchObjective(sum, batchSize: sum.termCount)
    }
    return noise.isSilent ? result : NoisyObjective(result, noise: noise)
  }
}
