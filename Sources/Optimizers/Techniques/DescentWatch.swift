/// What the techniques that listen to a descent's values remember of it.
struct DescentWatch: Sendable {
  var improvement = EarlyStopping.Watch()
  var plateau = PlateauReduction.Watch()
}
