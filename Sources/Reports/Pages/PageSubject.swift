/// Whom a page is about, and where it stands among the others: what the pages of methods and of objectives share.
struct PageSubject: IncludedFields {
  let root = "../"
  let pageTitle: String
  let studyTitle: String
  let name: String
  let detail: String
  let id: String
  let kinds: [OutcomeKind]
  let neighbours: Neighbours

  /// - Parameter names: of all pages of the sort, in the study's order.
  init(_ index: Int, of names: [Names.Name], _ material: ReportMaterial) {
    let own = names[index]
    studyTitle = material.summary.study.title
    name = own.label
    detail = own.detail
    id = own.id
    pageTitle = "\(own.label) – \(studyTitle)"
    kinds = material.kinds
    neighbours = Neighbours(of: index, in: names)
  }
}

/// The pages before and after one of a list.
struct Neighbours {
  /// None or one each; a list, so that a template can ask for it.
  let previous: [Link]
  let next: [Link]

  init(of index: Int, in names: [Names.Name]) {
    previous = index > 0 ? [Link(names[index - 1])] : []
    next = index + 1 < names.count ? [Link(names[index + 1])] : []
  }
}
