// SPDX-License-Identifier: Apache-2.0

/// The fields of modules that a feed and an item share.
struct ModuleFields {
  var itunes: ITunesFields?
  var podcast: PodcastFields?
  var media: MediaFields?
  var place: GeoPlace?
  var placeName: String?
  /// `geo:lat` and `geo:long` come in two elements.
  var latitude: Double?
  var longitude: Double?
  var licenses: [String] = []
  var inReplyTo: FeedReplyTo?

  /// Puts together what came in pieces.
  mutating func finish() {
    if place == nil, let latitude, let longitude {
      place = GeoPlace(.point, [.init(latitude: latitude, longitude: longitude, altitude: nil)])
    }
    if place?.name == nil { place?.name = placeName }
  }
}

/// The namespaces beside the dialects: podcasts, media, places, comments, licences.
enum ModuleReader {
  /// Whether elements of `namespace` may belong to a module.
  static func reads(_ namespace: XMLNamespace) -> Bool {
    switch namespace {
    case .itunes, .googleplay, .podcast, .media, .georss, .gml, .geo, .cc, .thr: true
    default: false
    }
  }

  /// Reads the element at `index` into `fields`; `false` when it belongs to no module.
  static func read(
    _ index: Int,
    _ tape: XMLTape,
    _ outer: Scope,
    _ fields: inout ModuleFields,
    _ extensions: inout ExtensionReader
  ) -> Bool {
    let scope = outer.inside(index, tape)
    switch tape.name(index).namespace {
    case .itunes, .googleplay: return PodcastReader.itunes(index, tape, scope, &fields.itunes)
    case .podcast:
      var podcast = fields.podcast ?? PodcastFields()
      PodcastReader.podcast(index, tape, scope, &podcast, &extensions)
      fields.podcast = podcast
    case .media:
      var media = fields.media ?? MediaFields()
      MediaReader.read(index, tape, scope, &media, &extensions)
      fields.media = media
    case .georss, .gml, .geo: return GeoReader.read(index, tape, &fields)
    case .cc:
      guard tape.tag(index) == .ccLicense else { return false }
      let text = tape.someAttribute(index, .rdfResource) ?? tape.someText(index)
      guard let url = scope.resolve(text) else { return false }
      fields.licenses.append(url)
    case .thr:
      guard tape.tag(index) == .thrInReplyTo else { return false }
      var reply = FeedReplyTo()
      reply.ref = tape.someAttribute(index, .ref)
      reply.href = scope.resolve(tape.attribute(index, .href))
      reply.type = tape.someAttribute(index, .type)
      reply.source = scope.resolve(tape.attribute(index, .source))
      fields.inReplyTo = fields.inReplyTo ?? reply
    default: return false
    }
    return true
  }

  /// The subjects that podcasts and media name.
  static func subjects(_ itunes: ITunesFields?, _ media: MediaFields?) -> [FeedCategory] {
    var terms: [String] = []
    for path in itunes?.categories ?? [] {
      terms += path.split(separator: "/").suffix(1).map(String.init)
    }
    for word in itunes?.keywords ?? [] where !terms.contains(word) { terms.append(word) }
    var result = terms.map { FeedCategory(term: $0, scheme: "http://www.itunes.com/") }
    guard let media else { return result }
    let groups = media.groups.map(\.metadata) + media.contents.map(\.metadata)
    for category in ([media.metadata] + groups).flatMap(\.categories) {
      var named = category
      named.scheme = category.scheme ?? "http://search.yahoo.com/mrss/category_schema"
      result.append(named)
    }
    return result
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
