extension ObjectiveCatalogue {
  /// The noiseless functions of BBOB, one line per file of `BBOB/Functions/`, by number.
  ///
  /// A list of its own: what compares methods on every published function, tests above all, would take several times
  /// as long with these 24 among them.
  public static let bbob: [Entry] = [
    Entry(BBOBSphere.self),
    Entry(BBOBSeparableEllipsoid.self),
    Entry(BBOBSeparableRastrigin.self),
    Entry(BBOBBucheRastrigin.self),
    Entry(BBOBLinearSlope.self),
    Entry(BBOBAttractiveSector.self),
    Entry(BBOBStepEllipsoid.self),
    Entry(BBOBRosenbrock.self),
    Entry(BBOBRotatedRosenbrock.self),
    Entry(BBOBEllipsoid.self),
    Entry(BBOBDiscus.self),
    Entry(BBOBBentCigar.self),
    Entry(BBOBSharpRidge.self),
    Entry(BBOBDifferentPowers.self),
    Entry(BBOBRastrigin.self),
    Entry(BBOBWeierstrass.self),
    Entry(BBOBSchaffersF7.self),
    Entry(BBOBIllConditionedSchaffersF7.self),
    Entry(BBOBGriewankRosenbrock.self),
    Entry(BBOBSchwefel.self),
    Entry(BBOBGallagher101.self),
    Entry(BBOBGallagher21.self),
    Entry(BBOBKatsuura.self),
    Entry(BBOBLunacek.self),
  ]
}

extension ObjectiveCatalogue.Entry {
  init<F: BBOBFunction>(_ type: F.Type) {
    self.init(info: F.info) { dimension, instance in
      F(BBOBInstance(function: F.number, dimension: dimension, number: instance))
    }
  }
}
