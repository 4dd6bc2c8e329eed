/// One step of a program: registers `a`, `b`, `c` in, register `target` out.
struct Instruction: BitwiseCopyable {
  var operation: Operation
  var target: UInt16 = 0
  var a: UInt16 = 0
  var b: UInt16 = 0
  var c: UInt16 = 0
  /// The exponent of `wholePower`.
  var exponent: Int32 = 0
}
