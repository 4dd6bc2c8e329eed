import Objectives
import Optimizers
import Statistics
import Sweeps

/// How a report calls objectives and methods: in print, and as files.
struct Names {
  struct Name {
    /// The resolved specification.
    let id: String
    /// The name in print, distinct from the others of the study.
    let label: String
    /// Options in print; empty where there are none, or where the label shows them.
    let detail: String
    /// Path of its page from the report's folder.
    let path: String
  }

  let objectives: [Name]
  let methods: [Name]

  init(_ study: Study) {
    let labels = StudyLabels(study)
    objectives = Self.names(
      ids: study.objectives.map(\.id), labels: labels.objectives,
      options: study.objectives.map { StudyLabels.options(of: $0.id) }, folder: "objectives")
    methods = Self.names(
      ids: study.methods.map(\.id), labels: labels.methods,
      options: study.methods.map { $0.specification.options.map { "\($0.key) \($0.value)" } }, folder: "methods")
  }

  private static func names(ids: [String], labels: [String], options: [[String]], folder: String) -> [Name] {
    var taken: Set<String> = []
    return ids.indices.map { index in
      // File systems allow 255 bytes in a name, and some do not tell capitals apart.
      let slug = String(Self.slug(ids[index]).prefix(200))
      var file = slug
      var number = 2
      while !taken.insert(file.lowercased()).inserted {
        file = "\(slug)-\(number)"
        number += 1
      }
      let shown = options[index].joined(separator: ", ")
      let isInLabel = labels[index].hasSuffix("(\(shown))")
      return Name(
        id: ids[index], label: labels[index], detail: isInLabel ? "" : shown,
        path: "\(folder)/\(file).html")
    }
  }

  private static func slug(_ id: String) -> String {
    let slug = Spec.slug(of: id)
    return slug.isEmpty || slug.hasPrefix(".") ? "_" + slug : slug
  }
}
