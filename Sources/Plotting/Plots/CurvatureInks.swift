import Canvas

/// The inks of a curvature map: its regions, and the lines and marks that have to show on all of them.
struct CurvatureInks: Sendable {
  /// Whether a dark page shows the colours of a light one, because the regions are an image.
  let isFixed: Bool

  /// Blue, paper and amber, which differ in lightness too and are told apart by all eyes; half as strong where an
  /// eigenvalue is 0, and gray where both are.
  func ground(_ region: CurvatureMap.Region) -> Ink {
    switch region {
    case .convex: ink(light: 0xa9cfe6, dark: 0x2b5f83)
    case .convexFlat: ink(light: 0xd3e6f0, dark: 0x274559)
    case .flat: ink(light: 0xc9ccd0, dark: 0x4a5058)
    case .saddle: ink(light: 0xf3f1ea, dark: 0x24282d)
    case .concaveFlat: ink(light: 0xefcda6, dark: 0x5e4426)
    case .concave: ink(light: 0xdd9551, dark: 0x9a5f1f)
    }
  }

  var line: Ink { ink(light: 0x22272d, dark: 0xdfe3e8).opacity(0.34) }
  var mark: Ink { ink(light: 0x14171a, dark: 0xf5f7f9) }
  var casing: Ink { ink(light: 0xffffff, dark: 0x101316) }

  private func ink(light: UInt32, dark: UInt32) -> Ink {
    Ink(light: Color(light), dark: Color(isFixed ? light : dark))
  }
}
