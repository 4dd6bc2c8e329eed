import Foundation

/// Tells how far a sweep, or a series of experiments, is: one live line on a terminal, a line now and then in a log.
final class Progress {
  enum Style: String, CaseIterable {
    case auto, plain, none
  }

  private let style: Style
  private let isLive: Bool
  private let total: Int
  /// What is counted.
  private let unit: String
  private let begin = ContinuousClock.now
  private var lastShown = ContinuousClock.now
  private var initiallyDone: Int?

  init(_ style: Style, total: Int, of unit: String = "runs") {
    self.style = style
    self.total = total
    self.unit = unit
    isLive = style == .auto && isatty(STDERR_FILENO) == 1
  }

  func show(done: Int) {
    guard style != .none, total > 0 else { return }
    let first = initiallyDone ?? done
    initiallyDone = first
    let now = ContinuousClock.now
    guard done == total || now - lastShown > .milliseconds(isLive ? 100 : 5000) else { return }
    lastShown = now
    let seconds = Double((now - begin).components.seconds) + Double((now - begin).components.attoseconds) * 1e-18
    let rate = seconds > 0 ? Double(done - first) / seconds : 0
    let left = rate > 0 ? Int((Double(total - done) / rate).rounded(.up)) : 0
    let percent = 100 * done / total
    if isLive {
      let filled = 24 * done / total
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
      Terminal.live("\(bar) \(percent) %  \(done) of \(total) \(unit), \(Int(rate)) a second, \(left) s left")
      if done == total { Terminal.live("") }
    } else {
      Terminal.note("\(done) of \(total) \(unit) (\(percent) %), \(Int(rate)) a second, \(left) s left")
    }
  }
}
