import Networks

/// The straight line between two points of weight space.
///
/// Source: Frankle, Dziugaite, Roy and Carbin, Linear Mode Connectivity and the Lottery Ticket Hypothesis, ICML 2020.
public struct WeightLine: Sendable {
  /// At 0.
  public let start: [Double]
  /// At 1.
  public let end: [Double]

  public init(from start: [Double], to end: [Double]) {
    precondition(start.count == end.count, "points of one space")
    self.start = start
    self.end = end
  }

  /// The same function at the end, with hidden units in the order and with the signs of those at the start.
  ///
  /// Source: Ainsworth, Hayase and Srinivasa, Git Re-Basin, ICLR 2023.
  public func aligned(in network: MultilayerPerceptron) -> WeightLine {
    WeightLine(from: start, to: network.aligned(end, to: start))
  }

  public var length: Double {
    let offset = zip(end, start).map { $0 - $1 }
    return dot(offset, offset).squareRoot()
  }

  /// The weights at `share` of the way; exactly the end at 1.
  public func point(_ share: Double) -> [Double] {
    zip(start, end).map { (1 - share) * $0 + share * $1 }
  }

  /// `count` shares of the way, evenly from 0 to 1.
  static func shares(_ count: Int) -> [Double] { (0..<count).map { Double($0) / Double(count - 1) } }

  /// The most that losses at `shares` lie above the straight line from the first loss to the last; 0 or more.
  ///
  /// As Entezari et al., The Role of Permutation Invariance in Linear Mode Connectivity, ICLR 2022, define it; Frankle et
  /// al. subtract the mean of both ends, which is the same for ends that are alike.
  static func barrier(_ losses: [Double], at shares: [Double]) -> Double {
    guard let first = losses.first, let last = losses.last else { return 0 }
    return zip(losses, shares).map { loss, t in loss - ((1 - t) * first + t * last) }.max() ?? 0
  }
}
