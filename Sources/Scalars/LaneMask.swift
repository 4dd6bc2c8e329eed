import CVectors

/// What a comparison says of each lane: all bits of its word where it holds, none where it does not.
public struct LaneMask: Sendable {
  public var words: SIMD8<UInt64>

  @inlinable @inline(__always)
  init(words: SIMD8<UInt64>) { self.words = words }
  @inlinable @inline(__always)
  init(_ mask: SIMDMask<SIMD8<Int64>>) { words = unsafeBitCast(mask, to: SIMD8<UInt64>.self) }
  @inlinable @inline(__always)
  public init(repeating value: Bool) { words = SIMD8(repeating: value ? .max : 0) }

  @inlinable public subscript(lane: Int) -> Bool {
    @inline(__always)
    get { words[lane] != 0 }
    @inline(__always)
    set { words[lane] = newValue ? .max : 0 }
  }

  /// Whether some lane's answer is yes.
  @inlinable public var isAny: Bool { @inline(__always) get { anyNegative8(words) } }

  @inlinable @inline(__always)
  public static func & (a: LaneMask, b: LaneMask) -> LaneMask { LaneMask(words: and8(a.words, b.words)) }
  @inlinable @inline(__always)
  public static func | (a: LaneMask, b: LaneMask) -> LaneMask { LaneMask(words: or8(a.words, b.words)) }
  @inlinable @inline(__always)
  public static prefix func ! (a: LaneMask) -> LaneMask { LaneMask(words: not8(a.words)) }
}

/// Comparisons lane by lane; none holds of NaN.
extension Lanes {
  @inlinable @inline(__always)
  public static func .< (a: Lanes, b: Lanes) -> LaneMask { LaneMask(a.values .< b.values) }
  @inlinable @inline(__always)
  public static func .<= (a: Lanes, b: Lanes) -> LaneMask { LaneMask(a.values .<= b.values) }
  @inlinable @inline(__always)
  public static func .> (a: Lanes, b: Lanes) -> LaneMask { LaneMask(a.values .> b.values) }
  @inlinable @inline(__always)
  public static func .>= (a: Lanes, b: Lanes) -> LaneMask { LaneMask(a.values .>= b.values) }
  @inlinable @inline(__always)
  public static func .== (a: Lanes, b: Lanes) -> LaneMask { LaneMask(a.values .== b.values) }

  /// Which lanes are neither infinite nor NaN.
  @inlinable public var isFinite: LaneMask {
    @inline(__always) get { Lanes.abs(self) .<= Lanes(Double.greatestFiniteMagnitude) }
  }

  /// Which lanes are NaN.
  @inlinable public var isNaN: LaneMask { @inline(__always) get { LaneMask(values .!= values) } }

  /// Itself, but `replacement` where `mask` says so.
  @inlinable @inline(__always)
  public func replacing(with replacement: Lanes, where mask: LaneMask) -> Lanes {
    Lanes(values: replaced8(values, replacement.values, mask.words))
  }

  @inlinable @inline(__always)
  public mutating func replace(with replacement: Lanes, where mask: LaneMask) {
    self = replacing(with: replacement, where: mask)
  }
}
