import Scalars

/// An expression as straight-line instructions over a few registers, for any scalar.
///
/// The registers hold first the coordinates, then the constants, then what is computed. What depends on no coordinate is
/// computed once for doubles, whose values lanes and duals share, and once for intervals, which enclose its roundings.
///
/// A class that owns the memory of its `code`. What is written when a program is made is only read from then on, which
/// makes it safe to share.
final class Program: @unchecked Sendable {
  /// What is executed, as plain pointers: counting references to arrays took longer than the arithmetic of a short
  /// expression. Valid as long as the program is.
  struct Code: BitwiseCopyable, @unchecked Sendable {
    struct Layout: BitwiseCopyable {
      /// Registers 0 ..< inputs are the coordinates.
      let inputs: Int
      let registers: Int
      /// The register that holds the value in the end; without instructions, from the beginning.
      let result: Int
      let instructions: UnsafeBufferPointer<Instruction>
      let doubles: UnsafeBufferPointer<Double>
      let intervals: UnsafeBufferPointer<Interval>
      /// The instructions for eight points; nil where those above are used.
      let lanes: LaneCode?
    }

    /// Behind a pointer, which is read where it is needed and never copied.
    let layout: UnsafePointer<Layout>

    var doubles: UnsafeBufferPointer<Double> { layout.pointee.doubles }
    var intervals: UnsafeBufferPointer<Interval> { layout.pointee.intervals }
  }

  let code: Code
  private let setup: ConstantSetup

  /// The program of the node `root`.
  init(_ graph: ExpressionGraph, root: ExpressionGraph.ID, inputs: Int) throws(ExpressionError) {
    let selection = InstructionSelection(graph, root: root)
    var allocation = RegisterAllocation(graph, inputs: inputs, constants: selection.constants)
    for step in selection.steps { allocation.append(step, of: selection) }
    guard let setup = ConstantSetup(graph, constants: selection.constants),
      allocation.count <= RegisterAllocation.most
    else {
      throw ExpressionError(
        at: 0, "written out, the expression needs more than \(RegisterAllocation.most) intermediate results at a time")
    }
    self.setup = setup
    let doubles = Self.kept(setup.constants(Double.self))
    let layout = UnsafeMutablePointer<Code.Layout>.allocate(capacity: 1)
    layout.initialize(
      to: Code.Layout(
        inputs: inputs, registers: allocation.count, result: allocation.register(of: root),
        instructions: Self.kept(allocation.instructions), doubles: doubles, intervals: Self.kept(setup.constants()),
        lanes: LaneCode(allocation, constants: doubles)))
    code = Code(layout: layout)
  }

  deinit {
    code.layout.pointee.instructions.deallocate()
    code.doubles.deallocate()
    code.intervals.deallocate()
    code.layout.pointee.lanes?.deallocate()
    code.layout.deallocate()
  }

  /// The value at `x`, the constants being made in `S` first: the slow way, for scalars without constants of their own.
  func value<S: RealScalar>(at x: Span<S>) -> S {
    setup.constants(S.self).withUnsafeBufferPointer { code.value(at: x, constants: $0) { $0 } }
  }

  private static func kept<T: BitwiseCopyable>(_ values: [T]) -> UnsafeBufferPointer<T> {
    let memory = UnsafeMutableBufferPointer<T>.allocate(capacity: values.count)
    _ = memory.initialize(from: values)
    return UnsafeBufferPointer(memory)
  }
}
