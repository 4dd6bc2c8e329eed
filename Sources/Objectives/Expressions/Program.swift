import Scalars

/// An expression as straight-line instructions over a few registers, for any scalar.
///
/// The registers hold first the coordinates, then the constants, then what is computed. What depends on no coordinate is
/// computed once for doubles, whose values lanes and duals share, and once for intervals, which enclose its roundings.
///
/// A class with memory of its own, since counting references to arrays took longer than the arithmetic of a short
/// expression. What is written when a program is made is only read from then on, which makes it safe to share.
final class Program: @unchecked Sendable {
  /// Registers 0 ..< inputs are the coordinates.
  let inputs: Int
  let registers: Int
  /// The register that holds the value in the end.
  let result: Int
  let setup: ConstantSetup
  let instructions: UnsafeBufferPointer<Instruction>
  let doubles: UnsafeBufferPointer<Double>
  let intervals: UnsafeBufferPointer<Interval>

  /// The program of the node `root`.
  init(_ graph: ExpressionGraph, root: ExpressionGraph.ID, inputs: Int) throws(ExpressionError) {
    let selection = InstructionSelection(graph, root: root)
    var allocation = RegisterAllocation(graph, inputs: inputs, constants: selection.constants)
    for step in selection.steps { allocation.append(step, isLastUse: selection.isLastUse) }
    guard let setup = ConstantSetup(graph, constants: selection.constants),
      allocation.count <= RegisterAllocation.most
    else {
      throw ExpressionError(
        at: 0, "written out, the expression needs more than \(RegisterAllocation.most) intermediate results at a time")
    }
    self.inputs = inputs
    self.setup = setup
    registers = allocation.count
    result = allocation.register(of: root)
    instructions = Self.kept(allocation.instructions)
    doubles = Self.kept(setup.constants())
    intervals = Self.kept(setup.constants())
  }

  deinit {
    instructions.deallocate()
    doubles.deallocate()
    intervals.deallocate()
  }

  private static func kept<T: BitwiseCopyable>(_ values: [T]) -> UnsafeBufferPointer<T> {
    let memory = UnsafeMutableBufferPointer<T>.allocate(capacity: values.count)
    _ = memory.initialize(from: values)
    return UnsafeBufferPointer(memory)
  }
}
