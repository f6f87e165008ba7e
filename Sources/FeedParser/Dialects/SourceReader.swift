// SPDX-License-Identifier: Apache-2.0

/// The feed that an item says it was taken from.
enum SourceReader {
  /// RSS: `<source url=>Title</source>`; Atom: `<source>` with the elements of a feed.
  static func source(_ index: Int, _ tape: XMLTape, _ outer: Scope) -> ItemSource {
    let scope = outer.inside(index, tape)
    var source = ItemSource()
    if let url = scope.resolve(tape.someAttribute(index, .url)) {
      source.link = url
      source.links = [FeedLink(href: url)]
    }
    guard tape.hasChildren(index) else {
      source.title = tape.someText(index).map { TextConstruct($0) }
      return source
    }
    for child in tape.children(index) { element(child, tape, scope, &source) }
    source.updated = source.updatedText.flatMap(DateReading.seconds)
    return source
  }

  private static func element(
    _ index: Int,
    _ tape: XMLTape,
    _ scope: Scope,
    _ source: inout ItemSource
  ) {
    let inner = scope.inside(index, tape)
    func text() -> TextConstruct? {
      TextReading.construct(index, tape, type: "text/plain", scope: scope)
    }
    switch tape.tag(index) {
    case .title: source.title = text()
    case .subtitle, .tagline, .description: source.subtitle = text()
    case .rights, .copyright: source.rights = text()
    case .id, .guid: source.id = tape.someText(index)
    case .updated, .modified: source.updatedText = tape.someText(index)
    case .author:
      if let person = PersonReading.person(index, tape, scope: scope) {
        source.authors.append(person)
      }
    case .contributor:
      if let person = PersonReading.person(index, tape, scope: scope) {
        source.contributors.append(person)
      }
    case .category:
      if let category = LinkReading.category(index, tape) { source.categories.append(category) }
    case .generator: source.generator = ModuleReader.generator(index, tape, inner)
    case .icon: source.icon = inner.resolve(tape.someText(index))
    case .logo: source.logo = inner.resolve(tape.someText(index))
    case .link:
      if let link = LinkReading.link(index, tape, inner) {
        source.links.append(link)
        if LinkReading.source(link, index, tape) != nil, link.rel == "alternate" {
          source.link = link.href
        }
      }
    default: break
    }
  }
}
