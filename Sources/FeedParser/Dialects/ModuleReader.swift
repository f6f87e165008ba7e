// SPDX-License-Identifier: Apache-2.0

/// The namespaces beside the dialects: podcasts, media, places, comments, licences.
enum ModuleReader {
  /// Reads the element at `index` of an item; `false` when it belongs to no module.
  static func item(_ index: Int, _ tape: XMLTape, _ outer: Scope, _ item: inout ParsedItem) -> Bool
  {
    let name = tape.name(index)
    switch name.namespace {
    case .itunes: return itunes(index, tape, outer, &item.itunes)
    default: return false
    }
  }

  static func itunes(
    _ index: Int,
    _ tape: XMLTape,
    _ outer: Scope,
    _ fields: inout ITunesFields?
  ) -> Bool {
    var value = fields ?? ITunesFields()
    let text = tape.someText(index)
    switch tape.tag(index) {
    case .itunesTitle: value.title = text
    case .itunesAuthor: value.author = text
    case .itunesSubtitle: value.subtitle = text
    case .itunesSummary: value.summary = text
    default: return false
    }
    fields = value
    return true
  }

  /// The program that wrote a feed.
  static func generator(_ index: Int, _ tape: XMLTape, _ scope: Scope) -> FeedGenerator? {
    let url = tape.someAttribute(index, .uri) ?? tape.someAttribute(index, .url)
    guard let name = tape.someText(index) ?? url else { return nil }
    var generator = FeedGenerator(name: name)
    generator.url = scope.resolve(url)
    generator.version = tape.someAttribute(index, .version)
    return generator
  }
}
