/// The page that a figure is drawn for.
public enum Theme: String, Sendable, CaseIterable {
  case light
  case dark
  /// SVG: both, by the reader's `prefers-color-scheme`. PNG and PDF, which cannot know: light.
  case auto
}
