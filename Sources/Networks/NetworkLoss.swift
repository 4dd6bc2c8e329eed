import Scalars

/// The loss of a network on rows of a data set, as a function of its parameters.
///
/// A finite sum: the mean over the rows that are given, plus the network's penalty. Gradients by reverse mode, written
/// out for affine layers (Rumelhart, Hinton and Williams, Learning representations by back-propagating errors, 1986).
/// Parameters that are not finite give a value that is NaN or infinite. With batch normalisation, the statistics are those
/// of the rows given, so that the loss is no longer a sum over rows; `folded(at:statisticsOf:in:)` keeps those of others.
public struct NetworkLoss: Sendable {
  public internal(set) var network: MultilayerPerceptron
  public let dataset: Dataset

  /// Throws `InvalidModel` where the data do not suit the network's widths or its loss.
  public init(network: MultilayerPerceptron, dataset: Dataset) throws(InvalidModel) {
    let (first, last) = (network.widths[0], network.widths[network.widths.count - 1])
    guard first == dataset.featureCount else {
      throw InvalidModel("widths", first, allowed: "\(dataset.featureCount) first, one a feature")
    }
    guard last == dataset.outputCount else {
      throw InvalidModel("widths", last, allowed: "\(dataset.outputCount) last, one a class or target")
    }
    if case .values = dataset.target, network.loss == .crossEntropy {
      throw InvalidModel("loss", network.loss.rawValue, allowed: "meanSquaredError, the targets being numbers")
    }
    self.network = network
    self.dataset = dataset
  }

  public var parameterCount: Int { network.parameterCount }

  /// The loss on `rows` with the penalty.
  public func value(ofRows rows: Span<Int>, at x: Span<Double>, in workspace: Workspace) -> Double {
    evaluate(rows: rows, at: x, in: workspace).loss + penalty(at: x, in: workspace)
  }

  /// The same, and its gradient, one number a parameter.
  public func value(
    ofRows rows: Span<Int>, at x: Span<Double>, gradient: inout [Double], in workspace: Workspace
  ) -> Double {
    var dropout = Dropout.none
    return value(ofRows: rows, at: x, gradient: &gradient, dropout: &dropout, in: workspace)
  }

  /// The same of a network whose hidden units are left out with probability `dropout`, drawn anew for each row.
  public func value(
    ofRows rows: Span<Int>, at x: Span<Double>, gradient: inout [Double], dropout: Double,
    using generator: inout SeededGenerator, in workspace: Workspace
  ) -> Double {
    var masks = Dropout(rate: dropout, generator: generator)
    defer { generator = masks.generator }
    return value(ofRows: rows, at: x, gradient: &gradient, dropout: &masks, in: workspace)
  }

  /// The same with masks from `dropout`.
  func value(
    ofRows rows: Span<Int>, at x: Span<Double>, gradient: inout [Double], dropout: inout Dropout,
    in workspace: Workspace
  ) -> Double {
    let workspace = workspace.room(for: rows.count)
    let sum = summed(rows: rows, at: x, in: workspace, dropout: &dropout, goesBack: true)
    gradient.withUnsafeMutableBufferPointer { collect(into: $0, at: x, in: workspace) }
    return sum.loss / Double(rows.count) + penalty(at: x, in: workspace)
  }

  /// The loss on `rows` without the penalty, and the share of rows that get their own class.
  public func evaluate(rows: Span<Int>, at x: Span<Double>, in workspace: Workspace) -> Evaluation {
    var dropout = Dropout.none
    let workspace = workspace.room(for: rows.count)
    let sum = summed(rows: rows, at: x, in: workspace, dropout: &dropout, goesBack: false)
    let count = Double(rows.count)
    if case .values = dataset.target { return Evaluation(loss: sum.loss / count, accuracy: nil) }
    return Evaluation(loss: sum.loss / count, accuracy: Double(sum.correct) / count)
  }

  /// What a network is worth on some rows.
  public struct Evaluation: Sendable, Hashable {
    /// Without a penalty.
    public let loss: Double
    /// The share of rows whose largest answer is that of the right class; none of real targets.
    public let accuracy: Double?
  }

  /// The network's answers to `rows`, row-major; normalised layers take their statistics of these rows.
  public func answers(toRows rows: [Int], at x: [Double], in workspace: Workspace) -> [Double] {
    var answers: [Double] = []
    let width = network.widths[network.widths.count - 1]
    check(rows.span, x.span, workspace)
    let workspace = workspace.room(for: rows.count)
    x.withUnsafeBufferPointer { workspace.pack($0.baseAddress.unsafelyUnwrapped) }
    rows.withUnsafeBufferPointer { rows in
      forEachChunk(of: rows, in: workspace) { chunk in
        load(chunk, into: workspace)
        forward(count: chunk.count, in: workspace, isDropping: false)
        let units = workspace.layers[workspace.layers.count - 1].units
        for i in 0..<chunk.count {
          answers += UnsafeBufferPointer(start: units.base + i * units.row, count: width)
        }
      }
    }
    return answers
  }

  /// ½λ Σ w².
  func penalty(at x: Span<Double>, in workspace: Workspace) -> Double {
    guard network.l2 > 0 else { return 0 }
    var sum = 0.0
    for memory in workspace.layers {
      for i in memory.layer.weights { sum += x[i] * x[i] }
    }
    return 0.5 * network.l2 * sum
  }

  func check(_ rows: Span<Int>, _ x: Span<Double>, _ workspace: Workspace) {
    precondition(workspace.network.widths == network.widths, "the workspace is of another network")
    precondition(
      workspace.network.batchNormalisation == network.batchNormalisation, "the workspace is of another network")
    precondition(x.count == workspace.parameterCount, "one number a parameter")
    precondition(rows.count > 0, "a mean needs rows")
    let count = dataset.count
    for i in rows.indices { precondition(rows[i] >= 0 && rows[i] < count, "rows are of the data set") }
  }
}
