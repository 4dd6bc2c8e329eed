import Scalars

/// An expression as straight-line instructions over a few registers, for any scalar.
///
/// The registers hold first the coordinates, then the constants, then what is computed. What depends on no coordinate is
/// computed once for doubles, whose values lanes and duals share, and once for intervals, which enclose its roundings.
///
/// A class, since every copy of a structure with these arrays would count references up and down: that took longer than
/// the arithmetic of a short expression.
final class Program: Sendable {
  /// Registers 0 ..< inputs are the coordinates.
  let inputs: Int
  let instructions: [Instruction]
  let registers: Int
  /// The register that holds the value in the end.
  let result: Int
  let setup: ConstantSetup
  let doubles: [Double]
  let intervals: [Interval]

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
    instructions = allocation.instructions
    registers = allocation.count
    result = allocation.register(of: root)
    doubles = setup.constants()
    intervals = setup.constants()
  }
}
