import Scalars

/// Many boxes, of which those that touch another are found quickly.
struct TouchedBoxes {
  /// In the order of their lower bounds along `axis`.
  private let boxes: [[Interval]]
  private let axis: Int
  /// The largest width along `axis`.
  private let reach: Double

  init(_ boxes: [[Interval]], along axis: Int) {
    self.boxes = boxes.sorted { $0[axis].lower < $1[axis].lower }
    self.axis = axis
    reach = boxes.reduce(0) { Swift.max($0, $1[axis].width) }
  }

  /// Whether one of the boxes and `box` have a point in common.
  func touch(_ box: [Interval]) -> Bool {
    var (start, end) = (0, boxes.count)
    while start < end {
      let middle = (start + end) / 2
      if boxes[middle][axis].lower < box[axis].lower - reach { start = middle + 1 } else { end = middle }
    }
    return boxes[start...].prefix { $0[axis].lower <= box[axis].upper }.contains { other in
      box.indices.allSatisfy { box[$0].intersection(other[$0]) != nil }
    }
  }
}
