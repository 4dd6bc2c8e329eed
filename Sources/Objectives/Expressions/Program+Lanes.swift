import CExpressions
import Scalars

extension Program.Code {
  /// The values at eight points: by the code in C where there is nothing but plain arithmetic.
  @inline(__always)
  func lanes(at x: Span<Lanes>) -> Lanes {
    guard let program = layout.pointee.lanes else { return lanesByInstructions(at: x) }
    return program.value(at: x)
  }

  /// Apart, so that what it needs is not set up for plain arithmetic.
  @inline(never)
  private func lanesByInstructions(at x: Span<Lanes>) -> Lanes { value(at: x, constants: doubles) { Lanes($0) } }
}

/// An expression's program for eight points. Owns nothing: `Program` frees its memory.
struct LaneCode: BitwiseCopyable, @unchecked Sendable {
  private let program: UnsafePointer<LaneProgram>

  /// Nil where it has functions, which take longer than the rest, or nothing at all.
  init?(_ allocation: RegisterAllocation, constants: UnsafeBufferPointer<Double>) {
    guard let translation = LaneTranslation(allocation, constants: constants) else { return nil }
    let memory = UnsafeMutablePointer<LaneProgram>.allocate(capacity: 1)
    let steps = UnsafeMutablePointer<LaneInstruction>.allocate(capacity: translation.steps.count)
    steps.initialize(from: translation.steps, count: translation.steps.count)
    memory.initialize(
      to: LaneProgram(
        steps: steps, constants: constants.baseAddress, coordinates: UInt32(allocation.inputs),
        constantCount: UInt32(translation.constants), registers: UInt32(translation.registers)))
    program = UnsafePointer(memory)
  }

  func deallocate() {
    program.pointee.steps.deallocate()
    program.deallocate()
  }

  @inline(__always)
  func value(at x: Span<Lanes>) -> Lanes {
    precondition(x.count == program.pointee.coordinates, "a point has one element per coordinate of the expression")
    return x.withUnsafeBytes { point in
      // Never empty: an expression has a coordinate at least.
      let point = point.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: Double.self)
      guard program.pointee.registers <= LaneOwnRegisters else { return valueWithMoreRegisters(at: point) }
      return Lanes(values: executePlain8(program, point, nil))
    }
  }

  /// Apart, so that what it needs is not set up for small programs.
  @inline(never)
  private func valueWithMoreRegisters(at point: UnsafePointer<Double>) -> Lanes {
    let bytes = Int(program.pointee.registers) * MemoryLayout<Lanes>.stride
    return withUnsafeTemporaryAllocation(byteCount: bytes, alignment: 64) { memory in
      let registers = memory.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: Double.self)
      return Lanes(values: executePlain8(program, point, registers))
    }
  }
}
