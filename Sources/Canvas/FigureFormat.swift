/// The file formats that a drawing can be written in.
public enum FigureFormat: String, Sendable, CaseIterable {
  case png
  case svg
  case pdf
}
