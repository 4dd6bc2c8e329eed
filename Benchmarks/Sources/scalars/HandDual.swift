import Objectives
import Scalars

/// Forward differentiation written for one function: a plain structure and the few rules that the function needs.
struct HandDual {
  var value: Double
  var slopes: SIMD4<Double>

  @inline(__always) func squared() -> HandDual { HandDual(value: value * value, slopes: 2 * value * slopes) }
  @inline(__always) func scaled(_ factor: Double) -> HandDual {
    HandDual(value: factor * value, slopes: factor * slopes)
  }
  @inline(__always) func shifted(_ constant: Double) -> HandDual { HandDual(value: value + constant, slopes: slopes) }
  @inline(__always) func cosPi() -> HandDual {
    let (sine, cosine) = Elementary.sinCosPi(value)
    return HandDual(value: cosine, slopes: -.pi * sine * slopes)
  }
  @inline(__always) static func + (a: HandDual, b: HandDual) -> HandDual {
    HandDual(value: a.value + b.value, slopes: a.slopes + b.slopes)
  }
  @inline(__always) static func - (a: HandDual, b: HandDual) -> HandDual {
    HandDual(value: a.value - b.value, slopes: a.slopes - b.slopes)
  }
}
